package ui

import (
	"runtime"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// syncDOM does after each drawing what attributes cannot do: it sets the values of fields
// that a person has touched, gives the keyboard to an element, opens dialogs and scrolls.
func (p *Page) syncDOM() {
	if p.ctx == nil || app.IsServer {
		return
	}
	focus := p.focus // of this change: its element may not be there before it is drawn
	p.focus = ""
	p.ctx.Defer(func(app.Context) {
		p.syncTheme()
		p.syncFields()
		p.syncDialog()
		p.tellEmbed()
		giveKeyboard(focus)
		if p.scrollToCursor {
			p.scrollToCursor = false
			app.Window().Call("requestAnimationFrame", p.onFrame)
		}
		if p.showPanel {
			p.showPanel = false
			app.Window().Call("requestAnimationFrame", p.onPanelFrame)
		}
	})
}

// showPanel scrolls to the panels if their tabs are out of sight: in a low window a key can open
// one that is below it.
func showPanel(app.Value, []app.Value) any {
	tabs := app.Window().Get("document").Call("querySelector", ".side .tabs")
	dock := app.Window().Get("document").Call("querySelector", ".dock")
	if !tabs.Truthy() || !dock.Truthy() {
		return nil
	}
	if box := tabs.Call("getBoundingClientRect"); box.Get("bottom").Float() > dock.Call("getBoundingClientRect").Get("top").Float() {
		tabs.Call("scrollIntoView", map[string]any{"block": "start"})
	}
	return nil
}

// showCursor scrolls to the cursor as the browser is about to paint: it makes the layout then.
// Right after a drawing it would have to make it in the same task, which would be twice as
// long.
func showCursor(app.Value, []app.Value) any {
	scrollIntoView("row-highlighted")
	scrollIntoView("row-current")
	scrollIntoView("line-current")
	scrollToLines()
	scrollIntoView(model.AskTitleID) // on a phone the question is above the drawing
	scrollToTop("panel-why")         // the panel tells of another step now
	return nil
}

// elementByID finds an element.
func elementByID(id string) app.Value { return app.Window().GetElementByID(id) }

// giveKeyboard gives the keyboard to an element, if there is one with this id.
func giveKeyboard(id string) {
	if e := elementByID(id); e.Truthy() {
		e.Call("focus")
	}
}

// scrollIntoView scrolls as little as is needed to show an element.
func scrollIntoView(id string) {
	if e := elementByID(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// scrollToTop shows the top of an element that scrolls.
func scrollToTop(id string) {
	if e := elementByID(id); e.Truthy() {
		e.Set("scrollTop", 0)
	}
}

// syncTheme puts the theme on the document, where the style sheet and the browser's own
// controls look for it.
func (p *Page) syncTheme() {
	root := app.Window().Get("document").Get("documentElement")
	if root.Call("getAttribute", "data-theme").String() != p.model.Theme {
		root.Call("setAttribute", "data-theme", p.model.Theme)
	}
}

// syncFields gives fields the values that the model has for them. An attribute is only
// the first value of a field, and go-app trims it.
func (p *Page) syncFields() {
	s := p.scene
	p.syncSizes(s.CallBar.Groups)
	p.fieldLeft = false
	p.setValue("slider", strconv.Itoa(s.Dock.At))
	p.setValue("speed", speedValue(s.Speed))
	var scenarios []model.Choice
	for _, g := range s.Header.Scenarios {
		scenarios = append(scenarios, g.Choices...)
	}
	for id, choices := range map[string][]model.Choice{
		"scenario": scenarios, "profile": s.Header.Profiles, "version": s.Header.Versions,
		"start": s.CallBar.Setup.Starts, "transport": s.CallBar.Setup.Transports,
		"record": s.Panels.Bytes.Records,
	} {
		p.setValue(id, chosenValue(choices))
	}
	p.syncProgram(s.Code.Text)
	if s.Panels.Pane == model.PaneScript {
		p.syncScript(s.Panels.Script.Text)
	}
}

// syncSizes sets the fields for numbers of bytes.
func (p *Page) syncSizes(groups []model.CallGroup) {
	for _, g := range groups {
		for _, row := range g.Rows {
			for _, o := range row.Offers {
				if n, field, sized := o.Size(); sized {
					p.setValue(sizeFieldID(field), strconv.Itoa(n))
				}
			}
		}
	}
}

// setValue sets the value of a field that is on the page. A number that is being typed
// stays until the field is left.
func (p *Page) setValue(id, value string) {
	e := elementByID(id)
	if e.Truthy() && e.Get("value").String() != value && (p.fieldLeft || !isNumberBeingTyped(e)) {
		e.Set("value", value)
	}
}

// isNumberBeingTyped reports whether a number is being typed into e right now.
func isNumberBeingTyped(e app.Value) bool {
	return e.Get("type").String() == "number" && e.Equal(app.Window().Get("document").Get("activeElement"))
}

// chosenValue is the value of the entry that is chosen, "" if none is.
func chosenValue(choices []model.Choice) string {
	for _, c := range choices {
		if c.On {
			return c.Value
		}
	}
	return ""
}

// syncDialog opens and closes dialogs of the browser's own, which hold the keyboard and
// give it back.
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

// manyNewSteps at once leave so much garbage that while it is collected the page does not
// answer for more than a frame or two.
const manyNewSteps = 300

// collectGarbage collects the garbage as soon as the stage is drawn. Otherwise Go would do
// it some seconds later, in the middle of a flight.
func (p *Page) collectGarbage() {
	p.later(100*time.Millisecond, func(app.Context) { runtime.GC() })
}
