package ui

import (
	"context"
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios/store"
	"closenotify/wasm/ui/model"
)

// savedScenarios are the saved scenarios, as the page uses them. The zero value has no store yet.
type savedScenarios struct {
	keeper  *store.Keeper
	browser browserStore
	listing bool           // List is running
	again   bool           // and what it says may be too old
	stored  []store.Stored // by a List that was too old
}

// openStore opens the store. Effects that came before are carried out then.
func (p *Page) openStore() {
	p.saved.browser = openBrowserStore(p.onStoreChanged)
	p.saved.keeper = store.NewKeeper(p.saved.browser)
	p.runWaiting()
	p.runCmd(model.ListSaved{})
}

// onStoreChanged lists anew: another tab has changed something, or the store works again. What was
// deleted under the page is kept at once, before anything else is stored.
func (p *Page) onStoreChanged(deleted bool) {
	kept := 0
	if deleted {
		kept = p.saved.keeper.HoldDeleted()
	}
	p.ctx.Dispatch(func(app.Context) {
		if deleted {
			p.update(model.SavedLost{Kept: kept})
			return
		}
		p.runCmd(model.ListSaved{})
	})
}

// runStoreCmd carries out an effect on the saved scenarios.
func (p *Page) runStoreCmd(c model.Cmd) {
	keeper := p.saved.keeper
	if keeper == nil {
		p.waiting = append(p.waiting, c)
		return
	}
	switch c := c.(type) {
	case model.ListSaved:
		p.listSaved()
	case model.ReleaseSaved:
		keeper.Release()
		p.listSaved()
	case model.GetSaved:
		p.runAsync(func(ctx context.Context) model.Msg {
			saved, err := keeper.Get(ctx, c.ID)
			return model.SavedGot{GetSaved: c, Saved: saved, Err: err}
		})
	case model.PutSaved:
		p.runAsync(func(ctx context.Context) model.Msg {
			was := c.Saved.Version
			saved, err := keeper.Put(ctx, c.Saved)
			if errors.Is(err, store.ErrChanged) {
				c = c.AsNew()
				saved, err = keeper.Put(ctx, c.Saved)
			}
			return model.SavedPut{Saved: saved, Was: was, Report: c.Report, Save: c.Save, Err: err}
		})
	case model.DeleteSaved:
		p.runAsync(func(ctx context.Context) model.Msg {
			gone, err := keeper.Delete(ctx, c.ID)
			return model.SavedDeleted{DeleteSaved: c, Deleted: gone, Err: err}
		})
	case model.ExportSaved:
		p.runAsync(func(ctx context.Context) model.Msg {
			n, err := p.saved.browser.Export(ctx, "close_notify-"+time.Now().Format(time.DateOnly)+".json", keeper.Waiting())
			return model.SavedExported{Count: n, Err: err}
		})
	}
}

// listSaved lists what is stored, once at a time: the list can be long.
func (p *Page) listSaved() {
	if p.saved.listing {
		p.saved.again = true
		return
	}
	p.saved.listing = true
	p.ctx.Async(func() {
		listing, err := p.saved.keeper.List(context.Background())
		p.ctx.Dispatch(func(app.Context) {
			again := p.saved.again
			p.saved.listing, p.saved.again = false, false
			listing.Stored = append(p.saved.stored, listing.Stored...)
			if p.saved.stored = nil; again {
				p.saved.stored = listing.Stored
				p.listSaved()
				return
			}
			p.update(model.SavedListed{Listing: listing, Err: err})
		})
	})
}

// importCollection adds the saved scenarios of a file.
func (p *Page) importCollection(file app.Value) {
	p.runAsync(func(ctx context.Context) model.Msg {
		imported, err := p.saved.browser.importFile(ctx, file)
		return model.SavedImported{Imported: imported, Err: err}
	})
}
