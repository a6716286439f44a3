package ui

import (
	"net/url"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// baseURL is "https://host", with the path of the site, for links.
func baseURL() string {
	if app.IsServer {
		return ""
	}
	return app.Window().Get("location").Get("origin").String() + strings.TrimSuffix(sitePath(), "/")
}

// keyPrefix begins the page's keys in localStorage and sessionStorage.
const keyPrefix = "close_notify."

// readStored reads a text from a storage, "localStorage" or "sessionStorage". It is "" if
// there is none, or if the browser lets pages store nothing.
func readStored(storage, name string) (value string) {
	if app.IsServer {
		return ""
	}
	defer func() {
		if recover() != nil {
			value = ""
		}
	}()
	v := app.Window().Get(storage).Call("getItem", keyPrefix+name)
	if !v.Truthy() {
		return ""
	}
	return v.String()
}

// writeStored stores a text: in "localStorage" for later visits, in "sessionStorage" until
// the tab is closed. It reports false if the storage is full or blocked.
func writeStored(storage, name, value string) (ok bool) {
	if app.IsServer {
		return false
	}
	defer func() { ok = recover() == nil }()
	app.Window().Get(storage).Call("setItem", keyPrefix+name, value)
	return true
}

// arrival is how the tab has come to the page.
func arrival() model.Arrival {
	entries := app.Window().Get("performance").Call("getEntriesByType", "navigation")
	if entries.Length() == 0 {
		return model.Navigated
	}
	return model.Arrival(entries.Index(0).Get("type").String())
}

// showAddress shows u in the address bar without leaving the page. With asEntry, the browser's
// Back leads to what the bar said before.
func showAddress(ctx app.Context, u *url.URL, asEntry bool) {
	if app.IsServer {
		return
	}
	defer func() { _ = recover() }() // a page in a sandboxed frame may not change its address
	if asEntry {
		app.Window().Get("history").Call("pushState", nil, "", u.String())
	}
	ctx.Page().ReplaceURL(u) // go-app has to know it, too
}

// followHistory has Back and Forward change the stage. go-app would make a new Page for another
// path, without what was not saved.
func (p *Page) followHistory() {
	onPopState := app.FuncOf(func(app.Value, []app.Value) any {
		p.ctx.Dispatch(func(ctx app.Context) {
			ctx.Page().ReplaceURL(app.Window().URL())
			p.visit()
			p.syncTitle(ctx)
		})
		return nil
	})
	app.Window().Set("onpopstate", onPopState)
	p.closers = append(p.closers, onPopState.Release)
}

// syncTitle shows the title of the scenario in the tab. The title that the page was served
// with stays until another scenario is on the stage.
func (p *Page) syncTitle(ctx app.Context) {
	if title := p.model.Title(); title != p.title {
		p.title = title
		ctx.Page().SetTitle(title + " \u2013 close_notify")
	}
}

// copyText puts a text on the clipboard and reports with model.Copied.
func (p *Page) copyText(c model.Copy) {
	if app.IsServer {
		return
	}
	report := func(problem string) {
		p.ctx.Dispatch(func(app.Context) { p.update(model.Copied{What: c.What, Err: problem}) })
	}
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		report("this page is not served over https")
		return
	}
	var done, failed app.Func
	release := func() {
		done.Release()
		failed.Release()
	}
	done = app.FuncOf(func(app.Value, []app.Value) any {
		report("")
		release()
		return nil
	})
	failed = app.FuncOf(func(_ app.Value, args []app.Value) any {
		report(args[0].Get("message").String())
		release()
		return nil
	})
	clipboard.Call("writeText", c.Text).Call("then", done, failed)
}
