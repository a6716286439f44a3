package model

import (
	"closenotify/engine"
	"closenotify/engine/capture"
)

// recordLog holds all records of a branch and what happened to their bytes. The Bytes panel
// is drawn from it.
type recordLog struct {
	conn      *capture.Connection
	records   []loggedRecord
	index     map[engine.RecordID]int // of a record in records
	lastMoved []int                   // by step: the index of the record that was moved last; -1 for none
}

// loggedRecord is a record and what happened to its bytes.
type loggedRecord struct {
	record engine.Record
	step   int // the step that began it; 0 if it was there from the start
	moves  []loggedMove
}

// loggedMove is what a step did to the bytes from <= i < to of a record.
type loggedMove struct {
	step     int
	kind     engine.ByteMoveKind
	from, to int
}

// newRecordLog goes through the branch on the stage.
func newRecordLog(d *Draft) *recordLog {
	l := &recordLog{conn: capture.NewConnection(d.Config), index: map[engine.RecordID]int{}, lastMoved: []int{-1}}
	for _, dir := range engine.Directions {
		for _, r := range d.History.World(d.Path[0]).Wire(dir).Records() {
			l.noteMove(engine.ByteMove{Kind: engine.Queued, Dir: dir, Record: r.Record, From: r.From, To: r.To}, 0)
			l.lastMoved[0] = 0
		}
	}
	for i := 1; i <= d.Len(); i++ {
		step := d.Step(i)
		l.conn.Follow(step)
		last := l.lastMoved[i-1]
		for j, move := range step.ByteMoves() {
			at := l.noteMove(move, i)
			if j == 0 || move.Kind == engine.Queued || move.Kind == engine.Injected {
				last = at
			}
		}
		l.lastMoved = append(l.lastMoved, last)
	}
	return l
}

// noteMove notes a move and returns the index of its record.
func (l *recordLog) noteMove(m engine.ByteMove, step int) int {
	at, ok := l.index[m.Record.ID]
	if !ok {
		at = len(l.records)
		l.index[m.Record.ID] = at
		l.records = append(l.records, loggedRecord{record: m.Record, step: step})
	}
	r := &l.records[at]
	r.moves = append(r.moves, loggedMove{step, m.Kind, m.From, m.To})
	return at
}

// shownIndex is the index of the record that the panel shows after a step: the chosen one,
// if it has begun, or the one that was moved last.
func (l *recordLog) shownIndex(chosen engine.RecordID, step int) int {
	if i, ok := l.index[chosen]; ok && chosen != 0 && l.records[i].step <= step {
		return i
	}
	return l.lastMoved[step]
}
