package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// statePane is what the library and the wire would answer if asked now.
func statePane(rows []model.StateRow) app.UI {
	return el("div.state",
		stateTable(rows, "peers", "Endpoints", "client", "server"),
		stateTable(rows, "wire", "Wire", "client \u2192 server", "server \u2192 client"),
		el("p.quiet", el("span.changed-mark", hidden), " changed by this step"))
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
		return el("td", el("span.now", c.Now))
	}
	return el("td.changed", el("span.now", c.Now), el("span.was", "was "+c.Was))
}
