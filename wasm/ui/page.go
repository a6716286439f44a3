package ui

import (
	"cmp"
	"net/url"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios"
	"closenotify/scenarios/link"
	"closenotify/wasm/ui/model"
)

// Page is the playground, the component of every address.
type Page struct {
	app.Compo

	library scenarios.Library // as the page begins with it
	ctx     app.Context       // nil until the page is mounted
	model   model.Model
	scene   model.Scene // as it was last drawn
	saved   savedScenarios
	draft   string      // the name of this tab's draft, "" for none
	waiting []model.Cmd // until the page is drawn and the store has opened
	closers []func()

	embed          embedded
	compiling      compiling
	swipe          swipe
	script         scriptField
	programText    string   // what is in the field of the dialog
	title          string   // of the scenario, as the tab shows it
	running        bool     // the page has been drawn for its first address
	scrollToCursor bool     // the cursor has moved: scroll to its row after the next drawing
	pointerUsed    bool     // a pointer was used last, not a key
	fieldLeft      bool     // a field has been changed and left
	fetching       bool     // the library is on its way
	focus          string   // id of the element that gets the keyboard after the next drawing
	dialog         string   // the dialog that is open in the browser
	syncID         int      // of the newest SyncURL: only that one is carried out
	storingStage   bool     // the stage is about to be stored
	stageLost      bool     // the stage could not be stored
	onFrame        app.Func // showCursor
	showPanel      bool     // a panel was opened: scroll to it after the next drawing, if it is out of sight
	onPanelFrame   app.Func // showPanel
}

// New returns the page, with what it knows of the shipped scenarios when it begins.
func New(lib scenarios.Library) *Page { return &Page{library: lib} }

// OnInit puts the scenario of the address on the stage, so that the first drawing of the page
// is the right one.
func (p *Page) OnInit() {
	p.model = model.New(p.library)
	if !app.IsServer {
		p.restore()
	}
}

// restore restores the settings, and the stage as the address and the tab have it.
func (p *Page) restore() {
	p.model.BaseURL = baseURL()
	if p.restoreEmbed() {
		return
	}
	p.model.Sharing.Native = app.Window().Get("navigator").Get("share").Truthy()
	for _, name := range []string{"theme", "motion", "future", "keys"} {
		if v := readStored("localStorage", name); v != "" {
			p.update(model.RestoreSetting{Name: name, Value: v})
		}
	}
	p.update(model.DeckStored{Text: readStored("localStorage", deckName)})
	p.visit()
	p.update(model.RestoreStage{Stored: readStored("sessionStorage", "stage"), How: arrival()})
	p.title = p.model.Title() // the page was served with a title for it
	p.scrollToCursor = p.model.At > 0
}

// OnPreRender draws the page on the server. The stage is as it will be when the program has
// started, so that it does not jump then. Without the program nothing can be pressed, so the
// transcript tells every step. It is visible where scripts are off.
func (p *Page) OnPreRender(ctx app.Context) {
	path := ctx.Page().URL().Path
	p.model, _ = model.Update(p.model, model.Visit{Preset: presetOf(path)})
	p.model.Static, p.model.Status = true, ""
}

// OnMount starts what only a browser has: keys, stored settings, saved scenarios.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.onFrame, p.onPanelFrame = app.FuncOf(showCursor), app.FuncOf(showPanel)
	p.closers = append(p.closers, p.onFrame.Release, p.onPanelFrame.Release,
		app.Window().AddEventListener("keydown", p.onKey),
		app.Window().AddEventListener("pointerdown", p.onPointer),
		app.Window().AddEventListener("touchstart", p.onTouch),
		app.Window().AddEventListener("touchend", p.onRelease))
	p.followHistory()
	p.storeStageOnLeaving()
	p.fillPrintOnDemand()
	p.followCaret()
	p.takeImports()
	p.syncDOM()
}

// OnAppUpdate tells that the site has been updated. web/boot.js finds that out.
func (p *Page) OnAppUpdate(app.Context) { p.update(model.SiteUpdated{}) }

// OnDismount releases what OnMount has started.
func (p *Page) OnDismount() {
	for _, c := range p.closers {
		c()
	}
	p.closers = nil
}

// OnNav follows the address bar: a link was opened or pasted, or somebody went back to it.
func (p *Page) OnNav(ctx app.Context) {
	if app.IsServer {
		return
	}
	if p.running {
		ctx.Dispatch(func(app.Context) { p.visit() })
		return
	}
	p.running = true
	ctx.Defer(func(app.Context) { // the page is drawn, and all keys and buttons work
		app.Window().Get("document").Get("documentElement").Get("dataset").Set("playground", "running")
		if p.embed.on {
			p.serveEmbed()
			return
		}
		p.runWaiting()
		p.openStore()
		p.followDrafts()
		p.fetchLibraryWhenCalm()
	})
}

// visit puts on the stage what the address bar says.
func (p *Page) visit() {
	if u := app.Window().URL(); u != nil && !p.embed.on {
		p.scrollToCursor = true
		p.update(visitOf(u))
		if !p.model.Ask.On && wants(u.RawQuery, model.QueryAsk) {
			p.update(model.ToggleAsk{})
		}
		if !p.model.Present && wants(u.RawQuery, model.QueryPresent) {
			p.update(model.TogglePresent{})
		}
	}
}

// visitOf is what an address says. A link that was passed on by a mail program is in the query.
func visitOf(u *url.URL) model.Visit {
	return model.Visit{Preset: presetOf(u.Path), Fragment: cmp.Or(u.Fragment, link.FromQuery(u.RawQuery))}
}

// wants reports whether a word stands in the part of an address after "?". Links that are passed on may
// have more in it.
func wants(query, word string) bool {
	for _, part := range strings.Split(query, "&") {
		if name, _, _ := strings.Cut(part, "="); name == word {
			return true
		}
	}
	return false
}

// presetOf is the shipped scenario that an address names, "" for none.
func presetOf(path string) string {
	name, ok := strings.CutPrefix(path, inSite("/s/"))
	if !ok {
		return ""
	}
	return strings.TrimSuffix(name, "/")
}

// update updates the model and starts the effects.
func (p *Page) update(msg model.Msg) {
	p.model.Today = today()
	before := p.model
	next, cmds := model.Update(before, msg)
	p.model = next
	p.scrollToCursor = p.scrollToCursor || next.At != before.At || next.Sheet != before.Sheet || next.Present != before.Present || next.Highlight != before.Highlight
	for _, c := range cmds {
		p.runCmd(c)
	}
	p.syncDOM()
	if p.ctx != nil && next.History.Len()-before.History.Len() > manyNewSteps {
		time.Sleep(time.Millisecond) // lets the browser do its work before all this is drawn
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
	sheet := "closed"
	if s.Sheet {
		sheet = "open"
	}
	return elem("div.page", attr("id", "page"), attr("data-programs", programsShown(s.Programs)), attr("data-state", stateOf(s)), attr("data-sheet", sheet), attr("data-motion", s.Motion), attr("data-future", s.Future), attr("data-flight", flight),
		attr("data-speed", speedValue(s.Speed)),
		skipLink(),
		elem("div.desk",
			viewOf(s.Header),
			elem("main.main",
				viewOf(s.Story),
				viewOf(s.Challenge),
				viewOf(s.Ask),
				viewOf(opening{s.Opening}),
				elem("section.stage", attr("aria-label", "Stage"), viewOf(headerRow{s.Lanes, s.Wires}), viewOf(s.Ladder)),
				viewOf(s.Closing),
				elem("div.controls", viewOf(s.Ladder.Forks), viewOf(s.CallBar)),
				elem("div.beside", viewOf(s.Programs), viewOf(s.Panels)))),
		viewOf(s.Dock),
		iconButton("present", "close", "End the presentation (Esc)").Class("end-present"),
		viewOf(noticesIn(s, "")),
		viewOf(loadingOutside(s)),
		elem("p.unseen", attr("id", "status"), attr("role", "status"), ownDirection, s.Status),
		p.dialogs(s),
	).On("click", p.onClick).On("change", p.onChange).On("input", p.onInput)
}

// stateOf is what the page shows, for the style sheet.
func stateOf(s model.Scene) string {
	switch {
	case s.Present:
		return "presenting"
	case s.Ask.Title != "":
		return "asking"
	case s.Opening:
		return "opening"
	}
	return "begun"
}

// programsShown says which peers have programs, and whether a phone shows them, for the style
// sheet: "client server open".
func programsShown(p model.Programs) string {
	text := ""
	for _, s := range p.Shown {
		text += s.Role.String() + " "
	}
	if p.Sheet && text != "" {
		text += "open"
	}
	return strings.TrimSpace(text)
}

// dialogs are all dialogs, of which at most one is open.
func (p *Page) dialogs(s model.Scene) []app.UI {
	return []app.UI{
		p.dialogElement("help", helpScene{s.Keys == "on"}, s),
		p.dialogElement("releases", releasesScene{}, s),
		p.dialogElement("program", s.Code, s),
		p.dialogElement("order", s.Order, s),
		p.dialogElement("share", s.Share, s),
		p.dialogElement("practice", s.Practice, s),
		p.dialogElement("saved", s.Saved, s),
	}
}

// dialogElement is a dialog around a piece of the Scene, which is drawn while it is open.
// Escape closes it, too. The close event does not bubble up to the root, so each dialog
// listens for it.
func (p *Page) dialogElement(name string, piece any, s model.Scene) app.UI {
	var content app.UI = elem("div.none")
	if s.Dialog == name {
		content = viewOf(piece)
	}
	return elem("dialog.dialog", attr("id", "dialog-"+name), attr("aria-labelledby", "title-"+name),
		content, viewOf(noticesIn(s, name))).On("close", p.onClose)
}

// noticesIn are the notices, if dialog is the open one: nothing outside an open dialog can be
// pressed.
func noticesIn(s model.Scene, dialog string) []model.Notice {
	if s.Dialog != dialog {
		return nil
	}
	return s.Notices
}

// loadingOutside is how far the compiler has come, if no dialog shows it.
func loadingOutside(s model.Scene) model.Loading {
	if s.Dialog == "program" || s.Dialog == "order" || s.Dialog == "share" {
		return model.Loading{}
	}
	return s.Loading
}

// onClose tells the model that the browser has closed a dialog. The event of one comes late if
// a key has opened another one meanwhile.
func (p *Page) onClose(_ app.Context, e app.Event) {
	if p.dialog == p.model.Dialog && e.Get("target").Get("id").String() == "dialog-"+p.dialog {
		p.dialog = ""
		p.update(model.HideDialog{})
	}
}
