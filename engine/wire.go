package engine

import "slices"

// DefaultCapacity is how many bytes a direction queues unless a script says
// otherwise.
const DefaultCapacity = 1 << 20

// Wire is one direction of the transport: a stream of bytes that its sender has
// written and its receiver has not read. Places in it count from 0 and are never
// used twice:
//
//	 read or lost │ readable │ in flight │ not written
//	──────────────┼──────────┼───────────┼────────────
//	            start      ready        end
type Wire struct {
	version Version
	pieces  queue
	start   int64
	ready   int64
	end     int64

	fin      int64 // place of the FIN, -1 while there is none
	capacity int
	held     bool    // written bytes stay in flight until delivered
	reset    bool    // reads fail with ECONNRESET
	broken   bool    // writes fail with EPIPE
	flipped  []int64 // places of bytes with a flipped bit
}

func newWire(_ Direction, v Version) Wire {
	return Wire{version: v, fin: -1, capacity: DefaultCapacity}
}

// Queued is how many bytes are in flight or readable.
func (w Wire) Queued() int { return int(w.end - w.start) }

// Readable is how many bytes have been delivered and not read.
func (w Wire) Readable() int { return int(w.ready - w.start) }

// Capacity is how many bytes may be queued.
func (w Wire) Capacity() int { return w.capacity }

// Held reports whether written bytes wait in flight for a delivery.
func (w Wire) Held() bool { return w.held }

// Reset reports whether reads fail with ECONNRESET.
func (w Wire) Reset() bool { return w.reset }

// Broken reports whether writes fail with EPIPE.
func (w Wire) Broken() bool { return w.broken }

// FIN reports whether the sender's FIN is on the wire and how many queued bytes
// are in front of it.
func (w Wire) FIN() (before int, ok bool) {
	return int(max(w.fin-w.start, 0)), w.fin >= 0
}

// room is how many bytes a write can queue now.
func (w *Wire) room() int { return max(w.capacity-w.Queued(), 0) }

// write queues bytes from <= i < to of r.
func (w *Wire) write(r Record, from, to int) {
	w.pieces = w.pieces.push(piece{r, from, to, w.end})
	w.end += int64(to - from)
	if !w.held {
		w.ready = w.end
	}
}

// available is how many bytes a read can take now. Bytes behind the FIN are out
// of reach: TCP ends the stream there.
func (w *Wire) available() int {
	if w.fin >= 0 {
		return int(max(min(w.ready, w.fin)-w.start, 0))
	}
	return int(w.ready - w.start)
}

// atEOF reports whether the reader has come to the FIN.
func (w *Wire) atEOF() bool { return w.fin >= 0 && w.start >= w.fin }

// take reads the next bytes, at most n, all of one piece; there must be some.
func (w *Wire) take(n int) piece {
	p, q, _ := w.pieces.peek()
	p.from += int(w.start - p.at)
	p.at = w.start
	p.to = min(p.to, p.from+min(n, w.available()))
	w.start = p.end()
	w.pieces = q
	if w.start == q.front[0].end() {
		w.pieces = q.drop()
	}
	return p
}

// takeWhole reads the next record in one piece if it lies there whole, delivered
// and undamaged: the common case.
func (w *Wire) takeWhole() (Record, bool) {
	p, q, ok := w.pieces.peek()
	if !ok || p.from != 0 || p.at != w.start || len(w.flipped) != 0 ||
		p.record.Injected || p.to != p.record.WireLength(w.version) || p.to > w.available() {
		return Record{}, false
	}
	w.pieces = q.drop()
	w.start = p.end()
	return p.record, true
}

// damaged reports whether a bit of p is flipped.
func (w *Wire) damaged(p piece) bool {
	return slices.ContainsFunc(w.flipped, func(at int64) bool { return p.at <= at && at < p.end() })
}

// deliver makes n more bytes readable, or all of them, and returns how many it
// made so.
func (w *Wire) deliver(n int) int {
	inFlight := int(w.end - w.ready)
	if n == All || n > inFlight {
		n = inFlight
	}
	w.ready += int64(n)
	return n
}

// truncate loses every queued byte.
func (w *Wire) truncate() {
	w.start, w.ready, w.pieces = w.end, w.end, queue{}
}

// corrupt flips the last bit of the last queued byte; twice is back again. It
// reports false where nothing is queued.
func (w *Wire) corrupt() bool {
	if w.start == w.end {
		return false
	}
	last := w.end - 1
	if i := slices.Index(w.flipped, last); i >= 0 {
		w.flipped = slices.Delete(slices.Clone(w.flipped), i, i+1)
	} else {
		w.flipped = append(w.flipped[:len(w.flipped):len(w.flipped)], last)
	}
	return true
}
