package ui

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// runCmd carries out an effect. What may take time runs in the background and reports with a
// message.
func (p *Page) runCmd(c model.Cmd) {
	if p.ctx == nil { // the page is not drawn yet
		p.waiting = append(p.waiting, c)
		return
	}
	switch c := c.(type) {
	case model.Wait:
		p.ctx.After(c.For, func(app.Context) { p.update(c.Msg) })
	case model.Focus:
		p.focus = c.ID
		giveKeyboard(c.ID) // if it is there already: the next key may come before the drawing
	case model.ShowPanel:
		p.showPanel = true
	case model.SelectText:
		p.selectScript(c)
	case model.Copy:
		p.copyText(c)
	case model.StoreSetting:
		writeStored("localStorage", c.Name, c.Value)
	case model.StoreStage:
		p.storeStage(c.Text)
	case model.Reload:
		app.Window().Get("location").Call("reload")
	case model.Download:
		download(c)
	case model.PassOn:
		p.passOn(c)
	default:
		p.runStageCmd(c)
	}
}

// runStageCmd carries out an effect that belongs to the scenario on the stage.
func (p *Page) runStageCmd(c model.Cmd) {
	switch c := c.(type) {
	case model.Compile:
		p.compile(c)
	case model.StorePlayed:
		storePlayed(c)
	case model.Export:
		p.export(c)
	case model.StoreDeck:
		p.storeDeck(c)
	case model.FetchExplained:
		p.fetchExplained()
	case model.MakeQuestions:
		p.makeQuestions(c)
	case model.FetchLibrary:
		p.fetchLibrary()
	case model.Answered:
		p.tellAnswer(c)
	case model.SyncURL:
		p.followStage()
	default:
		p.runStoreCmd(c)
	}
}

// runWaiting carries out the effects that can be carried out by now.
func (p *Page) runWaiting() {
	waiting := p.waiting
	p.waiting = nil
	for _, c := range waiting {
		p.runCmd(c)
	}
}

// runAsync does work in the background, and updates the model with its message. The store limits
// how long it waits itself.
func (p *Page) runAsync(work func(context.Context) model.Msg) {
	p.ctx.Async(func() {
		msg := work(context.Background())
		p.ctx.Dispatch(func(app.Context) { p.update(msg) })
	})
}

// later calls a function after a while. Unlike Context.After, it does not draw the page anew:
// what the function does cannot be seen.
func (p *Page) later(wait time.Duration, do func(app.Context)) {
	p.ctx.Async(func() {
		time.Sleep(wait)
		p.ctx.Defer(do)
	})
}

// errorText is the text of an error, "" for none.
func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// followStage has the address bar and the tab's storage hold what is on the stage. An embed leaves both
// alone.
func (p *Page) followStage() {
	if p.embed.on {
		return
	}
	p.syncURL()
	p.storeStageSoon()
}

// syncURL shows the link of the stage in the address bar, once the stage has come to rest,
// and its title in the tab.
func (p *Page) syncURL() {
	const rest = 250 * time.Millisecond
	p.syncID++
	id := p.syncID
	p.later(rest, func(ctx app.Context) {
		if id != p.syncID {
			return
		}
		p.syncTitle(ctx)
		visit, u := p.model.Visited(), app.Window().URL()
		if visitOf(u) != visit {
			return // somebody has just followed a link, and OnNav has not been called yet
		}
		if path, fragment, err := p.model.Address(); err == nil {
			u.Path, u.RawQuery, u.Fragment = inSite(path), p.model.Query(), fragment
			showAddress(ctx, u, p.model.IsNew())
			visit = model.Visit{Preset: presetOf(u.Path), Fragment: fragment}
		}
		p.update(model.AddressSynced{Visit: visit})
	})
}
