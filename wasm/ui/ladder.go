package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// ladderRegion is the drawing: time runs down, with the client on the left and the server
// on the right. It is hidden from screen readers, which have the transcript.
//
// A row keeps its element while the window moves on, so that the style sheet can animate
// what is in it: each step has a slot of its own, and "order" puts it in its place.
func ladderRegion(l model.Ladder) app.UI {
	first, last := 1, 0
	slots := make([]model.Row, len(l.Rows))
	if l.RowsBefore > 0 {
		slots = make([]model.Row, model.MaxVisibleRows)
	}
	for _, r := range l.Rows {
		slots[(r.N-1)%model.MaxVisibleRows] = r
		first, last = l.Rows[0].N, r.N
	}
	body := []app.UI{hiddenRows(l.RowsBefore, "earlier", first-1, "0")}
	if l.Empty {
		body = append(body, elem("p.ladder-empty", "Nothing has been called yet. The calls are below."))
	}
	for _, r := range slots {
		body = append(body, viewOf(r))
	}
	body = append(body, hiddenRows(l.RowsAfter, "later", last+1, "1000000"))
	return elem("div.ladder-scroll", attr("tabindex", "0"), attr("role", "region"),
		attr("aria-label", "Drawing of the exchange; the transcript tells the same in sentences"),
		elem("div.ladder", ariaHidden, body))
}

// hiddenRows stands for the n rows before or after the window. A press goes to step to.
func hiddenRows(n int, which string, to int, order string) app.UI {
	if n == 0 {
		return elem("div.more", attr("style", "order:"+order))
	}
	return elem("div.more.on", attr("style", "order:"+order), attr("data-do", "seek "+strconv.Itoa(to)),
		strconv.Itoa(n)+" "+which+" steps")
}

// forkBar has buttons for the branches around the cursor.
func forkBar(f model.Forks) app.UI {
	elsewhere := elem("span.none")
	if f.Any && f.Instead == nil && f.Next == nil {
		elsewhere = elem("span.quiet", "Other branches exist. ", button(".linklike", "pane tree", "Show tree"))
	}
	return elem("div.forks"+classIf(f.Any, "on"), elsewhere,
		forkButtons("Alternatives to this step", f.Instead),
		forkButtons("Branches from here", f.Next))
}

// forkButtons has a button for each way in which one moment goes on.
func forkButtons(title string, list []model.Future) app.UI {
	if len(list) == 0 {
		return elem("div.fork")
	}
	return elem("div.fork.on", attr("role", "group"), attr("aria-label", title),
		glyph("fork"), elem("span.fork-title", title),
		each(list, func(f model.Future) app.UI {
			return button(".future"+classIf(f.OnStage, "on"), "choose-branch "+strconv.Itoa(int(f.Node)),
				attr("aria-pressed", ariaBool(f.OnStage)), f.Text)
		}))
}
