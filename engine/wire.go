package engine

import "slices"

// DefaultCapacity is how many bytes a direction queues unless a script says
// otherwise.
const DefaultCapacity = 1 << 20

// Wire is one direction of the transport: a stream of the bytes that its sender has
// written and its receiver has not read. An offset in it is the number of bytes before it
// since the connection began:
//
//	 read or lost │ readable │ in flight │ not written
//	──────────────┼──────────┼───────────┼────────────
//	            start      ready        end
type Wire struct {
	version        Version
	buffered       bool  // the receiver reads through a buffering BIO
	socket         bool  // a socket lies below all other BIOs
	memory         bool  // the receiver reads from a memory BIO, which the application fills
	receiverClosed bool  // the receiver has closed its socket
	held           bool  // written bytes stay in flight until delivered
	reset          bool  // reads fail with ECONNRESET
	broken         bool  // writes fail with EPIPE
	capacity       int32 // bytes that may be queued
	delivered      queue // what has arrived; part of the first segment may be read already
	inFlight       queue // what has been written and has not arrived

	start       int64
	bioBuffered int64 // offset up to which a buffering BIO holds the bytes; before start if it holds none
	ready       int64
	end         int64
	fin         int64   // offset of the FIN, -1 while there is none
	rst         int64   // offset of an RST, -1 while there is none
	flipped     []int64 // offsets of bytes with a flipped bit
}

func newWire(c startKey) Wire {
	return Wire{version: c.version, buffered: c.buffered, memory: c.memory, fin: -1, rst: -1, capacity: DefaultCapacity}
}

// Queued is how many bytes are in flight or readable.
func (w Wire) Queued() int { return int(w.end - w.front()) }

// front is the offset of the first byte that is still on the wire.
func (w Wire) front() int64 { return max(w.start, w.bioBuffered) }

// Readable is how many bytes have been delivered and not read.
func (w Wire) Readable() int { return int(w.ready - w.front()) }

// Capacity is how many bytes may be queued.
func (w Wire) Capacity() int { return int(w.capacity) }

// Held reports whether written bytes wait in flight for a delivery.
func (w Wire) Held() bool { return w.held }

// Reset reports whether reads fail with ECONNRESET.
func (w Wire) Reset() bool { return w.reset }

// Broken reports whether writes fail with EPIPE.
func (w Wire) Broken() bool { return w.broken }

// FIN reports whether the sender's FIN is on the wire, and how many queued bytes come
// before it.
func (w Wire) FIN() (before int, ok bool) { return w.queuedBefore(w.fin), w.fin >= 0 }

// RST reports whether the sender's socket, once closed, has sent an RST, and how many queued
// bytes come before it.
func (w Wire) RST() (before int, ok bool) { return w.queuedBefore(w.rst), w.rst >= 0 }

// queuedBefore is how many queued bytes come before an offset.
func (w Wire) queuedBefore(at int64) int { return int(max(at-w.front(), 0)) }

// room is how many bytes a write can queue now.
func (w *Wire) room() int { return max(w.Capacity()-w.Queued(), 0) }

// write queues bytes from <= i < to of r.
func (w *Wire) write(r Record, from, to int) {
	p := segment{r, from, to, w.end}
	w.end = p.end()
	if w.held {
		w.inFlight = w.inFlight.push(p)
		return
	}
	w.delivered = w.delivered.push(p)
	w.ready = w.end
}

// available is how many bytes a read of the library can get now.
func (w *Wire) available() int {
	if w.buffered {
		return int(max(w.bioBuffered-w.start, 0))
	}
	return w.arrived()
}

// arrived is how many bytes can be read from the wire. Bytes after the FIN cannot: the
// stream ends there. After a reset none can.
func (w *Wire) arrived() int {
	if w.reset || w.receiverClosed {
		return 0
	}
	if last, ok := w.endOfStream(); ok {
		return int(max(min(w.ready, last)-w.front(), 0))
	}
	return int(w.ready - w.front())
}

// endOfStream is the offset at which reads find the end: of the FIN, or of an RST that has
// arrived.
func (w *Wire) endOfStream() (at int64, ok bool) {
	if w.fin < 0 && w.rstArrived() {
		return w.rst, true
	}
	return w.fin, w.fin >= 0
}

// finArrived reports whether a FIN has reached the receiver.
func (w *Wire) finArrived() bool { return w.fin >= 0 && w.ready >= w.fin }

// rstArrived reports whether an RST has reached the receiver.
func (w *Wire) rstArrived() bool { return w.rst >= 0 && w.ready >= w.rst }

// atEOF reports whether the reader has reached the end.
func (w *Wire) atEOF() bool {
	last, ok := w.endOfStream()
	return ok && w.start >= last
}

// take reads at most n bytes of one segment. There must be some.
func (w *Wire) take(n int) segment {
	whole, q, _ := w.delivered.peek()
	p := whole.after(w.start)
	p.to = min(p.to, p.from+min(n, w.available()))
	w.start, w.delivered = p.end(), q
	if w.start == whole.end() {
		w.delivered = q.drop()
	}
	return p
}

// takeWhole reads the next record in one go if that is possible: the record has arrived
// whole and undamaged, its header needs no check, and it is protected or not as the reader
// expects. That is the common case.
func (w *Wire) takeWhole(protected bool) (Record, bool) {
	p, q, ok := w.delivered.peek()
	w.delivered = q
	w.forgetFlips()
	if !ok || p.record.InitialVersion || p.from != 0 || p.at != w.start || len(w.flipped) != 0 ||
		p.record.plain(w.version) == protected && p.record.Type != TypeChangeCipherSpec || p.to != p.record.WireLength(w.version) || p.to > w.available() {
		return Record{}, false
	}
	w.start, w.delivered = p.end(), q.drop()
	return p.record, true
}

// forgetFlips forgets the flipped bits of records that have been read whole.
func (w *Wire) forgetFlips() {
	isRead := func(at int64) bool { return at < w.start }
	if slices.ContainsFunc(w.flipped, isRead) {
		w.flipped = slices.DeleteFunc(slices.Clone(w.flipped), isRead)
	}
}

// damaged reports whether a bit of p is flipped.
func (w *Wire) damaged(p segment) bool {
	return slices.ContainsFunc(w.flipped, func(at int64) bool { return p.at <= at && at < p.end() })
}

// deliver makes at most n bytes of one segment in flight readable and returns them. There
// must be some.
func (w *Wire) deliver(n int) segment {
	whole, q, _ := w.inFlight.peek()
	p := whole.after(w.ready)
	p.to = min(p.to, p.from+n)
	w.ready, w.inFlight = p.end(), q
	if w.ready == whole.end() {
		w.inFlight = q.drop()
	}
	w.delivered = w.delivered.push(p)
	return p
}

// bytesInFlight is how many bytes have not arrived.
func (w *Wire) bytesInFlight() int { return int(w.end - w.ready) }

// truncate loses every queued byte. What the receiver's BIO holds is not queued any more:
// it stays, and the next byte written takes the offset after it.
func (w *Wire) truncate() {
	w.ready, w.inFlight = w.end, queue{}
	w.discardArrived()
}

// discardArrived loses the bytes that have arrived, but not those that the receiver's BIO
// holds. If there are such, later bytes move up to the offset after them.
func (w *Wire) discardArrived() {
	front := w.front()
	if front == w.start {
		w.start, w.delivered = w.ready, queue{}
		return
	}
	var inBIO, inFlight queue
	for _, p := range w.delivered.all() {
		if p.at < front {
			p.to = min(p.to, p.from+int(front-p.at))
			inBIO = inBIO.push(p)
		}
	}
	lost := w.ready - front
	for _, p := range w.inFlight.all() {
		p = p.after(w.ready)
		p.at -= lost
		inFlight = inFlight.push(p)
	}
	move := func(at int64) int64 { return max(at-lost, min(at, front)) }
	w.delivered, w.inFlight = inBIO, inFlight
	flipped := slices.DeleteFunc(slices.Clone(w.flipped), func(at int64) bool { return front <= at && at < w.ready })
	for i := range flipped {
		flipped[i] = move(flipped[i])
	}
	w.flipped = flipped
	w.ready, w.end, w.fin, w.rst = front, w.end-lost, move(w.fin), move(w.rst)
}

// corrupt flips the last bit of the last queued byte and returns that byte. Flipped twice,
// it is as it was. It reports false if nothing is queued.
func (w *Wire) corrupt() (segment, bool) {
	if w.Queued() == 0 {
		return segment{}, false
	}
	p, ok := w.inFlight.newest()
	if !ok {
		p, _ = w.delivered.newest()
	}
	last := w.end - 1
	if i := slices.Index(w.flipped, last); i >= 0 {
		w.flipped = slices.Delete(slices.Clone(w.flipped), i, i+1)
	} else {
		w.flipped = append(w.flipped[:len(w.flipped):len(w.flipped)], last)
	}
	return p.after(last), true
}
