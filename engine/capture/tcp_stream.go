package capture

import (
	"closenotify/engine"
)

// stream is a direction of the TCP connection. Places are sequence numbers.
type stream struct {
	end     uint32 // behind the last that was sent
	ready   uint32 // up to here it is with its reader
	acked   uint32 // up to here the reader has acknowledged, or is about to
	owing   bool   // it is about to
	held    bool   // written bytes stay in flight
	ended   bool   // there was a FIN …
	fin     uint32 // … in front of this place
	rst     bool   // there was a RST …
	rstAt   uint32 // … at this place
	deaf    bool   // the reader has got it: it acknowledges nothing more
	silent  bool   // the sender has sent it itself, and sends nothing more
	shaken  bool   // a handshake has begun in plain text
	spoiled bool   // a record was damaged
	arrived bool   // bytes have come since the reader last sent a RST
}

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
func (f *flow) fin(d engine.Direction) {
	w := &f.ways[d]
	if w.ended || w.silent {
		return
	}
	w.ended, w.fin = true, w.end
	f.emit(segment{from: d.From(), flags: flagFIN | flagACK}, "")
	w.end++
	if w.ready == w.fin { // nothing is in flight in front of it
		w.ready++
		f.acknowledge(w)
	}
}

// hangUp is a RST by the sender itself, whose socket is closed.
func (f *flow) hangUp(d engine.Direction) {
	f.reset(d, "")
	f.ways[d].silent = true
}

// reset breaks a direction off.
func (f *flow) reset(d engine.Direction, comment string) {
	w := &f.ways[d]
	f.emit(segment{from: d.From(), flags: flagRST | flagACK}, comment)
	w.rst, w.rstAt = true, w.end
	f.acknowledge(w)
}
