package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// storeStage stores what a reload must not lose.
func (p *Page) storeStage(text string) {
	p.storingStage = false
	ok := writeStored("sessionStorage", "stage", text)
	if p.stageLost == ok {
		p.stageLost = !ok
		p.ctx.Dispatch(func(app.Context) { p.update(model.StageStored{OK: ok}) })
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
		writeStored("sessionStorage", "stage", p.model.StageText())
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
