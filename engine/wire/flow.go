package wire

import (
	"closenotify/engine"
)

// firstSequence is where a peer's sequence numbers begin. A real one would not let
// it be guessed (RFC 9293 §3.4.1).
var firstSequence = [2]uint32{engine.Client: 0x10000000, engine.Server: 0x20000000}

// connect opens the TCP connection.
func (f *flow) connect() {
	for d, first := range firstSequence {
		f.ways[d] = stream{end: first, ready: first, acked: first}
	}
	options := []byte{2, 4, segmentSize >> 8, segmentSize & 0xff, 1, 3, 3, windowScale} // RFC 9293 §3.2, RFC 7323 §2.2
	f.told = "Before the first step: the TCP connection, then the handshake."
	f.emit(segment{from: engine.Client, flags: flagSYN, options: options}, "")
	f.ways[engine.ClientToServer].passed(1)
	f.emit(segment{from: engine.Server, flags: flagSYN | flagACK, options: options}, "")
	f.ways[engine.ServerToClient].passed(1)
	f.emit(segment{from: engine.Client, flags: flagACK}, "")
}

// passed counts n places that were sent and have come.
func (w *stream) passed(n uint32) {
	w.end += n
	w.ready, w.acked = w.end, w.end
}

// put writes bytes of a record. Those of a flight are written together, as OpenSSL
// buffers them.
func (f *flow) put(m engine.Move) {
	if len(f.next.bytes) > 0 && (f.next.dir != m.Dir || !ofFlight(f.next.last) || !ofFlight(m.Record)) {
		f.send()
	}
	b, comment := f.conn.fated(m, f.fates)
	f.next.dir, f.next.last = m.Dir, m.Record
	f.next.bytes = append(f.next.bytes, b...)
	if f.next.comment != "" {
		f.next.comment += "\n"
	}
	f.next.comment += comment + f.hidden(m)
}

// hidden says why Wireshark will not decrypt what comes now although it has the keys.
func (f *flow) hidden(m engine.Move) string {
	w := &f.ways[m.Dir]
	r := m.Record
	hello := r.Type == engine.TypeHandshake && r.Message == engine.ClientHello && r.Epoch == 0
	switch {
	case hello && w.shaken && f.conn.version == engine.TLS12:
		return "\nA second handshake in plain text on a connection of TLS 1.2: Wireshark takes it for ciphertext, and what follows stays encrypted."
	case hello:
		w.shaken, w.spoiled = true, false
	case w.spoiled && r.Protected(f.conn.version):
		return "\nBehind a damaged record Wireshark decrypts nothing more of this direction; nor does a reader."
	case len(f.fates[r.ID].flipped) > 0:
		w.spoiled = true
	}
	return ""
}

// ofFlight reports whether a record is one of several that are written together.
// Tickets are flushed one by one.
func ofFlight(r engine.Record) bool {
	return r.Type == engine.TypeChangeCipherSpec || r.Type == engine.TypeHandshake && r.Message != engine.NewSessionTicket
}

// send puts what was written into packets.
func (f *flow) send() {
	next := f.next
	f.next = write{}
	w := &f.ways[next.dir]
	if len(next.bytes) == 0 {
		return
	}
	next.comment += w.impossible()
	for rest := next.bytes; len(rest) > 0; {
		n := min(len(rest), segmentSize)
		flags := byte(flagACK)
		if n == len(rest) {
			flags |= flagPSH
		}
		f.emit(segment{from: next.dir.From(), flags: flags, payload: rest[:n]}, next.comment)
		rest = rest[n:]
		w.end += uint32(n)
	}
	if !w.held {
		f.arrive(next.dir, int(w.end-w.ready))
	}
}

// impossible says why TCP would not send what comes now.
func (w *stream) impossible() string {
	switch {
	case w.rst:
		return "\nBehind a RST: its sender has not seen it, TCP would not carry this."
	case w.ended:
		return "\nBehind the FIN of the network's: TCP would not carry this, and its reader never sees it."
	}
	return ""
}

// arrive makes the next n places readable.
func (f *flow) arrive(d engine.Direction, n int) {
	w := &f.ways[d]
	w.ready += uint32(n)
	if w.ended && w.ready == w.fin {
		w.ready++
	}
	w.arrived = true
	f.acknowledge(w)
}

// acknowledge has the reader owe an answer for what has come, but not for what is
// behind a FIN.
func (f *flow) acknowledge(w *stream) {
	to := w.ready
	if w.ended && int32(to-w.fin) > 0 {
		to = w.fin + 1
	}
	if !w.deaf && int32(to-w.acked) > 0 {
		w.acked, w.owing = to, true
	}
	w.deaf = w.deaf || w.rst && int32(w.ready-w.rstAt) >= 0
}

// lose forgets what is in flight. The FIN behind it has nothing in front of it any
// more.
func (f *flow) lose(d engine.Direction) {
	w := &f.ways[d]
	if w.ended && int32(w.fin-w.ready) >= 0 {
		w.ready = w.end
		f.acknowledge(w)
	}
	w.ready = w.end
	w.arrived = false
}

// fin ends a direction, once.
func (f *flow) fin(d engine.Direction, comment string) {
	w := &f.ways[d]
	if w.ended || w.silent {
		return
	}
	w.ended, w.fin = true, w.end
	f.emit(segment{from: d.From(), flags: flagFIN | flagACK}, comment)
	w.end++
	if w.ready == w.fin { // nothing is in flight in front of it
		w.ready++
		f.acknowledge(w)
	}
}

// reset breaks a direction off.
func (f *flow) reset(d engine.Direction, comment string) {
	w := &f.ways[d]
	f.emit(segment{from: d.From(), flags: flagRST | flagACK}, comment)
	w.rst, w.rstAt = true, w.end
	f.acknowledge(w)
}

// emit writes a packet. Its numbers are filled in, and it settles what its sender
// owes.
func (f *flow) emit(s segment, comment string) {
	out, in := &f.ways[engine.Outgoing(s.from)], &f.ways[engine.Incoming(s.from)]
	if in.owing = false; s.flags == flagACK && out.silent {
		return
	}
	s.ports, s.seq = f.ports, out.end
	if s.flags&flagACK != 0 {
		s.ack = in.acked
	}
	if comment != "" {
		comment = "\n" + comment
	}
	f.block = appendPacket(f.block[:0], f.clock, s.packet(), f.told+comment)
	f.clock += gap
	f.write(f.block)
}

// write writes to the file, until that fails.
func (f *flow) write(b []byte) {
	if f.err == nil {
		_, f.err = f.out.Write(b)
	}
}
