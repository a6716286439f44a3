package engine

// bufferSize is how many bytes a buffering BIO keeps in each direction
// (BIO_f_buffer(3), DEFAULT_BUFFER_SIZE).
const bufferSize = 4096

// bufferBIO is the sending side of a buffering BIO. Bytes that are written to it stay
// there until it is full or flushed.
type bufferBIO struct {
	parts  []segment // oldest first; their places in the stream are not known yet
	length int       // bytes in parts
	offset int       // bytes before them that have left already, and whose room is not free yet

	// A blocking write(2) that bypasses the buffer has taken part of its bytes and waits to
	// take the rest.
	inWrite bool

	// A blocking buffer_write has taken bytes and waits, so it will not report an error.
	hasTaken bool
}

// bufferWriteAll writes until the buffer takes no more. buffer_write reports neither an
// error nor a retry once it has taken some bytes: it returns how many. The next call may
// fail again, or the rest fits into the buffer. A blocking call waits within buffer_write.
func (c *call) bufferWriteAll(r Record, from, to int) (int, writeStatus) {
	for {
		next, how := c.bufferWrite(r, from, to)
		b := c.ep.out.bufferBIO // bufferWrite has made it this call's own
		taken := next > from || b.hasTaken
		b.hasTaken = taken && how == writeRetry && c.ep.blocking
		if how == writeDone || !taken || b.hasTaken {
			return next, how
		}
		from, c.errno = next, noErrno
	}
}

// bufferWrite is buffer_write. What fits stays in the buffer. What does not fit first
// pushes out what is there.
func (c *call) bufferWrite(r Record, from, to int) (int, writeStatus) {
	b := c.ownBufferBIO()
	for {
		var how writeStatus
		if !b.inWrite {
			room := bufferSize - b.offset - b.length
			if room >= to-from {
				b.add(segment{record: r, from: from, to: to})
				return to, writeDone
			}
			if b.length > 0 {
				b.add(segment{record: r, from: from, to: from + room})
				from += room
				if how = c.drainBufferBIO(b); how != writeDone {
					return from, how
				}
			}
			b.offset = 0
		}
		if from, how = c.writePastBuffer(b, r, from, to); how != writeDone {
			return from, how
		}
	}
}

// writePastBuffer writes straight to the wire while more is left than the buffer holds.
func (c *call) writePastBuffer(b *bufferBIO, r Record, from, to int) (int, writeStatus) {
	for b.inWrite || to-from >= bufferSize {
		if b.inWrite && c.writeIsRefused() { // write(2) returns how much it has taken
			b.inWrite = false
			continue
		}
		out, how := c.socketWrite(r, from, to)
		c.sched.kernelRespond()
		switch {
		case how == writeRetry && c.ep.blocking:
			b.inWrite = b.inWrite || out > from
			if out == from {
				return from, how
			}
		case out == from:
			return from, how
		default:
			b.inWrite, c.errno = false, noErrno
		}
		from = out
	}
	return from, writeDone
}

// ownBufferBIO returns the peer's buffer as a copy that this call may write to.
func (c *call) ownBufferBIO() *bufferBIO {
	own := *c.ep.out.bufferBIO
	c.ep.out.bufferBIO = &own
	return &own
}

// add adds a segment unless it is empty.
func (b *bufferBIO) add(p segment) {
	if n := p.to - p.from; n > 0 {
		b.parts = append(b.parts[:len(b.parts):len(b.parts)], p)
		b.length += n
	}
}

// drainBufferBIO writes the buffer to the wire.
func (c *call) drainBufferBIO(b *bufferBIO) writeStatus {
	for len(b.parts) > 0 {
		p := b.parts[0]
		from, how := c.socketWriteAll(p.record, p.from, p.to)
		b.length, b.offset = b.length-(from-p.from), b.offset+(from-p.from)
		if how != writeDone {
			p.from = from
			b.parts = append([]segment{p}, b.parts[1:]...)
			return how
		}
		b.parts = b.parts[1:]
	}
	b.offset = 0
	c.sched.kernelRespond()
	return writeDone
}

// bioFlush is BIO_flush. Without a buffer it does nothing.
func (c *call) bioFlush() writeStatus {
	if c.ep.out.bufferBIO == nil {
		return writeDone
	}
	how := c.drainBufferBIO(c.ownBufferBIO())
	c.writeDone(how == writeRetry)
	return how
}

// hideReadError drops the error that buffer_read meets after it has taken some bytes: it
// returns how many, so nobody sees the error, and the kernel reports an error only once.
func (c *call) hideReadError() {
	if s := &c.ep.socket; c.inWire.buffered && s.soError == ECONNRESET {
		s.soError = noErrno
	}
}

// bioFill reports whether a read of n bytes finds any. A buffering BIO that is empty first
// takes as many from the wire as it can hold, or n if that is more. A blocking read of more
// than the buffer holds bypasses it until all n bytes have been read (buffer_read).
func (c *call) bioFill(n int) bool {
	w := c.inWire
	if w.available() > 0 {
		return true
	}
	if !w.buffered || w.arrived() == 0 {
		return false
	}
	c.pastBuffer = c.pastBuffer || n > bufferSize && c.ep.blocking
	if !c.pastBuffer {
		n = max(n, bufferSize)
	}
	w.bioBuffered = w.start + int64(min(n, w.arrived()))
	return true
}
