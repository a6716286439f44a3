package explore

import "closenotify/engine"

// tracker follows the application data of both directions. It is a value.
type tracker struct {
	flow [2]flow
}

// flow is the application data of one direction, its bytes numbered from 0.
type flow struct {
	begun       int             // bytes in records whose first byte is queued
	accepted    int             // bytes that SSL_write or SSL_write_ex has accepted
	read        int             // bytes that SSL_read or SSL_read_ex has returned
	starts      []place         // of the records of data: their first byte
	closes      []place         // of each close_notify: the bytes accepted before it
	current     engine.RecordID // the record that was opened last
	fromCurrent int             // bytes of it that SSL_read has returned
}

// place is the position of a record in the flow.
type place struct {
	id engine.RecordID
	at int
}

// find returns the position of a record.
func find(list []place, id engine.RecordID) (int, bool) {
	for _, p := range list {
		if p.id == id {
			return p.at, true
		}
	}
	return 0, false
}

// withStep returns the tracker after a step.
func (t tracker) withStep(s engine.Step) tracker {
	for _, m := range s.ByteMoves() {
		f := &t.flow[m.Dir]
		switch {
		case m.Kind == engine.Consumed && m.Record.Type == engine.TypeApplicationData:
			if m.Record.ID != f.current {
				f.current, f.fromCurrent = m.Record.ID, 0
			}
		case m.Kind == engine.Queued && m.Record.Type == engine.TypeApplicationData:
			if _, known := find(f.starts, m.Record.ID); !known {
				f.starts = append(f.starts[:len(f.starts):len(f.starts)], place{m.Record.ID, f.begun})
				f.begun += m.Record.Length
			}
		case m.Kind == engine.Queued && m.Record.IsCloseNotify():
			if _, known := find(f.closes, m.Record.ID); !known {
				f.closes = append(f.closes[:len(f.closes):len(f.closes)], place{m.Record.ID, f.accepted})
			}
		}
	}
	if !s.Returned {
		return t
	}
	switch s.Op.Verb {
	case engine.VerbWrite, engine.VerbWriteEx:
		t.flow[engine.Outgoing(s.Op.Role)].accepted += s.Bytes
	case engine.VerbRead, engine.VerbReadEx:
		f := &t.flow[engine.Incoming(s.Op.Role)]
		f.read += s.Bytes
		f.fromCurrent += s.Bytes
	}
	return t
}

// nextByte returns the number of the first byte that SSL_read would return from the
// current record.
func (f flow) nextByte() (int, bool) {
	at, ok := find(f.starts, f.current)
	return at + f.fromCurrent, ok
}
