package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// onClick does what the pressed element says in data-do.
func (p *Page) onClick(_ app.Context, e app.Event) {
	p.heard(e, "data-do")
}

// onChange does what a field says in data-change when its value is settled.
func (p *Page) onChange(_ app.Context, e app.Event) {
	p.heard(e, "data-change")
}

// onInput does what a field says in data-input while its value changes.
func (p *Page) onInput(_ app.Context, e app.Event) {
	p.heard(e, "data-input")
}

// heard finds the element around the event's target that has the attribute.
func (p *Page) heard(e app.Event, attribute string) {
	target := e.Get("target")
	if !target.Truthy() || target.Get("closest").IsUndefined() {
		return
	}
	element := target.Call("closest", "["+attribute+"]")
	if !element.Truthy() {
		return
	}
	value := ""
	if v := element.Get("value"); v.Truthy() {
		value = v.String()
	}
	if msg, ok := p.model.Do(element.Call("getAttribute", attribute).String(), value); ok {
		p.update(msg)
	}
}

// onKey gives the model the keys that nothing else on the page uses.
func (p *Page) onKey(_ app.Context, e app.Event) {
	key := model.Key{
		Key:      e.Get("key").String(),
		Shift:    e.Get("shiftKey").Truthy(),
		Modified: e.Get("ctrlKey").Truthy() || e.Get("altKey").Truthy() || e.Get("metaKey").Truthy(),
		Where:    whereIs(e.Get("target")),
	}
	if e.Get("defaultPrevented").Truthy() || e.Get("isComposing").Truthy() {
		return
	}
	if d := byID("dialog-" + p.dialog); p.dialog != "" && d.Truthy() && !d.Get("open").Truthy() {
		p.update(model.Show{}) // Escape has closed it; the browser's word of that is still on its way
	}
	msg, ok := p.model.KeyMsg(key)
	if !ok {
		return
	}
	e.PreventDefault()
	p.update(msg)
}

// whereIs classes the element that has the keyboard by the keys it uses itself.
func whereIs(target app.Value) model.Where {
	if !target.Truthy() || target.Get("closest").IsUndefined() {
		return model.OnPage
	}
	switch {
	case target.Call("closest", "[role=tab]").Truthy():
		return model.OnTab
	case target.Call("closest", "input[type=range]").Truthy():
		return model.OnSlider
	case target.Call("closest", "input, textarea, select, [contenteditable]").Truthy():
		return model.OnText
	case target.Call("closest", "button, a, summary").Truthy():
		return model.OnButton
	}
	return model.OnPage
}
