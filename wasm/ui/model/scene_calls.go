package model

import (
	"strconv"

	"closenotify/engine"
)

// Offer is something that can be done at the cursor.
type Offer struct {
	Op       engine.Op
	Disabled bool // not now
	Mistake  bool // the library will call it an error: worth trying
}

// CallBar is the bar of calls.
type CallBar struct {
	Groups       []CallGroup
	Menu         Menu
	Items        []Offer // of the open menu
	StartsBranch bool    // acting now begins a branch
	Setup        Setup
	Undo         bool // there is something to undo
	Redo         bool
}

// CallGroup is the buttons of a peer, or of the network, that never move: what
// cannot be done now is off. All else is in the group's menu.
type CallGroup struct {
	Side string
	Rows []CallRow
}

// CallRow is a row of buttons of a peer, or of a direction.
type CallRow struct {
	Title  string // "client to server" in the network's group
	Index  int    // engine.Role or engine.Direction
	Offers []Offer
}

// callBarScene draws the bar of calls.
func callBarScene(m *Model) CallBar {
	now := m.World().Enabled()
	return CallBar{
		Menu: m.Menu, Items: m.offersFor(m.Menu.Side), StartsBranch: m.At < m.Len(),
		Setup: setupScene(m.Config), Undo: len(m.Undoable) > 0, Redo: len(m.Redoable) > 0,
		Groups: []CallGroup{
			{"client", []CallRow{m.peerRow(engine.Client, now)}},
			{"network", []CallRow{m.networkRow(engine.ClientToServer, now), m.networkRow(engine.ServerToClient, now)}},
			{"server", []CallRow{m.peerRow(engine.Server, now)}},
		},
	}
}

// peerRow is the calls that everybody needs.
func (m *Model) peerRow(r engine.Role, now []engine.Op) CallRow {
	first := engine.VerbShutdown
	if e := m.World().Endpoint(r); e.State() == engine.Before || e.State() == engine.Init && !e.Failed() {
		first = engine.VerbDoHandshake // SSL_shutdown would be refused
	}
	return m.callRow(CallRow{Index: int(r)}, now, []engine.Op{
		{Verb: first, Role: r},
		{Verb: engine.VerbRead, Role: r, N: 100},
		{Verb: engine.VerbWrite, Role: r, N: 10},
	})
}

// networkRow is what the network does most.
func (m *Model) networkRow(d engine.Direction, now []engine.Op) CallRow {
	title := d.From().String() + " to " + d.To().String()
	return m.callRow(CallRow{Title: title, Index: int(d)}, now, []engine.Op{
		{Verb: engine.VerbHold, Dir: d},
		{Verb: engine.VerbDeliver, Dir: d, N: engine.All},
		{Verb: engine.VerbDeliver, Dir: d, N: 10},
		{Verb: engine.VerbFIN, Dir: d},
	})
}

// callRow fills in sizes and finds out what is off.
func (m *Model) callRow(b CallRow, now, ops []engine.Op) CallRow {
	for _, op := range ops {
		off := true
		for _, n := range now {
			off = off && (n.Verb != op.Verb || n.Role != op.Role || n.Dir != op.Dir)
		}
		op = m.Sizes.withSize(op)
		b.Offers = append(b.Offers, Offer{Op: op, Disabled: off, Mistake: !off && isMistake(m.World(), op)})
	}
	return b
}

// offersFor lists what "client", "server" or "network" can do at the cursor.
func (m *Model) offersFor(of string) []Offer {
	if of == "" {
		return nil
	}
	world := m.World()
	var list []Offer
	for _, op := range world.Enabled() {
		if sideOf(op) == of {
			op = m.Sizes.withSize(op)
			list = append(list, Offer{Op: op, Mistake: isMistake(world, op)})
		}
	}
	return list
}

// sideOf says in which group of buttons an operation stands.
func sideOf(op engine.Op) string {
	if op.IsCall() {
		return op.Role.String()
	}
	return "network"
}

// isMistake tries op out: worlds are values, so nobody will know.
func isMistake(w engine.World, op engine.Op) bool {
	if !op.IsCall() {
		return false
	}
	_, step, err := w.Apply(op)
	return err == nil && stepKind(step) == KindError
}

// withSize puts the sizes that a person has chosen into op.
func (s Sizes) withSize(op engine.Op) engine.Op {
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
