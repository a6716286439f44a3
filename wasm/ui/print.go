package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// fillPrintOnDemand writes what a print has besides the drawing when the browser is about to
// print. The browser does not wait for a drawing of go-app, so this one is written at once,
// beside go-app's elements.
func (p *Page) fillPrintOnDemand() {
	if app.IsServer {
		return
	}
	fill := app.FuncOf(func(app.Value, []app.Value) any {
		writePrinted(p.model.Printed())
		return nil
	})
	app.Window().Call("addEventListener", "beforeprint", fill)
	p.closers = append(p.closers, func() {
		app.Window().Call("removeEventListener", "beforeprint", fill)
		fill.Release()
	})
}

// writePrinted replaces the text that only a print shows.
func writePrinted(printed model.Printed) {
	document := app.Window().Get("document")
	add := func(parent app.Value, tag, text string) app.Value {
		e := document.Call("createElement", tag)
		e.Set("textContent", text)
		parent.Call("append", e)
		return e
	}
	box := elementByID("printed")
	if !box.Truthy() {
		box = add(document.Get("body"), "section", "")
		box.Set("id", "printed")
	}
	box.Set("textContent", "")
	add(box, "h1", printed.Title)
	add(box, "p", printed.Connection)
	add(box, "p", app.Window().Get("location").Get("href").String())
	add(box, "p", printed.Summary)
	for _, s := range printed.Steps {
		add(box, "p", s.Sentence)
		if s.Caption != "" {
			add(box, "blockquote", s.Caption)
		}
	}
}
