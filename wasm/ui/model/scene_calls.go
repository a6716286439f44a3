package model

import (
	"strconv"

	"closenotify/engine"
)

// Offer is something that can be done at the cursor.
type Offer struct {
	Op      engine.Op
	Off     bool // not now
	Mistake bool // the library will call it an error: worth trying
}

// Actions is the bar of calls.
type Actions struct {
	Groups []ActionGroup
	Menu   Menu
	Items  []Offer // of the open menu
	Branch bool    // acting now begins a branch
	Setup  Setup
	Undo   bool // there is something to undo
	Redo   bool
}

// ActionGroup is the buttons of a peer, or of the network, that never move: what
// cannot be done now is off. All else is in the group's menu.
type ActionGroup struct {
	Of   string
	Bars []ActionBar
}

// ActionBar is a row of buttons of a peer, or of a direction.
type ActionBar struct {
	Title  string // "client to server" in the network's group
	Of     int    // engine.Role or engine.Direction
	Offers []Offer
}

// actionsOf draws the bar of calls.
func actionsOf(m *Model) Actions {
	now := m.World().Enabled()
	return Actions{
		Menu: m.Menu, Items: m.offers(m.Menu.Of), Branch: m.At < m.Len(),
		Setup: setupOf(m.Config), Undo: len(m.Undoable) > 0, Redo: len(m.Redoable) > 0,
		Groups: []ActionGroup{
			{"client", []ActionBar{m.peerBar(engine.Client, now)}},
			{"network", []ActionBar{m.networkBar(engine.ClientToServer, now), m.networkBar(engine.ServerToClient, now)}},
			{"server", []ActionBar{m.peerBar(engine.Server, now)}},
		},
	}
}

// peerBar is the calls that everybody needs.
func (m *Model) peerBar(r engine.Role, now []engine.Op) ActionBar {
	first := engine.VerbShutdown
	if e := m.World().Endpoint(r); e.State() == engine.Before || e.State() == engine.Init && !e.Failed() {
		first = engine.VerbDoHandshake // SSL_shutdown would be refused
	}
	return m.bar(ActionBar{Of: int(r)}, now, []engine.Op{
		{Verb: first, Role: r},
		{Verb: engine.VerbRead, Role: r, N: 100},
		{Verb: engine.VerbWrite, Role: r, N: 10},
	})
}

// networkBar is what the network does most.
func (m *Model) networkBar(d engine.Direction, now []engine.Op) ActionBar {
	title := d.From().String() + " to " + d.To().String()
	return m.bar(ActionBar{Title: title, Of: int(d)}, now, []engine.Op{
		{Verb: engine.VerbHold, Dir: d},
		{Verb: engine.VerbDeliver, Dir: d, N: engine.All},
		{Verb: engine.VerbDeliver, Dir: d, N: 10},
		{Verb: engine.VerbFIN, Dir: d},
	})
}

// bar fills in sizes and finds out what is off.
func (m *Model) bar(b ActionBar, now, ops []engine.Op) ActionBar {
	for _, op := range ops {
		off := true
		for _, n := range now {
			off = off && (n.Verb != op.Verb || n.Role != op.Role || n.Dir != op.Dir)
		}
		op = m.Sizes.fill(op)
		b.Offers = append(b.Offers, Offer{Op: op, Off: off, Mistake: !off && mistake(m.World(), op)})
	}
	return b
}

// offers lists what "client", "server" or "network" can do at the cursor.
func (m *Model) offers(of string) []Offer {
	if of == "" {
		return nil
	}
	world := m.World()
	var list []Offer
	for _, op := range world.Enabled() {
		if groupOf(op) == of {
			op = m.Sizes.fill(op)
			list = append(list, Offer{Op: op, Mistake: mistake(world, op)})
		}
	}
	return list
}

// groupOf says in which group of buttons an operation stands.
func groupOf(op engine.Op) string {
	if op.IsCall() {
		return op.Role.String()
	}
	return "network"
}

// mistake tries op out: worlds are values, so nobody will know.
func mistake(w engine.World, op engine.Op) bool {
	if !op.IsCall() {
		return false
	}
	_, step, err := w.Apply(op)
	return err == nil && kindOf(step) == KindError
}

// fill puts the sizes that a person has chosen into op.
func (s Sizes) fill(op engine.Op) engine.Op {
	chosen := 0
	switch op.Verb {
	case engine.VerbRead, engine.VerbPeek:
		chosen = s.Read[op.Role]
	case engine.VerbWrite:
		chosen = s.Write[op.Role]
	case engine.VerbDeliver:
		if op.N != engine.All {
			chosen = s.Deliver[op.Dir]
		}
	}
	if chosen > 0 {
		op.N = chosen
	}
	return op
}

// Size is the number of bytes of an offer whose size can be chosen, and what the
// field for it changes; ok is false for all others.
func (o Offer) Size() (n int, field string, ok bool) {
	switch o.Op.Verb {
	case engine.VerbRead, engine.VerbPeek:
		return o.Op.N, "read " + strconv.Itoa(int(o.Op.Role)), true
	case engine.VerbWrite:
		return o.Op.N, "write " + strconv.Itoa(int(o.Op.Role)), true
	case engine.VerbDeliver:
		return o.Op.N, "deliver " + strconv.Itoa(int(o.Op.Dir)), o.Op.N != engine.All
	}
	return 0, "", false
}
