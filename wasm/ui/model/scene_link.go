package model

import (
	"slices"

	"closenotify/engine"
)

// Link is the piece, in one row, of the line that leads from a record to the call that
// reads it. The line runs beside the reader's lane.
type Link struct {
	Reader engine.Role
	Slot   int  // its place, counted from the lane outwards, less than MaxLinkSlots
	Read   bool // a call has read the record: the line is solid. Dotted, the record lies unread.
	Ends   bool // a call of this row reads the record, or the rest of it
}

// MaxLinkSlots is how many lines run side by side. Any more of them share the last place.
const MaxLinkSlots = 4

// links are the lines in the window of the ladder.
type links struct {
	begin map[engine.RecordID]Link // the piece in the row that wrote the record
	rows  map[int][]Link           // the pieces in the rows after it
}

// readLine is the line of one record, from step to step.
type readLine struct {
	record   engine.RecordID
	reader   engine.Role
	from, to int // the step that wrote the record, and the last step that the line has come to
	read     int // the last step that read from it, 0 for none
}

// linksOf makes the lines of the records that were written in the steps first..At, and of
// those that were written before and still lie unread or are read there.
func (m *Model) linksOf(first int, records recordTracker) links {
	l := links{map[engine.RecordID]Link{}, map[int][]Link{}}
	var free [2][MaxLinkSlots]int // by reader: the step from which on a place is free
	for _, line := range m.readLines(first, records) {
		slots := &free[line.reader]
		slot := 0
		for slot < MaxLinkSlots-1 && slots[slot] > line.from {
			slot++
		}
		slots[slot] = max(slots[slot], line.to+1)
		l.begin[line.record] = Link{Reader: line.reader, Slot: slot, Read: line.read > 0}
		for i := max(first, line.from+1); i <= line.to; i++ {
			l.add(i, Link{Reader: line.reader, Slot: slot, Read: i <= line.read, Ends: i == line.read})
		}
	}
	return l
}

// add adds a piece to row i. Lines that share a place have one piece there.
func (l links) add(i int, piece Link) {
	for k := range l.rows[i] {
		if same := &l.rows[i][k]; same.Reader == piece.Reader && same.Slot == piece.Slot {
			same.Read, same.Ends = same.Read || piece.Read, same.Ends || piece.Ends
			return
		}
	}
	l.rows[i] = append(l.rows[i], piece)
}

// readLines finds the lines, in the order in which their records were written. A record that
// is read in the step that writes it has none.
func (m *Model) readLines(first int, records recordTracker) []readLine {
	var list []readLine
	place := map[engine.RecordID]int{} // in list
	line := func(r engine.Record, d engine.Direction, from int) *readLine {
		i, known := place[r.ID]
		if !known {
			i = len(list)
			place[r.ID] = i
			list = append(list, readLine{record: r.ID, reader: d.Receiver(), from: from})
		}
		return &list[i]
	}
	for i := first; i <= m.At; i++ {
		for _, move := range m.Step(i).ByteMoves() {
			switch move.Kind {
			case engine.Queued, engine.Injected:
				line(move.Record, move.Dir, i)
			case engine.Consumed:
				l := line(move.Record, move.Dir, first-1)
				l.read, l.to = i, i
			}
		}
	}
	for _, d := range engine.Directions {
		for _, r := range m.World().Wire(d).Records() {
			if r.Readable > 0 {
				line(r.Record, d, first-1).to = m.At
			}
		}
	}
	list = slices.DeleteFunc(list, func(l readLine) bool { return l.to <= l.from || records.gone[l.record].Status == StatusLost })
	slices.SortStableFunc(list, func(a, b readLine) int { return int(a.record) - int(b.record) })
	return list
}
