package capture

import (
	"closenotify/engine"
)

// tcpStream is the state of one direction of the TCP connection. All positions are
// TCP sequence numbers.
type tcpStream struct {
	nextSeq     uint32 // of the next byte to send
	delivered   uint32 // the reader can read everything before it
	acked       uint32 // the reader acknowledges everything before it
	ackPending  bool   // acked has advanced, but no segment has said so yet
	held        bool   // written bytes stay in flight until delivered
	finSent     bool
	finSeq      uint32 // of the FIN, if finSent
	rstSent     bool
	rstSeq      uint32 // of the RST, if rstSent
	readerReset bool   // the RST has reached the reader: it acknowledges nothing more
	senderReset bool   // the sender's own socket sent the RST: it acknowledges nothing more

	sawHello      bool // a plaintext handshake has begun
	undecryptable bool // a record was damaged, so Wireshark has lost the sequence
}

// initialSeq is the initial sequence number by direction. It is fixed so that
// captures are reproducible; real ones must not be predictable (RFC 9293 §3.4.1).
var initialSeq = [2]uint32{engine.ClientToServer: 0x10000000, engine.ServerToClient: 0x20000000}

// connect writes the three-way handshake of TCP.
func (f *tcpFlow) connect() {
	for d, seq := range initialSeq {
		f.streams[d] = tcpStream{nextSeq: seq, delivered: seq, acked: seq}
	}
	f.stepText = "Before the first step: the TCP connection, then the TLS handshake."
	f.writeSegment(segment{from: engine.Client, flags: flagSYN, options: synOptions}, "")
	f.streams[engine.ClientToServer].synArrived()
	f.writeSegment(segment{from: engine.Server, flags: flagSYN | flagACK, options: synOptions}, "")
	f.streams[engine.ServerToClient].synArrived()
	f.writeSegment(segment{from: engine.Client, flags: flagACK}, "")
}

// synArrived counts the SYN, which takes one sequence number.
func (w *tcpStream) synArrived() {
	w.nextSeq++
	w.delivered, w.acked = w.nextSeq, w.nextSeq
}

// endNote says why TCP would not send more bytes in this direction; "" if it would.
func (w *tcpStream) endNote() string {
	switch {
	case w.rstSent:
		return "\nSent after an RST that the sender has not seen. TCP would not carry this."
	case w.finSent:
		return "\nSent after the FIN. TCP would not carry this, and the reader never sees it."
	}
	return ""
}

// deliver makes the next n bytes readable, and the FIN if it follows them.
func (f *tcpFlow) deliver(d engine.Direction, n int) {
	w := &f.streams[d]
	w.delivered += uint32(n)
	if w.finSent && w.delivered == w.finSeq {
		w.delivered++
	}
	w.acknowledge()
}

// acknowledge has the reader acknowledge what was delivered, but nothing after a
// FIN.
func (w *tcpStream) acknowledge() {
	to := w.delivered
	if w.finSent && seqAfter(to, w.finSeq) {
		to = w.finSeq + 1
	}
	if !w.readerReset && seqAfter(to, w.acked) {
		w.acked, w.ackPending = to, true
	}
	w.readerReset = w.readerReset || w.rstSent && !seqAfter(w.rstSeq, w.delivered)
}

// seqAfter reports whether a comes after b; sequence numbers wrap around.
func seqAfter(a, b uint32) bool { return int32(a-b) > 0 }

// dropInFlight drops all bytes in flight. A FIN after them then reaches its reader.
func (f *tcpFlow) dropInFlight(d engine.Direction) {
	w := &f.streams[d]
	finInFlight := w.finSent && !seqAfter(w.delivered, w.finSeq)
	w.delivered = w.nextSeq
	if finInFlight {
		w.acknowledge()
	}
}

// sendFIN ends a direction. A second FIN, or one after an RST, is not sent.
func (f *tcpFlow) sendFIN(d engine.Direction) {
	w := &f.streams[d]
	if w.finSent || w.senderReset {
		return
	}
	w.finSent, w.finSeq = true, w.nextSeq
	f.writeSegment(segment{from: d.Sender(), flags: flagFIN | flagACK}, "")
	w.nextSeq++
	if w.delivered == w.finSeq { // nothing in flight delays it
		w.delivered++
		w.acknowledge()
	}
}

// abort sends the RST of a closed socket.
func (f *tcpFlow) abort(d engine.Direction) {
	f.sendRST(d, "")
	f.streams[d].senderReset = true
}

// sendRST resets the connection in one direction.
func (f *tcpFlow) sendRST(d engine.Direction, comment string) {
	w := &f.streams[d]
	f.writeSegment(segment{from: d.Sender(), flags: flagRST | flagACK}, comment)
	w.rstSent, w.rstSeq = true, w.nextSeq
	w.acknowledge()
}
