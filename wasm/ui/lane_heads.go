package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// laneHeads are the tops of the lanes, which stay in sight.
type laneHeads struct {
	Lanes [2]model.LaneHeader
	Wires [2]model.WireHeader
}

// heads draws client, wire, server.
func heads(h laneHeads) app.UI {
	return el("div.heads",
		laneHead(h.Lanes[engine.Client]),
		el("div.head.wire",
			wireNotes(h.Wires[engine.ClientToServer], "\u2192"),
			wireNotes(h.Wires[engine.ServerToClient], "\u2190"),
		),
		laneHead(h.Lanes[engine.Server]),
	)
}

// laneHead is the top of a peer's lane.
func laneHead(l model.LaneHeader) app.UI {
	name := l.Role.String()
	return el("div.head."+name+when(l.Freed, "freed"), at("role", "group"), at("aria-label", name),
		el("span.head-name", name), pill(l.Pills[0]), pill(l.Pills[1]),
		el("span.head-notes", notes(l.Notes)))
}

// notes are things to remember. Their line is always there, so that a new one moves
// nothing; what does not fit is in the title, and in the panel State.
func notes(list []string) []app.UI {
	return each(list, func(n string) app.UI { return el("span.note", at("title", n), n) })
}

// pill is one flag. Pressed, it lights up what set it.
func pill(p model.Pill) app.UI {
	state, title := ": not set", p.Name+": not set"
	if p.On {
		state, title = ": set", p.Name+" was "+p.Cause+". Press to see it everywhere."
	}
	return press(".pill"+when(p.On, "on")+when(p.Changed, "changed")+when(p.Highlighted, "lit"), p.Action, at("title", title), at("aria-pressed", truth(p.Highlighted)),
		el("span.pill-dot", hidden), p.Name, unseen(state))
}

// wireNotes says what is on one direction.
func wireNotes(w model.WireHeader, arrow string) app.UI {
	body := notes(w.Notes)
	if len(body) == 0 {
		body = []app.UI{el("span.quiet", "empty")}
	}
	return el("div.wire-notes", el("span.arrow", hidden, arrow),
		unseen(w.Dir.From().String()+" to "+w.Dir.To().String()+": "), body)
}
