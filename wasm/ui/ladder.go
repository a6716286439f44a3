package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// ladder is the drawing: time runs down, the client left, the server right. It
// is hidden from screen readers, which have the transcript.
//
// A row keeps its element while the window moves on, so that the style sheet can
// move what is in it: each step has its slot, and its order puts it in its place.
func ladder(l model.Ladder) app.UI {
	first, last := 1, 0
	slots := make([]model.Row, len(l.Rows))
	if l.RowsBefore > 0 {
		slots = make([]model.Row, model.MaxVisibleRows)
	}
	for _, r := range l.Rows {
		slots[(r.N-1)%model.MaxVisibleRows] = r
		first, last = l.Rows[0].N, r.N
	}
	body := []app.UI{more(l.RowsBefore, "earlier", first-1, "0")}
	if l.Empty {
		body = append(body, el("p.ladder-empty", "Nothing has been called yet. The calls are below."))
	}
	for _, r := range slots {
		body = append(body, of(r))
	}
	body = append(body, more(l.RowsAfter, "later", last+1, "1000000"))
	return el("div.ladder-scroll", at("tabindex", "0"), at("role", "region"),
		at("aria-label", "Drawing of the exchange; the transcript tells the same in sentences"),
		el("div.ladder", hidden, body))
}

// more stands for the rows that are out of sight at one end.
func more(n int, which string, to int, order string) app.UI {
	if n == 0 {
		return el("div.more", at("style", "order:"+order))
	}
	return el("div.more.on", at("style", "order:"+order), at("data-do", "seek "+strconv.Itoa(to)),
		strconv.Itoa(n)+" "+which+" steps")
}

// turns is where the history forks around the cursor, as buttons.
func turns(t model.Forks) app.UI {
	alone := el("span.none")
	if t.Any && t.Instead == nil && t.Next == nil {
		alone = el("span.quiet", "The history forks at another step: see Tree")
	}
	return el("div.turns"+when(t.Any, "on"), alone,
		futures("Ways to take this step", t.Instead),
		futures("Ways on from here", t.Next))
}

// futures is one fork.
func futures(title string, list []model.Future) app.UI {
	if len(list) == 0 {
		return el("div.branch")
	}
	return el("div.branch.on", at("role", "group"), at("aria-label", title),
		glyph("fork"), el("span.branch-title", title),
		each(list, func(f model.Future) app.UI {
			return press(".future"+when(f.On, "on"), "choose "+strconv.Itoa(int(f.Node)),
				at("aria-pressed", truth(f.On)), f.Text)
		}))
}
