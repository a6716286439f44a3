package draw

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// arrow is a record, a FIN or an RST on its way over the wire, or standing there.
type arrow struct {
	dir     engine.Direction
	shape   shape
	label   string
	remark  string            // below the label, "" for none
	records []engine.RecordID // one, or several that look the same; none for a FIN or RST
	leaves  bool              // there is a line from the sender to the label
	arrives bool              // there is a line from the label to the receiver
	lost    bool              // the line ends in a cross
	damaged bool
	readIn  int // step in which its last byte is read, 0 for none
	unread  bool
	y       int // of the line
	begin   int // when an animated arrow appears, milliseconds
}

// arrowMaker makes the arrows of a path, step by step.
type arrowMaker struct {
	version engine.Version
	moves   recordMoves
	drawn   map[engine.RecordID]bool // records that have an arrow
}

// beforeFirstStep makes arrows for the records that are on the wire at the start.
func (a *arrowMaker) beforeFirstStep(w engine.World) []arrow {
	var list []arrow
	for _, d := range engine.Directions {
		for _, r := range w.Wire(d).Records() {
			kind := engine.Queued
			if r.Readable > 0 {
				kind = engine.Delivered
			}
			m := engine.ByteMove{Kind: kind, Dir: d, Record: r.Record, From: r.From, To: r.To}
			x := a.new(m)
			x.leaves, x.arrives = true, r.Readable > 0
			a.follow(&x, m, 0)
			a.drawn[r.Record.ID] = true
			list = append(list, x)
		}
	}
	return mergeAlike(list)
}

// ofStep makes the arrows of a step.
func (a *arrowMaker) ofStep(m transition) (list []arrow, unknown []string) {
	list, unknown = a.ofMoves(m, explain.JoinMoves(m.step.ByteMoves()))
	return append(mergeAlike(list), m.signals()...), unknown
}

// ofMoves makes the arrows of moves. unknown describes the moves that have no drawing.
func (a *arrowMaker) ofMoves(m transition, moves []engine.ByteMove) (list []arrow, unknown []string) {
	for _, move := range moves {
		x := a.new(move)
		switch move.Kind {
		case engine.Queued, engine.Injected:
			held := m.after.Wire(move.Dir).Held()
			x.leaves, x.arrives = move.Kind == engine.Queued, !held
			a.follow(&x, move, m.step.N)
		case engine.Delivered:
			x.arrives = true
			a.follow(&x, move, m.step.N)
		case engine.Lost:
			x.lost, x.remark = true, joinRemarks(x.remark, "lost")
			if i := queuedInSameStep(list, x); i >= 0 {
				list[i].lost, list[i].arrives, list[i].unread, list[i].remark = true, false, false, x.remark
				continue
			}
		case engine.Damaged:
			x.damaged, x.remark = true, "one bit flipped"
			if !damagedOnWire(m.after.Wire(move.Dir), move.Record.ID) {
				x.damaged, x.remark = false, "the bit flipped back"
			}
		case engine.Consumed:
			if a.drawn[move.Record.ID] {
				continue // the arrow that brought it has a line to this call
			}
			x.arrives, x.readIn = true, m.step.N
		default:
			unknown = append(unknown, x.label+": "+strconv.Itoa(move.To-move.From)+" B moved")
			continue
		}
		a.drawn[move.Record.ID] = true
		list = append(list, x)
	}
	return list, unknown
}

// new makes an arrow with the looks of a record.
func (a *arrowMaker) new(m engine.ByteMove) arrow {
	x := arrow{dir: m.Dir, records: []engine.RecordID{m.Record.ID}, shape: shapeOf(m.Record)}
	whole := m.Record.WireLength(a.version)
	x.label = explain.RecordName(m.Record) + " " + strconv.Itoa(whole) + " B"
	if n := m.To - m.From; n < whole {
		x.remark = strconv.Itoa(n) + " of " + strconv.Itoa(whole) + " B"
	}
	return x
}

// follow finds out what becomes of the last byte of a move, from a step on.
func (a *arrowMaker) follow(x *arrow, m engine.ByteMove, step int) {
	last, at := m.To-1, step
	if m.Kind == engine.Delivered {
		at = step + 1 // not the delivery itself
	}
	next, ok := a.moves.next(m.Record.ID, last, at)
	switch {
	case ok && next.kind == engine.Lost && next.step > step:
		x.remark = joinRemarks(x.remark, "lost in step "+strconv.Itoa(next.step))
	case ok && next.kind == engine.Delivered:
		x.remark = joinRemarks(x.remark, "arrives in step "+strconv.Itoa(next.step))
	case ok && next.kind == engine.Consumed:
		x.readIn = next.step
	case !ok && x.arrives:
		x.unread, x.remark = true, joinRemarks(x.remark, "unread")
	case !ok:
		x.remark = joinRemarks(x.remark, "in flight")
	}
}

// queuedInSameStep finds the arrow with which x was written in the same step.
func queuedInSameStep(list []arrow, x arrow) int {
	for i, y := range list {
		if y.records[0] == x.records[0] && y.leaves {
			return i
		}
	}
	return -1
}

// damagedOnWire reports whether a bit of a record on the wire is flipped.
func damagedOnWire(w engine.Wire, id engine.RecordID) bool {
	return slices.ContainsFunc(w.Records(), func(r engine.WireRecord) bool { return r.Record.ID == id && r.Damaged })
}

// joinRemarks joins the remarks that are not empty.
func joinRemarks(remarks ...string) string {
	return strings.Trim(strings.Join(remarks, ", "), ", ")
}
