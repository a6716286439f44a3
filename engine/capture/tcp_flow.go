package capture

import (
	"io"
	"slices"
	"time"

	"closenotify/engine"
)

// tcpFlow writes the packets of one TCP connection, both directions, in the order
// of the steps.
type tcpFlow struct {
	out      io.Writer
	err      error     // the first error of out
	ports    [2]uint16 // by role
	block    []byte    // reused for every packet
	tls      *Connection
	damage   map[engine.RecordID]recordDamage
	clock    time.Duration // time of the next packet, since 1970
	step     int           // current step, 0 before the first
	stepText string        // begins the comments of the step's packets
	streams  [2]tcpStream  // by direction
	pending  pendingWrite
}

// pendingWrite is what one write(2) of a peer sends: a record, part of one, or a
// flight of handshake records.
type pendingWrite struct {
	dir     engine.Direction
	last    engine.Record
	bytes   []byte
	comment string
}

// addStep writes the packets that a step causes.
func (f *tcpFlow) addStep(s engine.Step) {
	f.tls.Follow(s)
	f.stepText = stepComment(f.step, s)
	if s.Op.Verb == engine.VerbHold {
		f.streams[s.Op.Dir].held = true
	}
	for _, m := range s.ByteMoves() {
		f.applyMove(s, m)
	}
	f.flush()
	for _, signal := range s.Signals() {
		f.send(s, signal)
	}
	for _, d := range engine.Directions {
		if f.streams[d].ackPending {
			f.writeSegment(segment{from: d.Receiver(), flags: flagACK}, "")
		}
	}
}

// send sends a FIN or an RST of a step.
func (f *tcpFlow) send(s engine.Step, signal engine.Signal) {
	switch {
	case signal.Kind == engine.FIN:
		f.sendFIN(signal.Dir)
	case s.Op.Verb == engine.VerbReset:
		f.sendRST(signal.Dir, "An injected RST: only the reader knows of it.")
	default:
		f.abort(signal.Dir)
	}
}

// applyMove handles one move of a record's bytes.
func (f *tcpFlow) applyMove(s engine.Step, m engine.ByteMove) {
	switch m.Kind {
	case engine.Queued, engine.Injected:
		f.queueBytes(m)
	case engine.Delivered:
		f.deliver(m.Dir, m.To-m.From)
	case engine.Lost:
		f.flush()
		if s.Op.Verb == engine.VerbTruncate && s.Op.Dir == m.Dir {
			f.dropInFlight(m.Dir)
		}
	}
}

// queueBytes adds bytes of a record to the pending write. OpenSSL buffers a flight
// and writes it in one go, so records of a flight share their segments.
func (f *tcpFlow) queueBytes(m engine.ByteMove) {
	p := &f.pending
	if len(p.bytes) > 0 && (p.dir != m.Dir || !inHandshakeFlight(p.last) || !inHandshakeFlight(m.Record)) {
		f.flush()
	}
	b, d := f.tls.RecordBytes(m.Record), f.damage[m.Record.ID]
	p.dir, p.last = m.Dir, m.Record
	p.bytes = append(p.bytes, d.apply(b.Wire)[m.From:m.To]...)
	if p.comment != "" {
		p.comment += "\n"
	}
	p.comment += moveComment(m, b, d) + f.decryptionNote(m)
}

// decryptionNote says why Wireshark cannot decrypt the bytes of a move although
// the capture contains the secrets; "" if it can.
func (f *tcpFlow) decryptionNote(m engine.ByteMove) string {
	w, r := &f.streams[m.Dir], m.Record
	plainHello := r.Type == engine.TypeHandshake && r.Message == engine.ClientHello && r.Epoch == 0
	switch {
	case plainHello && w.sawHello && f.tls.version == engine.TLS12:
		return "\nA second plaintext handshake in a TLS 1.2 connection. Wireshark takes it for ciphertext and decrypts nothing from here on."
	case plainHello:
		w.sawHello, w.undecryptable = true, false
	case r.BareNonce:
		w.undecryptable = true
		return "\nThis record is not encrypted, although the peers have keys. Wireshark takes it for ciphertext and cannot decrypt it."
	case w.undecryptable && r.Protected(f.tls.version):
		return "\nAn earlier record in this direction is damaged. Wireshark decrypts nothing after it, and neither does the reader."
	case len(f.damage[r.ID].flippedBytes) > 0:
		w.undecryptable = true
	}
	return ""
}

// inHandshakeFlight reports whether OpenSSL buffers a record together with other
// records of its flight. It flushes every NewSessionTicket separately.
func inHandshakeFlight(r engine.Record) bool {
	return r.Type == engine.TypeChangeCipherSpec || r.Type == engine.TypeHandshake && r.Message != engine.NewSessionTicket
}

// flush sends the pending write, in as many segments as it takes.
func (f *tcpFlow) flush() {
	p := f.pending
	f.pending = pendingWrite{}
	if len(p.bytes) == 0 {
		return
	}
	w := &f.streams[p.dir]
	p.comment += w.endNote()
	end := w.nextSeq + uint32(len(p.bytes))
	for payload := range slices.Chunk(p.bytes, maxSegmentSize) {
		next := w.nextSeq + uint32(len(payload))
		s := segment{from: p.dir.Sender(), flags: flagACK, payload: payload}
		if next == end {
			s.flags |= flagPSH
		}
		f.writeSegment(s, p.comment)
		w.nextSeq = next
	}
	if !w.held {
		f.deliver(p.dir, int(w.nextSeq-w.delivered))
	}
}

// writeSegment writes a segment as a packet. It fills in ports and sequence
// numbers. Every segment also acknowledges, so no separate acknowledgement is due
// afterwards. A sender that has sent an RST no longer acknowledges anything.
func (f *tcpFlow) writeSegment(s segment, comment string) {
	out, in := &f.streams[engine.Outgoing(s.from)], &f.streams[engine.Incoming(s.from)]
	in.ackPending = false
	if s.flags == flagACK && out.senderReset {
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

// writeBlock writes a pcapng block, unless a write has failed before.
func (f *tcpFlow) writeBlock(b []byte) {
	if f.err == nil {
		_, f.err = f.out.Write(b)
	}
}
