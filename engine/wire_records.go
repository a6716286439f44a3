package engine

// WireRecord is a record, or the part of one, that lies on a wire.
type WireRecord struct {
	Record   Record
	From, To int  // bytes of the record that lie there, header included, From <= i < To
	Readable int  // how many of them are delivered
	Damaged  bool // a bit of them is flipped
}

// Records lists what lies on the wire, oldest first. A record that was written
// in several parts is listed once.
func (w Wire) Records() []WireRecord {
	var list []WireRecord
	add := func(p segment, delivered bool) {
		p = p.after(w.front())
		if p.from >= p.to {
			return
		}
		f := WireRecord{Record: p.record, From: p.from, To: p.to, Damaged: w.damaged(p)}
		if delivered {
			f.Readable = p.to - p.from
		}
		if n := len(list); n > 0 && list[n-1].Record.ID == f.Record.ID && list[n-1].To == f.From {
			last := &list[n-1]
			last.To, last.Readable, last.Damaged = f.To, last.Readable+f.Readable, last.Damaged || f.Damaged
			return
		}
		list = append(list, f)
	}
	for _, p := range w.delivered.all() {
		add(p, true)
	}
	for _, p := range w.inFlight.all() {
		add(p.after(w.ready), false)
	}
	return list
}
