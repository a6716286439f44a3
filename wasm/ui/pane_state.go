package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// statePane is what the library and the wire would answer if asked now.
func statePane(s model.StateScene) app.UI {
	events := el("div.events.none")
	if len(s.Events) > 0 {
		events = el("div.events", el("h2", "Message callback in this step"),
			el("ul", each(s.Events, func(e string) app.UI { return el("li", el("code", e)) })))
	}
	return el("div.state",
		flagMap(s.Map),
		stateTable(s.Rows, "peers", "Endpoints", "client", "server"),
		stateTable(s.Rows, "wire", "Wire", "client \u2192 server", "server \u2192 client"),
		el("p.quiet", el("span.changed-mark", hidden), " changed by this step"),
		events)
}

func stateTable(all []model.StateRow, group, title, left, right string) app.UI {
	var rows []app.UI
	for _, r := range all {
		if r.Group == group {
			rows = append(rows, el("tr", el("th", at("scope", "row"), r.Name), stateCell(r.Cells[0]), stateCell(r.Cells[1])))
		}
	}
	return el("table",
		el("caption", title),
		el("thead", el("tr", el("td"), el("th.client", at("scope", "col"), left), el("th.server", at("scope", "col"), right))),
		el("tbody", rows))
}

// stateCell is a value, with the one before it where the step changed it.
func stateCell(c model.StateCell) app.UI {
	if !c.Changed {
		return el("td"+when(c.Highlighted, "lit"), el("span.now", c.Now))
	}
	return el("td.changed"+when(c.Highlighted, "lit"), el("span.now", c.Now), el("span.was", "was "+c.Was))
}
