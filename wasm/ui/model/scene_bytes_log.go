package model

import (
	"closenotify/engine"
	"closenotify/engine/capture"
)

// recordLog is what went over the wires on a branch: what the Bytes panel works from. It
// is made when the panel is open, and again when the branch changes.
type recordLog struct {
	conn      *capture.Connection
	records   []loggedRecord
	index     map[engine.RecordID]int // into records
	lastMoved []int                   // by step: the record that it, or the last before it, moved; -1 for none
}

// loggedRecord is a record and what moved it.
type loggedRecord struct {
	record engine.Record
	step   int // that began it, 0 for one that was there before
	moves  []loggedMove
}

// loggedMove is what a step did to bytes of a record.
type loggedMove struct {
	step     int
	kind     engine.MoveKind
	from, to int
}

// newRecordLog goes through a branch.
func newRecordLog(w *Draft) *recordLog {
	t := &recordLog{conn: capture.NewConnection(w.Config), index: map[engine.RecordID]int{}, lastMoved: []int{-1}}
	for _, d := range engine.Directions {
		for _, r := range w.History.World(w.Path[0]).Wire(d).Records() {
			t.add(engine.Move{Kind: engine.Queued, Dir: d, Record: r.Record, From: r.From, To: r.To}, 0)
			t.lastMoved[0] = 0
		}
	}
	for i := 1; i <= w.Len(); i++ {
		step := w.Step(i)
		t.conn.Follow(step)
		last := t.lastMoved[i-1]
		for j, move := range step.Moves() {
			at := t.add(move, i)
			if j == 0 || move.Kind == engine.Queued || move.Kind == engine.Injected {
				last = at
			}
		}
		t.lastMoved = append(t.lastMoved, last)
	}
	return t
}

// add notes a move and says of which record.
func (t *recordLog) add(m engine.Move, step int) int {
	at, ok := t.index[m.Record.ID]
	if !ok {
		at = len(t.records)
		t.index[m.Record.ID] = at
		t.records = append(t.records, loggedRecord{record: m.Record, step: step})
	}
	r := &t.records[at]
	r.moves = append(r.moves, loggedMove{step, m.Kind, m.From, m.To})
	return at
}

// shownIndex says which record the panel shows when the cursor is behind a step: the chosen
// one, or the one that was moved last.
func (t *recordLog) shownIndex(chosen engine.RecordID, step int) int {
	if i, ok := t.index[chosen]; ok && chosen != 0 && t.records[i].step <= step {
		return i
	}
	return t.lastMoved[step]
}
