package ui

import (
	"net/url"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// pageOrigin is "https://host", for links.
func pageOrigin() string {
	if app.IsServer {
		return ""
	}
	return app.Window().Get("location").Get("origin").String()
}

// settingKey is where a setting lies in the browser's local storage.
func settingKey(name string) string { return "close_notify." + name }

// keptSetting reads a setting of an earlier visit, "" where there is none or
// where the browser does not let pages keep anything.
func keptSetting(name string) (value string) {
	if app.IsServer {
		return ""
	}
	defer func() {
		if recover() != nil {
			value = ""
		}
	}()
	v := app.Window().Get("localStorage").Call("getItem", settingKey(name))
	if !v.Truthy() {
		return ""
	}
	return v.String()
}

// keepSetting keeps a setting for later visits, if the browser lets it.
func keepSetting(name, value string) {
	if app.IsServer {
		return
	}
	defer func() { _ = recover() }() // a full or blocked store: the setting holds for this visit
	app.Window().Get("localStorage").Call("setItem", settingKey(name), value)
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
