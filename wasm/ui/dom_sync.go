package ui

import (
	"runtime"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// syncDOM does, when the page has been drawn, what attributes cannot: the
// values of fields that a person has touched, the keyboard, dialogs, scrolling.
func (p *Page) syncDOM() {
	if p.ctx == nil || app.IsServer {
		return
	}
	p.ctx.Defer(func(app.Context) {
		p.syncTheme()
		p.syncFields()
		p.syncDialog()
		if p.focus != "" {
			if e := elementByID(p.focus); e.Truthy() {
				e.Call("focus")
			}
			p.focus = ""
		}
		if p.scrollToCursor {
			p.scrollToCursor = false
			scrollIntoView("row-highlighted")
			scrollIntoView("row-current")
			scrollIntoView("line-current")
		}
	})
}

// elementByID finds an element.
func elementByID(id string) app.Value { return app.Window().GetElementByID(id) }

// scrollIntoView scrolls as little as is needed to show an element.
func scrollIntoView(id string) {
	if e := elementByID(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// syncTheme puts the chosen theme on the document, where the style sheet and the
// browser's own controls look for it.
func (p *Page) syncTheme() {
	root := app.Window().Get("document").Get("documentElement")
	if root.Call("getAttribute", "data-theme").String() != p.model.Theme {
		root.Call("setAttribute", "data-theme", p.model.Theme)
	}
}

// syncFields gives fields the values that the model has for them. An attribute is
// only a field's first value, and go-app trims it.
func (p *Page) syncFields() {
	s := p.scene
	set := func(id, value string) {
		e := elementByID(id)
		if e.Truthy() && e.Get("value").String() != value && (p.fieldLeft || !isNumberBeingTyped(e)) {
			e.Set("value", value)
		}
	}
	for _, g := range s.CallBar.Groups {
		for _, b := range g.Rows {
			for _, o := range b.Offers {
				if n, field, sized := o.Size(); sized {
					set(sizeFieldID(field), strconv.Itoa(n))
				}
			}
		}
	}
	p.fieldLeft = false
	set("slider", strconv.Itoa(s.Dock.At))
	set("speed", strconv.FormatFloat(s.Speed, 'g', -1, 64))
	set("scenario", chosenValue(s.Header.Scenarios...))
	set("start", chosenValue(model.ChoiceGroup{Choices: s.CallBar.Setup.Starts}))
	set("transport", chosenValue(model.ChoiceGroup{Choices: s.CallBar.Setup.Transports}))
	set("compare-profile", chosenValue(model.ChoiceGroup{Choices: s.Panels.Compare.Profiles}))
	set("compare-version", chosenValue(model.ChoiceGroup{Choices: s.Panels.Compare.Versions}))
	set("profile", chosenValue(model.ChoiceGroup{Choices: s.Header.Profiles}))
	set("version", chosenValue(model.ChoiceGroup{Choices: s.Header.Versions}))
	if s.Panels.Pane == model.PaneBytes {
		set("record", chosenValue(model.ChoiceGroup{Choices: s.Panels.Bytes.Records}))
	}
	if s.Panels.Pane == model.PaneScript {
		if e := elementByID("script-text"); e.Truthy() && e.Get("value").String() != s.Panels.Script.Text {
			e.Set("value", s.Panels.Script.Text)
		}
	}
}

// isNumberBeingTyped reports whether a number is being typed into e right now.
func isNumberBeingTyped(e app.Value) bool {
	return e.Get("type").String() == "number" && e.Equal(app.Window().Get("document").Get("activeElement"))
}

// chosenValue is the value that is on.
func chosenValue(groups ...model.ChoiceGroup) string {
	for _, g := range groups {
		for _, c := range g.Choices {
			if c.On {
				return c.Value
			}
		}
	}
	return ""
}

// syncDialog opens and closes the browser's own dialogs, which keep the keyboard
// inside and give it back.
func (p *Page) syncDialog() {
	if p.dialog == p.model.Dialog {
		return
	}
	if e := elementByID("dialog-" + p.dialog); p.dialog != "" && e.Truthy() && e.Get("open").Truthy() {
		e.Call("close")
	}
	p.dialog = p.model.Dialog
	if e := elementByID("dialog-" + p.dialog); p.dialog != "" && e.Truthy() {
		e.Call("showModal")
	}
}

// manyNewSteps, taken at once, leave so much garbage that its collection keeps the page
// from answering for longer than a frame or two.
const manyNewSteps = 300

// collectGarbage collects the garbage as soon as the stage is drawn, in the place of some
// seconds later, in the middle of a flight.
func (p *Page) collectGarbage() {
	if p.ctx == nil {
		return
	}
	p.ctx.After(100*time.Millisecond, func(app.Context) { runtime.GC() })
}
