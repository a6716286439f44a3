package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios/store"
	"closenotify/wasm/ui/model"
)

// Page is the playground, the component of every address.
type Page struct {
	app.Compo

	ctx     app.Context // of the mounted page; nil before
	model   model.Model
	scene   model.Scene // as it was last drawn
	store   store.Store // nil until it has opened
	waiting []model.Cmd // for the store
	closers []func()

	swipe           swipe
	addressFollowed bool   // the first address has been followed
	scrollToCursor  bool   // the cursor moved: bring its row into sight
	fieldLeft       bool   // a field has been changed and left
	focus           string // id of the element that gets the keyboard after the next drawing
	dialog          string // the dialog that is open in the browser
	syncID          int    // numbers the wishes to renew the address, so only the last one counts
}

// New returns the page with the first shipped scenario on its stage.
func New() *Page { return &Page{} }

// OnInit puts the first scenario on the stage: go-app makes its pages itself,
// without New.
func (p *Page) OnInit() { p.model = model.New() }

// OnPreRender draws the stage of the address as it will be when the program has
// started, so that it does not jump then, and beside it the transcript: a reader
// without the program can press nothing and is told everything.
func (p *Page) OnPreRender(ctx app.Context) {
	path := ctx.Page().URL().Path
	p.model, _ = model.Update(p.model, model.Visit{Preset: presetOf(path)})
	p.model, _ = model.Update(p.model, model.SetPane{Pane: model.PaneTranscript})
	p.model.Status = ""
}

// OnMount starts what only a browser has: keys, settings, the store.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.model.BaseURL = baseURL()
	p.closers = append(p.closers,
		app.Window().AddEventListener("keydown", p.onKey),
		app.Window().AddEventListener("touchstart", p.onTouch),
		app.Window().AddEventListener("touchend", p.onRelease))
	for _, name := range []string{"theme", "motion", "keys"} {
		if v := readStored("localStorage", name); v != "" {
			p.update(model.RestoreSetting{Name: name, Value: v})
		}
	}
	p.openStore()
	p.syncDOM()
}

// OnDismount lets go of what OnMount took.
func (p *Page) OnDismount() {
	for _, c := range p.closers {
		c()
	}
	p.closers = nil
}

// OnNav follows the address bar: a link that is opened, pasted or gone back to.
func (p *Page) OnNav(ctx app.Context) {
	u := app.Window().URL()
	if app.IsServer || u == nil {
		return
	}
	p.scrollToCursor = true
	p.update(model.Visit{Preset: presetOf(u.Path), Fragment: u.Fragment})
	if !p.addressFollowed && isReload() {
		p.update(model.RestoreStage{Stored: readStored("sessionStorage", "stage")})
	}
	p.addressFollowed = true
	ctx.Defer(func(app.Context) { // drawn, and every key and button listens
		app.Window().Get("document").Get("documentElement").Get("dataset").Set("playground", "running")
	})
}

// presetOf is the shipped scenario that an address names, "" for none.
func presetOf(path string) string {
	name, ok := strings.CutPrefix(path, "/s/")
	if !ok {
		return ""
	}
	return strings.TrimSuffix(name, "/")
}

// update takes in what happened and starts the effects.
func (p *Page) update(msg model.Msg) {
	at, lit, had := p.model.At, p.model.Highlight, p.model.History.Len()
	next, cmds := model.Update(p.model, msg)
	p.model = next
	p.scrollToCursor = p.scrollToCursor || next.At != at || next.Highlight != lit
	for _, c := range cmds {
		p.runCmd(c)
	}
	p.syncDOM()
	if next.History.Len()-had > manyNewSteps {
		p.collectGarbage()
	}
}

// Render draws the Scene.
func (p *Page) Render() app.UI {
	s := model.SceneOf(p.model)
	p.scene = s
	flight := "still"
	if s.Dock.Playing || p.model.Flight.On {
		flight = "fly"
	}
	return elem("div.page", attr("id", "page"), attr("data-motion", s.Motion), attr("data-flight", flight),
		attr("style", "--flight:"+flightTime(s.Speed)),
		elem("div.desk",
			viewOf(s.Header),
			elem("main.main",
				elem("div.scene",
					viewOf(s.Story),
					elem("section.stage", attr("aria-label", "Stage"), viewOf(headerScene{s.Lanes, s.Wires}), viewOf(s.Ladder))),
				elem("div.controls", viewOf(s.Ladder.Forks), viewOf(s.CallBar)),
				viewOf(s.Panels))),
		viewOf(s.Dock),
		viewOf(noticesIn(s, "")),
		elem("p.unseen", attr("id", "status"), attr("role", "status"), s.Status),
		p.dialogElement("help", helpScene{s.Keys == "on"}, s),
		p.dialogElement("share", shareLink(s.Link), s),
		p.dialogElement("saved", s.Saved, s),
	).On("click", p.onClick).On("change", p.onChange).On("input", p.onInput)
}

// dialogElement is a dialog around a piece of the Scene. Its close event comes from Esc,
// too, and does not bubble up to the root.
func (p *Page) dialogElement(name string, piece any, s model.Scene) app.UI {
	return elem("dialog.dialog", attr("id", "dialog-"+name), attr("aria-labelledby", "title-"+name),
		viewOf(piece), viewOf(noticesIn(s, name))).On("close", p.onClose)
}

// noticesIn is the notices where they can be pressed: in the open dialog, behind
// which the browser lets nothing be touched.
func noticesIn(s model.Scene, dialog string) []model.Notice {
	if s.Dialog != dialog {
		return nil
	}
	return s.Notices
}

// onClose notes that the browser has closed a dialog.
func (p *Page) onClose(_ app.Context, e app.Event) {
	if p.dialog == p.model.Dialog {
		p.dialog = ""
		p.update(model.HideDialog{})
	}
}

// flightTime is how long a record flies: 400 ms at normal speed.
func flightTime(speed float64) string {
	switch {
	case speed <= 0.25:
		return "1200ms"
	case speed <= 0.5:
		return "800ms"
	case speed >= 4:
		return "150ms"
	case speed >= 2:
		return "200ms"
	}
	return "400ms"
}
