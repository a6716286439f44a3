package capture

import (
	"io"
	"time"

	"closenotify/engine"
)

// flow is a capture under way: both directions of the TCP connection.
type flow struct {
	out   io.Writer
	err   error     // the first of out's
	ports [2]uint16 // by role
	block []byte
	conn  *Connection
	fates map[engine.RecordID]fate
	clock time.Duration // of the next packet
	step  int           // 0 before the first
	told  string        // what the step did
	ways  [2]stream     // by direction
	next  write         // begun, not yet in packets
}

// write is what one write of a peer's put into the stream: a record, a part of one,
// or a flight of a handshake.
type write struct {
	dir     engine.Direction
	last    engine.Record
	bytes   []byte
	comment string
}

// take writes what a step does.
func (f *flow) take(s engine.Step) {
	f.conn.Follow(s)
	f.told = sentence(f.step, s)
	f.begin(s)
	for _, m := range s.Moves() {
		f.move(s, m)
	}
	f.send()
	for _, d := range engine.Directions {
		if w := &f.ways[d]; w.owing {
			f.emit(segment{from: d.To(), flags: flagACK}, "")
		}
	}
}

// begin does what the operation itself says of the wire.
func (f *flow) begin(s engine.Step) {
	d := s.Op.Dir
	switch {
	case s.Op.Verb == engine.VerbHold:
		f.ways[d].held = true
	case s.Op.Verb == engine.VerbFIN:
		f.fin(d)
	case s.Op.Verb == engine.VerbReset:
		f.reset(d, "A RST of the network's: only its reader knows of it.")
	case fired(s, engine.RuleClose):
		f.fin(engine.Outgoing(s.Op.Role))
	case fired(s, engine.RuleCloseUnread):
		f.ways[engine.Incoming(s.Op.Role)].arrived = false // what is lost now needs no RST of its own
		f.hangUp(engine.Outgoing(s.Op.Role))
	}
}

// fired reports whether a rule decided the step.
func fired(s engine.Step, id engine.RuleID) bool {
	for _, r := range s.Rules() {
		if r.ID == id {
			return true
		}
	}
	return false
}

// move does what happened to bytes of a record.
func (f *flow) move(s engine.Step, m engine.Move) {
	switch m.Kind {
	case engine.Queued, engine.Injected:
		f.put(m)
	case engine.Delivered:
		f.arrive(m.Dir, m.To-m.From)
	case engine.Lost:
		f.send()
		if s.Op.Verb == engine.VerbTruncate && s.Op.Dir == m.Dir {
			f.lose(m.Dir)
		} else if f.ways[m.Dir].arrived { // at a socket that is closed
			f.ways[m.Dir].arrived = false
			f.hangUp(1 - m.Dir)
		}
	}
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
