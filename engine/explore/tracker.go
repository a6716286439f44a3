package explore

import "closenotify/engine"

// tracker knows which bytes of data went where, by direction. It is a value.
type tracker struct {
	flow [2]flow
}

// flow is the data of one direction. Bytes are numbered as SSL_write took them.
type flow struct {
	begun    int // bytes in records that have begun to be written
	accepted int // what SSL_write returned, in all
	read     int // what SSL_read returned, in all
	starts   []place
	closes   []place
	current  engine.RecordID // the record of data that was read last
	taken    int             // bytes of it that SSL_read returned
}

// place says where in the flow a record stands.
type place struct {
	id engine.RecordID
	at int
}

// find looks a record up.
func find(list []place, id engine.RecordID) (int, bool) {
	for _, p := range list {
		if p.id == id {
			return p.at, true
		}
	}
	return 0, false
}

// after is the tracker after a step.
func (t tracker) after(s engine.Step) tracker {
	for _, m := range s.Moves() {
		f := &t.flow[m.Dir]
		switch {
		case m.Kind == engine.Consumed && m.Record.Type == engine.TypeApplicationData:
			if m.Record.ID != f.current {
				f.current, f.taken = m.Record.ID, 0
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
	if !s.Returned || s.Ret <= 0 {
		return t
	}
	switch s.Op.Verb {
	case engine.VerbWrite:
		t.flow[engine.Outgoing(s.Op.Role)].accepted += s.Ret
	case engine.VerbRead:
		f := &t.flow[engine.Incoming(s.Op.Role)]
		f.read += s.Ret
		f.taken += s.Ret
	}
	return t
}

// next is the number of the first byte that an SSL_read in this direction would
// give out of the current record.
func (f flow) next() (int, bool) {
	at, ok := find(f.starts, f.current)
	return at + f.taken, ok
}
