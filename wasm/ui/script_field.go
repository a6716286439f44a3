package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// scriptField is what the page knows of the field of the script editor. Its text can have
// megabytes, so it is read only when somebody has typed.
type scriptField struct {
	element app.Value
	text    string // what is in it
	placed  bool   // the caret has its place, when the field gets the keyboard
}

// syncScript gives the field the text of the scene.
func (p *Page) syncScript(text string) {
	e := elementByID("script-text")
	if !e.Truthy() {
		p.script.element = nil
		return
	}
	if p.script.element == nil || !p.script.element.Equal(e) {
		p.script = scriptField{element: e}
	}
	if p.script.text != text {
		e.Set("value", text)
		p.script.text = text
		if p.focusedScript() != nil { // the browser has put the caret at the end, and the stage would follow
			caret := p.model.CurrentCaret()
			e.Call("setSelectionRange", caret, caret)
		}
	}
}

// noteScript notes that somebody has changed the text of the field.
func (p *Page) noteScript(e app.Event) {
	if isWithin(e.Get("target"), "#script-text") {
		p.script.text = e.Get("target").Get("value").String()
	}
}

// followCaret has the stage follow the caret in the script.
func (p *Page) followCaret() {
	p.listen("selectionchange", func(app.Value) {
		p.ctx.Dispatch(func(app.Context) {
			if e := p.focusedScript(); e != nil {
				p.update(model.MoveCaret{Caret: e.Get("selectionStart").Int()})
			}
		})
	})
	p.listen("focusin", func(app.Value) { p.placeCaret() })
	p.listen("beforeinput", p.takePaste)
}

// manyLines is how many lines a browser takes well. Where the text ends with an empty line,
// the time that Chromium takes grows with the square of the pasted lines: 8,000 take two
// seconds, 55,000 two minutes.
const manyLines = 1000

// takePaste is called before a text is pasted or dropped. A text of many lines it puts into the
// field itself. One that is too long it keeps out: a browser that lays out a million lines in a
// field can run out of memory.
func (p *Page) takePaste(event app.Value) {
	data, field := event.Get("data"), p.focusedScript()
	inProgram := isWithin(event.Get("target"), "#"+model.ProgramTextID)
	if inProgram {
		field = event.Get("target")
	}
	if !data.Truthy() || field == nil {
		return
	}
	text := data.String()
	lines := strings.Count(text, "\n") + 1
	switch {
	case inProgram && len(text) > model.MaxPasted:
		event.Call("preventDefault")
		p.ctx.Dispatch(func(app.Context) { p.update(model.RefuseProgram{Bytes: len(text)}) })
	case !model.CanPaste(len(text), lines):
		event.Call("preventDefault")
		p.ctx.Dispatch(func(app.Context) { p.update(model.RefusePaste{Bytes: len(text), Lines: lines}) })
	case lines > manyLines:
		event.Call("preventDefault")
		field.Call("setRangeText", data, field.Get("selectionStart"), field.Get("selectionEnd"), "end")
		field.Call("dispatchEvent", app.Window().Get("Event").New("input", map[string]any{"bubbles": true}))
	}
}

// placeCaret puts the caret into the line of the current step when a key has led into the
// script. Otherwise the browser would put it at the end, and the stage would follow.
func (p *Page) placeCaret() {
	if e := p.focusedScript(); e != nil && !p.script.placed && len(p.model.Editor.Errors) == 0 {
		caret := p.model.CurrentCaret()
		e.Call("setSelectionRange", caret, caret)
	}
}

// listen calls do for an event of the document, before the browser goes on.
func (p *Page) listen(event string, do func(event app.Value)) {
	if app.IsServer {
		return
	}
	listener := app.FuncOf(func(_ app.Value, args []app.Value) any {
		do(args[0])
		return nil
	})
	document := app.Window().Get("document")
	document.Call("addEventListener", event, listener)
	p.closers = append(p.closers, func() {
		document.Call("removeEventListener", event, listener)
		listener.Release()
	})
}

// focusedScript is the field, if it has the keyboard.
func (p *Page) focusedScript() app.Value {
	e := elementByID("script-text")
	if !e.Truthy() || !e.Equal(app.Window().Get("document").Get("activeElement")) {
		return nil
	}
	return e
}

// selectScript selects a part of the script and gives it the keyboard.
func (p *Page) selectScript(s model.SelectText) {
	p.ctx.Defer(func(app.Context) {
		if e := elementByID(s.Field); e.Truthy() {
			p.script.placed = p.script.placed || s.Field == model.ScriptTextID
			e.Call("focus")
			e.Call("setSelectionRange", s.From, s.To)
		}
	})
}
