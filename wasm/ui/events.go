package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// onClick does what the pressed element says in data-do. A press outside the open call menu
// closes it.
func (p *Page) onClick(_ app.Context, e app.Event) {
	if p.model.Menu.Side != "" && !isWithin(e.Get("target"), ".opener-box") {
		p.update(model.LeaveMenu{})
	}
	if isWithin(e.Get("target"), "a[target]") {
		e.Call("stopPropagation") // go-app would open the link itself, without its rel
	}
	closePopups(e.Get("target"))
	if !p.breakAt(e) {
		p.dispatch(e, "data-do")
	}
	switch byKey := e.Get("detail").Int() == 0; {
	case !byKey:
		releaseKeys(e.Get("target"), "button")
	case isWithin(e.Get("target"), ".tabs .closes"): // the popup is closed, so its button cannot keep the keyboard
		p.focus = "tab-" + string(p.model.Pane)
		p.syncDOM()
	}
}

// breakAt sets a breakpoint, or removes it, if Alt is down while a step is pressed. It reports
// whether it has.
func (p *Page) breakAt(e app.Event) bool {
	target := e.Get("target")
	if !e.Get("altKey").Truthy() || !isWithin(target, "[data-do^='seek ']") {
		return false
	}
	step := target.Call("closest", "[data-do^='seek ']").Call("getAttribute", "data-do").String()
	msg, ok := p.model.MsgFromAction("breakpoint"+strings.TrimPrefix(step, "seek"), "")
	if ok {
		p.update(msg)
	}
	return ok
}

// releaseKeys takes the keyboard from the element that fits the selector. A tab uses the
// arrow keys, a button uses Space, and a menu uses letters. Somebody who has pressed one
// with a pointer wants these keys to step and to play.
func releaseKeys(target app.Value, selector string) {
	if isWithin(target, selector) && !isWithin(target, "dialog") {
		target.Call("closest", selector).Call("blur")
	}
}

// onChange does what a field says in data-change when its value is final.
func (p *Page) onChange(_ app.Context, e app.Event) {
	p.fieldLeft = true
	if isWithin(e.Get("target"), "#deck-file") {
		p.importDeck(e.Get("target"))
		return
	}
	if target := e.Get("target"); isWithin(target, "#collection-file") {
		if file := target.Get("files").Index(0); file.Truthy() {
			p.importCollection(file)
		}
		target.Set("value", "") // the same file can be chosen again
		return
	}
	p.dispatch(e, "data-change")
	if p.pointerUsed {
		releaseKeys(e.Get("target"), "select")
	}
	p.syncDOM() // the field shows the number that is used, if another one was typed
}

// onPointer notes that a pointer was used last, not a key.
func (p *Page) onPointer(_ app.Context, e app.Event) {
	p.pointerUsed = true
	p.script.placed = isWithin(e.Get("target"), "#script-text")
}

// onInput does what a field says in data-input while its value changes.
func (p *Page) onInput(_ app.Context, e app.Event) {
	p.noteScript(e)
	p.noteProgram(e)
	p.dispatch(e, "data-input")
}

// isWithin reports whether an element fits the selector, or is inside one that does.
func isWithin(element app.Value, selector string) bool {
	return element.Truthy() && !element.Get("closest").IsUndefined() && element.Call("closest", selector).Truthy()
}

// dispatch does what the attribute says, of the target or of the element around it.
func (p *Page) dispatch(e app.Event, attribute string) {
	target := e.Get("target")
	if !isWithin(target, "["+attribute+"]") {
		return
	}
	element := target.Call("closest", "["+attribute+"]")
	value := ""
	if v := element.Get("value"); v.Truthy() {
		value = v.String()
	}
	if msg, ok := p.model.MsgFromAction(element.Call("getAttribute", attribute).String(), value); ok {
		p.update(msg)
	}
}

// onKey does what a key means that nothing else uses. Any key ends the motion.
func (p *Page) onKey(_ app.Context, e app.Event) {
	p.pointerUsed, p.script.placed = false, false
	key := model.Key{
		Key:      e.Get("key").String(),
		Shift:    e.Get("shiftKey").Truthy(),
		Modified: e.Get("ctrlKey").Truthy() || e.Get("altKey").Truthy() || e.Get("metaKey").Truthy(),
		Ctrl:     e.Get("ctrlKey").Truthy() || e.Get("metaKey").Truthy(),
		Target:   keyTarget(e.Get("target")),
	}
	if key.Key == "Enter" && !e.Get("isComposing").Truthy() && isWithin(e.Get("target"), "#"+model.CaptionFieldID) {
		e.PreventDefault()           // the same key would press the button that gets the keyboard
		p.dispatch(e, "data-change") // the browser reports no change if there is none
		return
	}
	if e.Get("defaultPrevented").Truthy() || e.Get("isComposing").Truthy() {
		return
	}
	if moveAmongLines(e.Get("target"), key.Key) {
		e.PreventDefault()
		return
	}
	if key.Key == "Escape" && closePopupByKey() {
		return
	}
	if d := elementByID("dialog-" + p.dialog); p.dialog != "" && d.Truthy() && !d.Get("open").Truthy() {
		p.update(model.ShowDialog{}) // Escape has closed the dialog, and its close event has not come yet
	}
	if key.Key == "Escape" && p.model.Dialog != "" && p.dialog == "" {
		p.update(model.HideDialog{}) // the dialog is about to open
		return
	}
	msg, ok := p.model.KeyMsg(key)
	if p.model.Flight.On && !p.model.Playing {
		p.update(model.EndFlight{})
	}
	if ok {
		e.PreventDefault()
		p.update(msg)
	}
}

// keyTarget says which keys the element with the keyboard uses itself.
func keyTarget(target app.Value) model.KeyTarget {
	switch {
	case isWithin(target, "[role=tab]"):
		return model.OnTab
	case isWithin(target, "input[type=range]"):
		return model.OnSlider
	case isWithin(target, "select"):
		return model.OnSelect
	case isWithin(target, "input, textarea, [contenteditable]"):
		return model.OnText
	case isWithin(target, "button, a, summary"):
		return model.OnButton
	}
	return model.OnPage
}
