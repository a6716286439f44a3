package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// RecordShape is what a record is drawn as.
type RecordShape string

// The shapes.
const (
	ShapeData      RecordShape = "data"      // a rectangle
	ShapeNotify    RecordShape = "notify"    // an octagon
	ShapeFatal     RecordShape = "fatal"     // black and hatched: any other alert
	ShapeForged    RecordShape = "forged"    // from an attacker
	ShapeHandshake RecordShape = "handshake" // a pill, as are the next three
	ShapeTicket    RecordShape = "ticket"
	ShapeKeyUpdate RecordShape = "keyupdate"
	ShapeCCS       RecordShape = "ccs"
	ShapeFIN       RecordShape = "fin" // a bar
	ShapeReset     RecordShape = "reset"
)

// RecordStatus is where a record is at the cursor.
type RecordStatus string

// The places.
const (
	StatusAhead       RecordStatus = "ahead"    // the cursor has not come to its step
	StatusInFlight    RecordStatus = "flight"   // nothing of it has arrived
	StatusPartArrived RecordStatus = "part"     // some of it has arrived
	StatusReadable    RecordStatus = "readable" // all of it has, and is not yet read
	StatusRead        RecordStatus = "read"     // it has been taken off the wire
	StatusLost        RecordStatus = "lost"
)

// Record is a record, a FIN or an RST, drawn in the row of the step that wrote it.
type Record struct {
	ID          engine.RecordID
	Dir         engine.Direction
	Shape       RecordShape
	Name        string // "close_notify"
	Size        string // "24 B", "" for a FIN
	Status      RecordStatus
	Damaged     bool
	Moving      bool   // the step under the cursor moved it
	Highlighted bool   // it set the flag that is highlighted
	Remark      string // "12 B arrived", "unread"
	Part        int    // how much of it has arrived, in percent
	Link        Link   // the first piece of the line to the call that reads it
	Linked      bool   // there is one
}

// drawnName is the text on a record.
func drawnName(r engine.Record) string {
	if r.Injected {
		return "forged " + explain.RecordName(r)
	}
	return explain.RecordName(r)
}

// recordShape is what a record is drawn as.
func recordShape(r engine.Record) RecordShape {
	switch {
	case r.Injected:
		return ShapeForged
	case r.IsCloseNotify():
		return ShapeNotify
	case r.Type == engine.TypeAlert:
		return ShapeFatal
	case r.Type == engine.TypeChangeCipherSpec:
		return ShapeCCS
	case r.Type != engine.TypeHandshake:
		return ShapeData
	case r.Message == engine.NewSessionTicket:
		return ShapeTicket
	case r.Message == engine.KeyUpdate:
		return ShapeKeyUpdate
	}
	return ShapeHandshake
}

// recordTracker knows where records are at the cursor.
type recordTracker struct {
	onWire    map[engine.RecordID]engine.WireRecord
	gone      map[engine.RecordID]Record // Status and Remark of those that were read or lost
	moved     map[engine.RecordID]bool   // by the step under the cursor
	highlight engine.Cause
}

// trackRecords looks at the wires at the cursor and at what steps from..At did: these are
// enough for the records that those steps wrote.
func (m *Model) trackRecords(from int) recordTracker {
	t := recordTracker{map[engine.RecordID]engine.WireRecord{}, map[engine.RecordID]Record{}, map[engine.RecordID]bool{}, m.highlightedCause()}
	for _, d := range engine.Directions {
		for _, r := range m.World().Wire(d).Records() {
			t.onWire[r.Record.ID] = r
		}
	}
	for i := max(from, 1); i <= m.At; i++ {
		for _, move := range m.Step(i).ByteMoves() {
			if i == m.At {
				t.moved[move.Record.ID] = true
			}
			switch move.Kind {
			case engine.Consumed:
				t.gone[move.Record.ID] = Record{Status: StatusRead}
			case engine.Lost:
				t.gone[move.Record.ID] = Record{Status: StatusLost, Remark: "lost in step " + strconv.Itoa(i)}
			}
		}
	}
	return t
}

// rowRecords are the records that step i put on the wire, with a FIN or an RST.
func (m *Model) rowRecords(i int, records recordTracker, lines links) []Record {
	step := m.Step(i)
	var list []Record
	for _, move := range step.ByteMoves() {
		if move.Kind != engine.Queued && move.Kind != engine.Injected {
			continue
		}
		if n := len(list); n > 0 && list[n-1].ID == move.Record.ID {
			continue
		}
		r := records.drawRecord(move.Record, m.Config.Version)
		if whole := move.Record.WireLength(m.Config.Version); move.To-move.From < whole {
			r.Size = strconv.Itoa(move.To-move.From) + " of " + r.Size
		}
		if i > m.At {
			r.Status, r.Remark, r.Damaged, r.Part = StatusAhead, "", false, 0
		}
		r.Link, r.Linked = lines.begin[r.ID]
		r.Linked = r.Linked && i <= m.At
		r.Dir, r.Moving, r.Highlighted = move.Dir, records.moved[r.ID], r.ID == records.highlight.Record
		list = append(list, r)
	}
	for _, signal := range step.Signals() {
		list = append(list, m.drawSignal(i, signal))
	}
	return list
}

// drawRecord draws a record as it is at the cursor.
func (t recordTracker) drawRecord(r engine.Record, v engine.Version) Record {
	out := Record{ID: r.ID, Shape: recordShape(r), Name: drawnName(r), Size: strconv.Itoa(r.WireLength(v)) + " B", Part: 100}
	on, isOnWire := t.onWire[r.ID]
	if !isOnWire {
		gone := t.gone[r.ID]
		out.Status, out.Remark = StatusRead, gone.Remark
		if gone.Status != "" {
			out.Status = gone.Status
		}
		return out
	}
	out.Damaged = on.Damaged
	arrived := on.From + on.Readable
	out.Part = 100 * arrived / r.WireLength(v)
	switch {
	case on.Readable == on.To-on.From:
		out.Status, out.Remark = StatusReadable, "unread"
		if on.From > 0 {
			out.Remark = strconv.Itoa(on.From) + " B of it read"
		}
	case arrived > 0:
		out.Status, out.Remark = StatusPartArrived, strconv.Itoa(arrived)+" B arrived"
	default:
		out.Status, out.Remark = StatusInFlight, "in flight"
	}
	if out.Damaged {
		out.Remark = "a bit flipped"
	}
	return out
}

// drawSignal draws a FIN or an RST of step i. It is no record and has no bytes.
func (m *Model) drawSignal(i int, s engine.Signal) Record {
	r := Record{Dir: s.Dir, Shape: ShapeFIN, Name: s.Kind.String(), Status: StatusReadable, Moving: i == m.At, Part: 100}
	if s.Kind == engine.RST {
		r.Shape = ShapeReset
	}
	switch {
	case i > m.At:
		r.Status = StatusAhead
	case !m.World().Arrived(s):
		r.Status, r.Remark = StatusInFlight, "after the bytes in flight"
	}
	return r
}
