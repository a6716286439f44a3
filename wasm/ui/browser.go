package ui

import (
	"net/url"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// baseURL is "https://host", for links.
func baseURL() string {
	if app.IsServer {
		return ""
	}
	return app.Window().Get("location").Get("origin").String()
}

// keyPrefix stands in front of the page's keys in the browser's storages.
const keyPrefix = "close_notify."

// readStored reads what was readStored in a storage of the browser's, "" where there is
// nothing or where the browser does not let pages keep anything.
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

// writeStored keeps a text in a storage: "localStorage" for later visits,
// "sessionStorage" for as long as the tab is open.
func writeStored(storage, name, value string) {
	if app.IsServer {
		return
	}
	defer func() { _ = recover() }() // a full or blocked store: the text holds for this visit
	app.Window().Get(storage).Call("setItem", keyPrefix+name, value)
}

// isReload reports whether the page was here before: reloaded, or gone back to.
func isReload() bool {
	entries := app.Window().Get("performance").Call("getEntriesByType", "navigation")
	return entries.Length() > 0 && entries.Index(0).Get("type").String() != "navigate"
}

// replaceAddress shows u in the address bar without leaving the page.
func replaceAddress(ctx app.Context, u *url.URL) {
	if app.IsServer {
		return
	}
	ctx.Page().ReplaceURL(u)
}

// copyText puts a text on the clipboard and tells how it went.
func (p *Page) copyText(c model.Copy) {
	if app.IsServer {
		return
	}
	tell := func(trouble string) {
		p.ctx.Dispatch(func(app.Context) { p.update(model.Copied{What: c.What, Err: trouble}) })
	}
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		tell("this page is not served over https")
		return
	}
	var done, failed app.Func
	release := func() {
		done.Release()
		failed.Release()
	}
	done = app.FuncOf(func(app.Value, []app.Value) any {
		tell("")
		release()
		return nil
	})
	failed = app.FuncOf(func(_ app.Value, args []app.Value) any {
		tell(args[0].Get("message").String())
		release()
		return nil
	})
	clipboard.Call("writeText", c.Text).Call("then", done, failed)
}
