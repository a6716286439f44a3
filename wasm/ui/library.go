package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios"
	"closenotify/wasm/ui/model"
)

// libraryID is the id of the element in which a page has the contents of the library and its own
// scenario, so that it can begin without another request.
const libraryID = "lessons"

// LibraryInPage is the library as the page in the browser has it. If it cannot be read, nothing is
// known, and all is fetched.
func LibraryInPage() scenarios.Library {
	element := elementByID(libraryID)
	if !element.Truthy() {
		return scenarios.Library{}
	}
	lib, err := scenarios.ParseLibrary(element.Get("content").Get("textContent").String())
	if err != nil {
		app.Window().Get("console").Call("error", err.Error())
	}
	return lib
}

// fetchLibraryWhenCalm fetches the library once the page has started, for whoever goes on to
// another scenario.
func (p *Page) fetchLibraryWhenCalm() {
	var calm app.Func
	calm = app.FuncOf(func(app.Value, []app.Value) any {
		calm.Release()
		p.ctx.Defer(func(app.Context) { p.fetchLibrary() })
		return nil
	})
	app.Window().Call("whenCalm", calm)
}

// fetchLibrary fetches the library, unless it is on its way.
func (p *Page) fetchLibrary() {
	if p.fetching {
		return
	}
	p.fetching = true
	p.ctx.Async(func() {
		msg := fetchedLibrary()
		p.ctx.Dispatch(func(app.Context) {
			p.fetching = false
			p.update(msg)
		})
	})
}

// fetchedLibrary waits for the library and returns the message about it.
func fetchedLibrary() model.Msg {
	text, err := await(app.Window().Call("shippedLessons"))
	var lib scenarios.Library
	if err == nil {
		lib, err = scenarios.ParseLibrary(string(text))
	}
	if err != nil {
		return model.LibraryFailed{Why: err.Error()}
	}
	return model.LibraryFetched{Library: lib}
}
