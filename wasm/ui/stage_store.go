package ui

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// storeStage stores what a reload must not lose.
func (p *Page) storeStage(text string) {
	p.storingStage = false
	ok := p.keepStage(text)
	if p.stageLost == ok {
		p.stageLost = !ok
		p.ctx.Dispatch(func(app.Context) { p.update(model.StageStored{OK: ok}) })
	}
}

// keepStage stores a StageText for a reload, and for another tab if this one is gone and nothing
// else has what is in it.
func (p *Page) keepStage(text string) bool {
	ok := writeStored("sessionStorage", "stage", text)
	if p.draft == "" {
		return ok
	}
	if !p.model.IsUnsaved() {
		text = ""
	}
	return app.Window().Call("storeDraft", p.draft, text).Bool() && ok
}

// followDrafts gives the tab a draft of its own, and takes over what tabs have left that are gone.
func (p *Page) followDrafts() {
	p.ctx.Async(func() {
		text, _ := await(app.Window().Call("claimDraft")) // without one, the tab still has its own storage
		names := strings.Fields(string(text))
		if len(names) == 0 {
			return
		}
		p.ctx.Dispatch(func(app.Context) {
			p.draft = names[0]
			for _, other := range names[1:] {
				p.takeDraft(other)
			}
			p.keepStage(p.model.StageText())
		})
	})
}

// takeDraft shelves what another tab has left, and makes it part of what this one keeps.
func (p *Page) takeDraft(name string) {
	text := app.Window().Call("draftText", name).String()
	if !p.model.CanTakeLeft(text) {
		return
	}
	p.update(model.RestoreStage{Stored: text, How: model.LeftByTab})
	if p.keepStage(p.model.StageText()) {
		app.Window().Call("storeDraft", name, "")
	}
}

// storeStageSoon stores the stage a little later, once for everything that happens until
// then. Unlike the address, it does not wait until somebody stops typing.
func (p *Page) storeStageSoon() {
	const wait = 250 * time.Millisecond
	if p.storingStage {
		return
	}
	p.storingStage = true
	p.later(wait, func(app.Context) {
		if p.storingStage {
			p.storeStage(p.model.StageText())
		}
	})
}

// storeStageOnLeaving stores the stage when the page is left, reloaded or hidden. There is
// no time then to wait for a dispatch: what is not stored when the listener returns is lost.
func (p *Page) storeStageOnLeaving() {
	if app.IsServer {
		return
	}
	store := app.FuncOf(func(app.Value, []app.Value) any {
		p.keepStage(p.model.StageText())
		return nil
	})
	app.Window().Call("addEventListener", "pagehide", store)
	app.Window().Get("document").Call("addEventListener", "visibilitychange", store)
	p.closers = append(p.closers, func() {
		app.Window().Call("removeEventListener", "pagehide", store)
		app.Window().Get("document").Call("removeEventListener", "visibilitychange", store)
		store.Release()
	})
}
