package engine

// InFlight is a record, or the part of one, that lies on a wire.
type InFlight struct {
	Record   Record
	From, To int  // bytes of the record that lie there, header included, From <= i < To
	Readable int  // how many of them are delivered
	Damaged  bool // a bit of them is flipped
}

// Records lists what lies on the wire, oldest first. A record that was written
// in several goes is listed once.
func (w Wire) Records() []InFlight {
	var list []InFlight
	for _, p := range w.pieces.all() {
		if p.at < w.start {
			p.from += int(w.start - p.at)
			p.at = w.start
		}
		readable := int(min(max(w.ready-p.at, 0), int64(p.to-p.from)))
		f := InFlight{p.record, p.from, p.to, readable, w.damaged(p)}
		if n := len(list); n > 0 && list[n-1].Record.ID == f.Record.ID && list[n-1].To == f.From {
			last := &list[n-1]
			last.To, last.Readable, last.Damaged = f.To, last.Readable+f.Readable, last.Damaged || f.Damaged
			continue
		}
		list = append(list, f)
	}
	return list
}
