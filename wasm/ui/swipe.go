package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// swipe is a finger on the stage.
type swipe struct {
	x, y   float64
	active bool // one finger, where nothing else scrolls sideways
}

// onTouch notes where a finger touches the stage.
func (p *Page) onTouch(_ app.Context, e app.Event) {
	p.swipe = swipe{}
	if e.Get("touches").Length() != 1 || !isWithin(e.Get("target"), ".story, .heads, .ladder-scroll") {
		return
	}
	t := e.Get("touches").Index(0)
	p.swipe = swipe{t.Get("clientX").Float(), t.Get("clientY").Float(), true}
}

// onRelease takes a step if the finger has moved sideways: to the left for the next one, as
// a page is turned. Two fingers zoom, and a move up or down scrolls.
func (p *Page) onRelease(_ app.Context, e app.Event) {
	const far = 48 // CSS pixels
	from := p.swipe
	p.swipe = swipe{}
	if !from.active || e.Get("touches").Length() > 0 {
		return
	}
	t := e.Get("changedTouches").Index(0)
	dx, dy := t.Get("clientX").Float()-from.x, t.Get("clientY").Float()-from.y
	if max(dx, -dx) < far || max(dx, -dx) < 2*max(dy, -dy) {
		return
	}
	if dx < 0 {
		p.update(model.Next{})
	} else {
		p.update(model.Back{})
	}
}
