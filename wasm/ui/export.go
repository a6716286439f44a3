package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// export has the lab write the scenario in a format.
func (p *Page) export(c model.Export) {
	p.ctx.Async(func() {
		data, err := browserLab{}.export(c.Format, c.Text, func(loaded, total int) {
			p.ctx.Dispatch(func(app.Context) { p.update(model.CompileProgress{Loaded: loaded, Total: total}) })
		})
		p.ctx.Dispatch(func(app.Context) { p.update(model.Exported{ID: c.ID, Data: string(data), Err: errorText(err)}) })
	})
}

// passOn has the browser offer other programs that take a link.
func (p *Page) passOn(c model.PassOn) {
	answer := app.Window().Call("passOn", c.Title, c.Link) // at once: a browser shares only while a press is handled
	p.ctx.Async(func() {
		if _, err := await(answer); err != nil {
			p.ctx.Dispatch(func(app.Context) { p.update(model.Copied{What: "Link", Err: err.Error()}) })
		}
	})
}
