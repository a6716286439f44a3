package model

import (
	"closenotify/engine"
	"closenotify/engine/capture"
)

// tape is what went over the wires on a branch: what the Bytes panel works from. It
// is made when the panel is open, and again when the branch changes.
type tape struct {
	conn    *capture.Connection
	records []taped
	index   map[engine.RecordID]int // into records
	touched []int                   // by step: the record that it, or the last before it, moved; -1 for none
}

// taped is a record and what moved it.
type taped struct {
	record engine.Record
	step   int // that began it, 0 for one that was there before
	moves  []tapedMove
}

// tapedMove is what a step did to bytes of a record.
type tapedMove struct {
	step     int
	kind     engine.MoveKind
	from, to int
}

// newTape goes through a branch.
func newTape(w *Draft) *tape {
	t := &tape{conn: capture.NewConnection(w.Config), index: map[engine.RecordID]int{}, touched: []int{-1}}
	for _, d := range engine.Directions {
		for _, r := range w.History.World(w.Path[0]).Wire(d).Records() {
			t.take(engine.Move{Kind: engine.Queued, Dir: d, Record: r.Record, From: r.From, To: r.To}, 0)
			t.touched[0] = 0
		}
	}
	for i := 1; i <= w.Len(); i++ {
		step := w.Step(i)
		t.conn.Follow(step)
		last := t.touched[i-1]
		for j, move := range step.Moves() {
			at := t.take(move, i)
			if j == 0 || move.Kind == engine.Queued || move.Kind == engine.Injected {
				last = at
			}
		}
		t.touched = append(t.touched, last)
	}
	return t
}

// take notes a move and says of which record.
func (t *tape) take(m engine.Move, step int) int {
	at, ok := t.index[m.Record.ID]
	if !ok {
		at = len(t.records)
		t.index[m.Record.ID] = at
		t.records = append(t.records, taped{record: m.Record, step: step})
	}
	r := &t.records[at]
	r.moves = append(r.moves, tapedMove{step, m.Kind, m.From, m.To})
	return at
}

// at says which record the panel shows when the cursor is behind a step: the chosen
// one, or the one that was moved last.
func (t *tape) at(chosen engine.RecordID, step int) int {
	if i, ok := t.index[chosen]; ok && chosen != 0 && t.records[i].step <= step {
		return i
	}
	return t.touched[step]
}
