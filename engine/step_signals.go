package engine

// SignalKind is a TCP flag that ends a direction or the connection.
type SignalKind uint8

// The kinds.
const (
	FIN SignalKind = iota // the sender will send no more bytes
	RST                   // there is no connection any more
)

// String returns "FIN" or "RST".
func (k SignalKind) String() string {
	if k == FIN {
		return "FIN"
	}
	return "RST"
}

// Signal is a FIN or an RST that a step sends, after all bytes that it sends in the same
// direction.
type Signal struct {
	Kind SignalKind
	Dir  Direction
}

// Arrived reports whether the signal, which was sent in this World or before, has reached
// the other end: all bytes before it have been delivered.
func (w World) Arrived(s Signal) bool {
	wire := w.wires[s.Dir]
	before, sent := wire.FIN()
	if s.Kind == RST {
		before, sent = wire.RST()
	}
	return !sent || before <= wire.Readable() // the step reset sends an RST that overtakes everything
}

// signals has a bit for each SignalKind that was sent.
type signals uint8

// noteSignal notes a FIN or an RST.
func (s *Step) noteSignal(k SignalKind, d Direction) { s.signals[d] |= 1 << k }

// Signals lists the FINs and RSTs that the step sends. A direction has at most one of each:
// an RST that answers several writes of one call is listed once.
func (s Step) Signals() []Signal {
	var list []Signal
	for _, d := range Directions {
		for _, k := range [...]SignalKind{FIN, RST} {
			if s.signals[d]&(1<<k) != 0 {
				list = append(list, Signal{k, d})
			}
		}
	}
	return list
}
