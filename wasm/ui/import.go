package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// takeImports takes what web/import.js has read.
func (p *Page) takeImports() {
	opened := app.FuncOf(func(_ app.Value, args []app.Value) any {
		msg := model.Import{Name: args[0].String(), Text: args[1].String(), Problem: args[2].String()}
		p.ctx.Dispatch(func(app.Context) { p.update(msg) })
		return nil
	})
	app.Window().Set("openImported", opened)
	p.closers = append(p.closers, opened.Release)
}
