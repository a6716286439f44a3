package engine

// segment is consecutive bytes of one record, at an offset in the stream.
type segment struct {
	record   Record
	from, to int   // bytes of the record, from <= i < to
	at       int64 // offset of byte from in the stream
}

// end is the offset after the segment's last byte.
func (p segment) end() int64 { return p.at + int64(p.to-p.from) }

// after is the part of p from an offset in the stream on.
func (p segment) after(at int64) segment {
	p.from += int(max(at-p.at, 0))
	p.at = max(at, p.at)
	return p
}

// queue is an immutable first-in-first-out queue of segments. A push allocates one node
// and shares the rest. A peek may have to reverse the back list. Pushing and taking n
// segments costs time in proportion to n, however many copies exist.
type queue struct {
	front []segment  // oldest first
	back  *queueNode // newest first
}

type queueNode struct {
	segment segment
	older   *queueNode
	depth   int // how many nodes there are from this one on
}

// continues reports whether p begins where o ends.
func (p segment) continues(o segment) bool {
	return p.record.ID == o.record.ID && p.from == o.to && p.at == o.end()
}

// push returns q with p at its end. If p continues the last segment, both become one.
func (q queue) push(p segment) queue {
	if q.back != nil && p.continues(q.back.segment) {
		p.from, p.at = q.back.segment.from, q.back.segment.at
		q.back = q.back.older
	}
	q.back = &queueNode{p, q.back, q.back.length() + 1}
	return q
}

// length is how many nodes there are from l on.
func (l *queueNode) length() int {
	if l == nil {
		return 0
	}
	return l.depth
}

// newest returns the segment that was pushed last.
func (q queue) newest() (segment, bool) {
	switch {
	case q.back != nil:
		return q.back.segment, true
	case len(q.front) > 0:
		return q.front[len(q.front)-1], true
	}
	return segment{}, false
}

// peek returns the oldest segment, and q ready to drop it.
func (q queue) peek() (segment, queue, bool) {
	if len(q.front) == 0 {
		switch q.back.length() {
		case 0:
			return segment{}, q, false
		case 1:
			return q.back.segment, q, true
		}
		q = queue{front: q.all()}
	}
	return q.front[0], q, true
}

// drop returns q, which peek has made ready, without its oldest segment.
func (q queue) drop() queue {
	if len(q.front) == 0 {
		return queue{}
	}
	q.front = q.front[1:]
	return q
}

// all lists the segments, oldest first, in a new slice.
func (q queue) all() []segment {
	all := make([]segment, len(q.front)+q.back.length())
	copy(all, q.front)
	for i, l := len(all)-1, q.back; l != nil; i, l = i-1, l.older {
		all[i] = l.segment
	}
	return all
}
