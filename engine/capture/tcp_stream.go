package capture

import (
	"closenotify/engine"
)

// tcpStream is a direction of the TCP connection. Places are sequence numbers.
type tcpStream struct {
	nextSeq       uint32 // behind the last that was sent
	delivered     uint32 // up to here it is with its reader
	acked         uint32 // up to here the reader has acknowledged, or is about to
	ackPending    bool   // it is about to
	held          bool   // written bytes stay in flight
	finSent       bool   // there was a FIN …
	finSeq        uint32 // … in front of this place
	rstSent       bool   // there was a RST …
	rstSeq        uint32 // … at this place
	readerReset   bool   // the reader has got it: it acknowledges nothing more
	senderReset   bool   // the sender has sent it itself, and sends nothing more
	sawHello      bool   // a handshake has begun in plain text
	undecryptable bool   // a record was damaged
	dataSinceRST  bool   // bytes have come since the reader last sent a RST
}

// initialSeq is where a peer's sequence numbers begin. A real one would not let
// it be guessed (RFC 9293 §3.4.1).
var initialSeq = [2]uint32{engine.Client: 0x10000000, engine.Server: 0x20000000}

// connect opens the TCP connection.
func (f *tcpFlow) connect() {
	for d, first := range initialSeq {
		f.streams[d] = tcpStream{nextSeq: first, delivered: first, acked: first}
	}
	options := []byte{2, 4, segmentSize >> 8, segmentSize & 0xff, 1, 3, 3, windowScale} // RFC 9293 §3.2, RFC 7323 §2.2
	f.stepText = "Before the first step: the TCP connection, then the handshake."
	f.writeSegment(segment{from: engine.Client, flags: flagSYN, options: options}, "")
	f.streams[engine.ClientToServer].sendAndDeliver(1)
	f.writeSegment(segment{from: engine.Server, flags: flagSYN | flagACK, options: options}, "")
	f.streams[engine.ServerToClient].sendAndDeliver(1)
	f.writeSegment(segment{from: engine.Client, flags: flagACK}, "")
}

// sendAndDeliver counts n places that were sent and have come.
func (w *tcpStream) sendAndDeliver(n uint32) {
	w.nextSeq += n
	w.delivered, w.acked = w.nextSeq, w.nextSeq
}

// sequenceNote says why TCP would not send what comes now.
func (w *tcpStream) sequenceNote() string {
	switch {
	case w.rstSent:
		return "\nBehind a RST: its sender has not seen it, TCP would not carry this."
	case w.finSent:
		return "\nBehind the FIN of the network's: TCP would not carry this, and its reader never sees it."
	}
	return ""
}

// deliver makes the next n places readable.
func (f *tcpFlow) deliver(d engine.Direction, n int) {
	w := &f.streams[d]
	w.delivered += uint32(n)
	if w.finSent && w.delivered == w.finSeq {
		w.delivered++
	}
	w.dataSinceRST = true
	f.acknowledge(w)
}

// acknowledge has the reader owe an answer for what has come, but not for what is
// behind a FIN.
func (f *tcpFlow) acknowledge(w *tcpStream) {
	to := w.delivered
	if w.finSent && int32(to-w.finSeq) > 0 {
		to = w.finSeq + 1
	}
	if !w.readerReset && int32(to-w.acked) > 0 {
		w.acked, w.ackPending = to, true
	}
	w.readerReset = w.readerReset || w.rstSent && int32(w.delivered-w.rstSeq) >= 0
}

// dropInFlight forgets what is in flight. The FIN behind it has nothing in front of it any
// more.
func (f *tcpFlow) dropInFlight(d engine.Direction) {
	w := &f.streams[d]
	if w.finSent && int32(w.finSeq-w.delivered) >= 0 {
		w.delivered = w.nextSeq
		f.acknowledge(w)
	}
	w.delivered = w.nextSeq
	w.dataSinceRST = false
}

// sendFIN ends a direction, once.
func (f *tcpFlow) sendFIN(d engine.Direction) {
	w := &f.streams[d]
	if w.finSent || w.senderReset {
		return
	}
	w.finSent, w.finSeq = true, w.nextSeq
	f.writeSegment(segment{from: d.From(), flags: flagFIN | flagACK}, "")
	w.nextSeq++
	if w.delivered == w.finSeq { // nothing is in flight in front of it
		w.delivered++
		f.acknowledge(w)
	}
}

// abort is a RST by the sender itself, whose socket is closed.
func (f *tcpFlow) abort(d engine.Direction) {
	f.sendRST(d, "")
	f.streams[d].senderReset = true
}

// sendRST breaks a direction off.
func (f *tcpFlow) sendRST(d engine.Direction, comment string) {
	w := &f.streams[d]
	f.writeSegment(segment{from: d.From(), flags: flagRST | flagACK}, comment)
	w.rstSent, w.rstSeq = true, w.nextSeq
	f.acknowledge(w)
}
