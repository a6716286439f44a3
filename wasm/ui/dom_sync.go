package ui

import (
	"runtime"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// afterwards does, when the page has been drawn, what attributes cannot: the
// values of fields that a person has touched, the keyboard, dialogs, scrolling.
func (p *Page) afterwards() {
	if p.ctx == nil || app.IsServer {
		return
	}
	p.ctx.Defer(func(app.Context) {
		p.setTheme()
		p.setFields()
		p.setDialog()
		if p.focus != "" {
			if e := byID(p.focus); e.Truthy() {
				e.Call("focus")
			}
			p.focus = ""
		}
		if p.follow {
			p.follow = false
			intoSight("row-lit")
			intoSight("row-current")
			intoSight("line-current")
		}
	})
}

// byID finds an element.
func byID(id string) app.Value { return app.Window().GetElementByID(id) }

// intoSight scrolls as little as is needed to show an element.
func intoSight(id string) {
	if e := byID(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// setTheme puts the chosen theme on the document, where the style sheet and the
// browser's own controls look for it.
func (p *Page) setTheme() {
	root := app.Window().Get("document").Get("documentElement")
	if root.Call("getAttribute", "data-theme").String() != p.model.Theme {
		root.Call("setAttribute", "data-theme", p.model.Theme)
	}
}

// setFields gives fields the values that the model has for them. An attribute is
// only a field's first value, and go-app trims it.
func (p *Page) setFields() {
	s := p.scene
	set := func(id, value string) {
		e := byID(id)
		if e.Truthy() && e.Get("value").String() != value && (p.settled || !isTyping(e)) {
			e.Set("value", value)
		}
	}
	for _, g := range s.CallBar.Groups {
		for _, b := range g.Rows {
			for _, o := range b.Offers {
				if n, field, sized := o.Size(); sized {
					set(sizeID(field), strconv.Itoa(n))
				}
			}
		}
	}
	p.settled = false
	set("slider", strconv.Itoa(s.Dock.At))
	set("speed", strconv.FormatFloat(s.Speed, 'g', -1, 64))
	set("scenario", chosen(s.Header.Scenarios...))
	set("start", chosen(model.ChoiceGroup{Choices: s.CallBar.Setup.Starts}))
	set("transport", chosen(model.ChoiceGroup{Choices: s.CallBar.Setup.Transports}))
	set("rival-profile", chosen(model.ChoiceGroup{Choices: s.Panels.Compare.Profiles}))
	set("rival-version", chosen(model.ChoiceGroup{Choices: s.Panels.Compare.Versions}))
	set("profile", chosen(model.ChoiceGroup{Choices: s.Header.Profiles}))
	set("version", chosen(model.ChoiceGroup{Choices: s.Header.Versions}))
	if s.Panels.Pane == model.PaneBytes {
		set("record", chosen(model.ChoiceGroup{Choices: s.Panels.Bytes.Records}))
	}
	if s.Panels.Pane == model.PaneScript {
		if e := byID("script-text"); e.Truthy() && e.Get("value").String() != s.Panels.Script.Text {
			e.Set("value", s.Panels.Script.Text)
		}
	}
}

// isTyping reports whether a number is being typed into e right now.
func isTyping(e app.Value) bool {
	return e.Get("type").String() == "number" && e.Equal(app.Window().Get("document").Get("activeElement"))
}

// chosen is the value that is on.
func chosen(groups ...model.ChoiceGroup) string {
	for _, g := range groups {
		for _, c := range g.Choices {
			if c.On {
				return c.Value
			}
		}
	}
	return ""
}

// setDialog opens and closes the browser's own dialogs, which keep the keyboard
// inside and give it back.
func (p *Page) setDialog() {
	if p.dialog == p.model.Dialog {
		return
	}
	if e := byID("dialog-" + p.dialog); p.dialog != "" && e.Truthy() && e.Get("open").Truthy() {
		e.Call("close")
	}
	p.dialog = p.model.Dialog
	if e := byID("dialog-" + p.dialog); p.dialog != "" && e.Truthy() {
		e.Call("showModal")
	}
}

// manySteps, taken at once, leave so much garbage that its collection keeps the page
// from answering for longer than a frame or two.
const manySteps = 300

// tidy collects the garbage as soon as the stage is drawn, in the place of some
// seconds later, in the middle of a flight.
func (p *Page) tidy() {
	if p.ctx == nil {
		return
	}
	p.ctx.After(100*time.Millisecond, func(app.Context) { runtime.GC() })
}
