package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// headerRow is what stays in sight above the ladder.
type headerRow struct {
	Lanes [2]model.LaneHeader
	Wires [2]model.WireHeader
}

// laneHeaders are the headers of the client's lane, of the wire and of the server's lane.
func laneHeaders(h headerRow) app.UI {
	return elem("div.heads",
		laneHeader(h.Lanes[engine.Client]),
		elem("div.head.wire",
			wireNotes(h.Wires[engine.ClientToServer], "\u2192"),
			wireNotes(h.Wires[engine.ServerToClient], "\u2190"),
		),
		laneHeader(h.Lanes[engine.Server]),
	)
}

// laneHeader is the header of a peer's lane.
func laneHeader(l model.LaneHeader) app.UI {
	name := l.Role.String()
	return elem("div.head."+name+classIf(l.Freed, "freed")+motionClasses(l.Motion), attr("role", "group"), attr("aria-label", name),
		elem("span.head-name", name), pill(l.Pills[0]), pill(l.Pills[1]),
		elem("span.head-notes", noteList(l.Notes)))
}

// noteList has the notes of a header. Their line is always there, so that a new note moves
// nothing. One that does not fit is in its title, and in the State panel.
func noteList(list []string) []app.UI {
	return each(list, func(n string) app.UI { return elem("span.note", attr("title", n), n) })
}

// pill is one flag. A press highlights what set it.
func pill(p model.Pill) app.UI {
	name := p.Name + ": not set"
	title := name
	if p.On {
		name, title = p.Name+": set", p.Name+" was "+p.Cause+". Press to highlight it everywhere."
	}
	return button(".pill.pill-"+strings.ToLower(p.Name)+classIf(p.On, "on")+classIf(p.Changed, "changed")+classIf(p.Highlighted, "highlighted"), p.Action, attr("title", title), attr("aria-label", name), attr("aria-pressed", ariaBool(p.Highlighted)),
		elem("span.pill-dot", ariaHidden), p.Name)
}

// wireNotes are the notes of one direction.
func wireNotes(w model.WireHeader, arrow string) app.UI {
	body := noteList(w.Notes)
	if len(body) == 0 {
		body = []app.UI{elem("span.quiet", "empty")}
	}
	return elem("div.wire-notes", elem("span.arrow", ariaHidden, arrow),
		screenReaderText(w.Dir.Sender().String()+" to "+w.Dir.Receiver().String()+": "), body)
}
