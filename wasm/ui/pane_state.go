package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// statePane shows the state of the peers and of the wire.
func statePane(s model.StateScene) app.UI {
	events := elem("div.events.none")
	if len(s.Events) > 0 {
		events = elem("div.events", elem("h2", "Message callback in this step"),
			elem("ul", each(s.Events, func(e string) app.UI { return elem("li", elem("code", e)) })))
	}
	return elem("div.state",
		flagMap(s.Map),
		stateTable(s.Rows, "peers", "Endpoints", "client", "server"),
		stateTable(s.Rows, "wire", "Wire", "client \u2192 server", "server \u2192 client"),
		elem("p.quiet", elem("span.changed-mark", ariaHidden), " changed by this step"),
		events)
}

// stateTable has the rows of a group, "peers" or "wire".
func stateTable(all []model.StateRow, group, title, left, right string) app.UI {
	var rows []app.UI
	for _, r := range all {
		if r.Group == group {
			rows = append(rows, elem("tr", elem("th", attr("scope", "row"), withBreaks(r.Name)), stateCell(r.Cells[0]), stateCell(r.Cells[1])))
		}
	}
	return elem("table",
		elem("caption", title),
		elem("thead", elem("tr", elem("td"), elem("th.client", attr("scope", "col"), left), elem("th.server", attr("scope", "col"), right))),
		elem("tbody", rows))
}

// stateCell is a value. If the step changed it, it also shows the one before.
func stateCell(c model.StateCell) app.UI {
	if !c.Changed {
		return elem("td"+classIf(c.Highlighted, "highlighted"), elem("span.now", c.Now))
	}
	return elem("td.changed"+classIf(c.Highlighted, "highlighted"), elem("span.now", c.Now), elem("span.was", "was "+c.Was))
}
