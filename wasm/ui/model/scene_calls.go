package model

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
)

// Offer is something that can be done at the cursor.
type Offer struct {
	Op       engine.Op
	Disabled bool // it would do nothing now
	Mistake  bool // the library would refuse it: that is worth a try
}

// CallBar is the bar of calls. It is empty before the first step of a shipped scenario.
type CallBar struct {
	Groups       []CallGroup
	Menu         Menu
	Items        []Offer // of the open menu
	StartsBranch bool    // an operation now would begin a branch
	Setup        Setup   // in the menu of the network
	Undo, Redo   bool    // there is something to undo, to redo
}

// CallGroup holds the buttons of a peer or of the network. A button never moves: one that
// would do nothing is disabled. The other operations are in the menu of the group.
type CallGroup struct {
	Side string // "client", "server" or "network"
	Rows []CallRow
}

// CallRow is the row of buttons of a peer or of a direction.
type CallRow struct {
	Title  string // "client to server"; "" for a peer
	Index  int    // the engine.Role or engine.Direction
	Offers []Offer
}

// callBarScene is the bar at the cursor.
func (m *Model) callBarScene() CallBar {
	if m.Opening {
		return CallBar{}
	}
	now := m.World().Enabled()
	bar := CallBar{
		Menu: m.Menu, Items: m.offersFor(m.Menu.Side), StartsBranch: m.At < m.Len(),
		Undo: len(m.Undoable) > 0, Redo: len(m.Redoable) > 0,
		Groups: []CallGroup{
			{"client", []CallRow{m.peerRow(engine.Client, now)}},
			{"network", []CallRow{m.networkRow(engine.ClientToServer, now), m.networkRow(engine.ServerToClient, now)}},
			{"server", []CallRow{m.peerRow(engine.Server, now)}},
		},
	}
	if m.Menu.Side == "network" {
		bar.Setup = setupScene(m.Config)
	}
	return bar
}

// peerRow has the calls that everybody needs. During a handshake SSL_do_handshake takes the
// place of SSL_shutdown, which would be refused.
func (m *Model) peerRow(r engine.Role, now []engine.Op) CallRow {
	first := engine.VerbShutdown
	if e := m.World().Endpoint(r); e.State() == engine.Before || e.State() == engine.Init && !e.Failed() {
		first = engine.VerbDoHandshake
	}
	return m.callRow(CallRow{Index: int(r)}, now, []engine.Op{
		{Verb: first, Role: r},
		{Verb: engine.VerbRead, Role: r, N: engine.VerbRead.FirstArgument()},
		{Verb: engine.VerbWrite, Role: r, N: engine.VerbWrite.FirstArgument()},
	})
}

// networkRow has the steps of the network that are needed most.
func (m *Model) networkRow(d engine.Direction, now []engine.Op) CallRow {
	title := d.Sender().String() + " to " + d.Receiver().String()
	return m.callRow(CallRow{Title: title, Index: int(d)}, now, []engine.Op{
		{Verb: engine.VerbHold, Dir: d},
		{Verb: engine.VerbDeliver, Dir: d, N: engine.All},
		{Verb: engine.VerbDeliver, Dir: d, N: engine.VerbDeliver.FirstArgument()},
		{Verb: engine.VerbFIN, Dir: d},
	})
}

// callRow adds ops to a row. now are the operations that do something now.
func (m *Model) callRow(row CallRow, now, ops []engine.Op) CallRow {
	for _, op := range ops {
		enabled := slices.ContainsFunc(now, func(n engine.Op) bool {
			return n.Verb == op.Verb && n.Role == op.Role && n.Dir == op.Dir
		})
		op = m.Sizes.withSize(op)
		row.Offers = append(row.Offers, Offer{Op: op, Disabled: !enabled, Mistake: enabled && isMistake(m.World(), op)})
	}
	return row
}

// offersFor lists what "client", "server" or "network" can do at the cursor.
func (m *Model) offersFor(side string) []Offer {
	if side == "" {
		return nil
	}
	world := m.World()
	var list []Offer
	for _, op := range world.Enabled() {
		if sideOf(op) == side {
			op = m.Sizes.withSize(op)
			list = append(list, Offer{Op: op, Mistake: isMistake(world, op)})
		}
	}
	return list
}

// sideOf is the group and the lane of an operation: "client", "server" or "network".
func sideOf(op engine.Op) string {
	if op.IsCall() {
		return op.Role.String()
	}
	return "network"
}

// isMistake reports whether op ends in a fatal error. It tries op out, which leaves no trace:
// Worlds are values.
func isMistake(w engine.World, op engine.Op) bool {
	if !op.IsCall() {
		return false
	}
	_, step, err := w.Apply(op)
	return err == nil && stepKind(step) == KindError
}

// withSize is op with the size that a person has chosen, if any.
func (s Sizes) withSize(op engine.Op) engine.Op {
	if chosen := s[withoutN(op)]; chosen > 0 && hasSize(op) {
		op.N = chosen
	}
	return op
}

// withoutN is what op has in common with the same operation for another number of bytes.
func withoutN(op engine.Op) engine.Op {
	op.N = 0
	return op
}

// hasSize reports whether a person can choose the number of bytes of op. The capacity of a
// direction is not chosen: its menu entry switches between two.
func hasSize(op engine.Op) bool {
	return op.Verb.TakesBytes() && op.N != engine.All && op.Verb != engine.VerbCapacity
}

// Size is for an offer whose number of bytes can be chosen: that number, and what its field
// changes, as msgFromSize reads it. ok is false for all others.
func (o Offer) Size() (n int, field string, ok bool) {
	if !hasSize(o.Op) {
		return 0, "", false
	}
	field, _, _ = strings.Cut(o.Op.String(), " "+strconv.Itoa(o.Op.N))
	return o.Op.N, field, true
}
