package capture

import (
	"io"
	"time"

	"closenotify/engine"
)

// tcpFlow is a capture under way: both directions of the TCP connection.
type tcpFlow struct {
	out      io.Writer
	err      error     // the first of out's
	ports    [2]uint16 // by role
	block    []byte
	tls      *Connection
	damage   map[engine.RecordID]damage
	clock    time.Duration // of the next packet
	step     int           // 0 before the first
	stepText string        // what the step did
	streams  [2]tcpStream  // by direction
	pending  pendingWrite  // begun, not yet in packets
}

// pendingWrite is what one pendingWrite of a peer's put into the stream: a record, a part of one,
// or a flight of a handshake.
type pendingWrite struct {
	dir     engine.Direction
	last    engine.Record
	bytes   []byte
	comment string
}

// addStep writes what a step does.
func (f *tcpFlow) addStep(s engine.Step) {
	f.tls.Follow(s)
	f.stepText = stepComment(f.step, s)
	f.applyOp(s)
	for _, m := range s.Moves() {
		f.applyMove(s, m)
	}
	f.flush()
	for _, d := range engine.Directions {
		if w := &f.streams[d]; w.ackPending {
			f.writeSegment(segment{from: d.To(), flags: flagACK}, "")
		}
	}
}

// applyOp does what the operation itself says of the wire.
func (f *tcpFlow) applyOp(s engine.Step) {
	d := s.Op.Dir
	switch {
	case s.Op.Verb == engine.VerbHold:
		f.streams[d].held = true
	case s.Op.Verb == engine.VerbFIN:
		f.sendFIN(d)
	case s.Op.Verb == engine.VerbReset:
		f.sendRST(d, "A RST of the network's: only its reader knows of it.")
	case fired(s, engine.RuleClose):
		f.sendFIN(engine.Outgoing(s.Op.Role))
	case fired(s, engine.RuleCloseUnread):
		f.streams[engine.Incoming(s.Op.Role)].dataSinceRST = false // what is lost now needs no RST of its own
		f.abort(engine.Outgoing(s.Op.Role))
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

// applyMove does what happened to bytes of a record.
func (f *tcpFlow) applyMove(s engine.Step, m engine.Move) {
	switch m.Kind {
	case engine.Queued, engine.Injected:
		f.queueBytes(m)
	case engine.Delivered:
		f.deliver(m.Dir, m.To-m.From)
	case engine.Lost:
		f.flush()
		if s.Op.Verb == engine.VerbTruncate && s.Op.Dir == m.Dir {
			f.dropInFlight(m.Dir)
		} else if f.streams[m.Dir].dataSinceRST { // at a socket that is closed
			f.streams[m.Dir].dataSinceRST = false
			f.abort(1 - m.Dir)
		}
	}
}

// queueBytes writes bytes of a record. Those of a flight are written together, as OpenSSL
// buffers them.
func (f *tcpFlow) queueBytes(m engine.Move) {
	if len(f.pending.bytes) > 0 && (f.pending.dir != m.Dir || !isHandshakeFlight(f.pending.last) || !isHandshakeFlight(m.Record)) {
		f.flush()
	}
	b, comment := f.tls.bytesOnWire(m, f.damage)
	f.pending.dir, f.pending.last = m.Dir, m.Record
	f.pending.bytes = append(f.pending.bytes, b...)
	if f.pending.comment != "" {
		f.pending.comment += "\n"
	}
	f.pending.comment += comment + f.decryptionNote(m)
}

// decryptionNote says why Wireshark will not decrypt what comes now although it has the keys.
func (f *tcpFlow) decryptionNote(m engine.Move) string {
	w := &f.streams[m.Dir]
	r := m.Record
	hello := r.Type == engine.TypeHandshake && r.Message == engine.ClientHello && r.Epoch == 0
	switch {
	case hello && w.sawHello && f.tls.version == engine.TLS12:
		return "\nA second handshake in plain text on a connection of TLS 1.2: Wireshark takes it for ciphertext, and what follows stays encrypted."
	case hello:
		w.sawHello, w.undecryptable = true, false
	case w.undecryptable && r.Protected(f.tls.version):
		return "\nBehind a damaged record Wireshark decrypts nothing more of this direction; nor does a reader."
	case len(f.damage[r.ID].flippedBytes) > 0:
		w.undecryptable = true
	}
	return ""
}

// isHandshakeFlight reports whether a record is one of several that are written together.
// Tickets are flushed one by one.
func isHandshakeFlight(r engine.Record) bool {
	return r.Type == engine.TypeChangeCipherSpec || r.Type == engine.TypeHandshake && r.Message != engine.NewSessionTicket
}

// flush puts what was written into packets.
func (f *tcpFlow) flush() {
	next := f.pending
	f.pending = pendingWrite{}
	w := &f.streams[next.dir]
	if len(next.bytes) == 0 {
		return
	}
	next.comment += w.sequenceNote()
	for rest := next.bytes; len(rest) > 0; {
		n := min(len(rest), segmentSize)
		flags := byte(flagACK)
		if n == len(rest) {
			flags |= flagPSH
		}
		f.writeSegment(segment{from: next.dir.From(), flags: flags, payload: rest[:n]}, next.comment)
		rest = rest[n:]
		w.nextSeq += uint32(n)
	}
	if !w.held {
		f.deliver(next.dir, int(w.nextSeq-w.delivered))
	}
}

// writeSegment writes a packet. Its numbers are filled in, and it settles what its sender
// owes.
func (f *tcpFlow) writeSegment(s segment, comment string) {
	out, in := &f.streams[engine.Outgoing(s.from)], &f.streams[engine.Incoming(s.from)]
	if in.ackPending = false; s.flags == flagACK && out.senderReset {
		return
	}
	s.ports, s.seq = f.ports, out.nextSeq
	if s.flags&flagACK != 0 {
		s.ack = in.acked
	}
	if comment != "" {
		comment = "\n" + comment
	}
	f.block = appendPacket(f.block[:0], f.clock, s.packet(), f.stepText+comment)
	f.clock += packetInterval
	f.writeBlock(f.block)
}

// writeBlock writes to the file, until that fails.
func (f *tcpFlow) writeBlock(b []byte) {
	if f.err == nil {
		_, f.err = f.out.Write(b)
	}
}
