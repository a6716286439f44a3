package engine

// socket is what the kernel knows about a peer's end of the TCP connection. The harness
// compares it with loopback sockets of Linux (conformance/harness/link.c).
type socket struct {
	closed  bool // by close(2)
	rstSeen bool // a RST has arrived: nothing can be sent any more
	soError bool // ECONNRESET is pending (SO_ERROR): the next read or write reports it, once
	inEOF   bool // a read has found the end, and the BIO remembers it (BIO_FLAGS_IN_EOF)
}

// closeSocket is close(2). If the receive buffer holds unread bytes, TCP sends a RST
// instead of a FIN (RFC 1122 §4.2.2.13).
func (c *call) closeSocket() int {
	ep := c.ep
	if ep.socket.closed {
		c.step.fire(RuleClosedAlready)
		return 0
	}
	ep.socket.closed = true
	in, out := c.inWire, c.outWire
	in.receiverClosed = true
	if in.Readable() > 0 { // kernelRespond sends the RST
		c.step.fire(RuleCloseUnread)
		return 0
	}
	if out.fin < 0 {
		out.fin = out.end
	}
	c.step.fire(RuleClose)
	return 0
}

// kernelRespond does what both kernels do by themselves. Bytes that arrive at a closed
// socket are discarded and answered with a RST, and a RST that arrives ends the
// connection. It runs after every write to a socket and at the end of every step.
func (s scheduler) kernelRespond() {
	for _, d := range Directions {
		w := &s.world.wires[d]
		if w.receiverClosed && w.Readable() > 0 {
			s.discardArrived(w, d)
			back := &s.world.wires[1-d]
			if back.rst < 0 {
				back.rst = back.end
			}
		}
	}
	for _, d := range Directions {
		w := &s.world.wires[d]
		if k := &s.world.endpoints[d.Receiver()].socket; w.rst >= 0 && w.ready >= w.rst && !k.rstSeen {
			k.rstSeen, k.soError = true, w.fin < 0 // after a FIN, reads go on to find the end of the stream
			if w.fin < 0 {
				w.fin = w.rst
			}
			s.step.fire(RuleResetArrives)
		}
	}
}

// discardArrived discards the bytes that have arrived.
func (s scheduler) discardArrived(w *Wire, d Direction) {
	for _, f := range w.Records() {
		if f.Readable > 0 {
			s.step.noteMove(Lost, d, f.Record, f.From, f.From+f.Readable)
		}
	}
	w.discardArrived()
	s.step.fire(RuleVanish)
}

// sendError returns the errno of a write that the kernel refuses.
func (c *call) sendError() (e errno, refused bool) {
	s := &c.ep.socket
	switch {
	case s.closed:
		return eBADF, true
	case c.outWire.broken:
		return ePIPE, true
	case s.soError:
		s.soError = false
		return eCONNRESET, true
	}
	return ePIPE, s.rstSeen
}

// receiveError returns the errno of a read that finds no byte and fails.
func (c *call) receiveError() (e errno, faulty bool) {
	s := &c.ep.socket
	switch {
	case s.closed:
		return eBADF, true
	case c.inWire.reset:
		return eCONNRESET, true
	case s.soError:
		s.soError = false
		return eCONNRESET, true
	}
	return noErrno, false
}

// socketWrite writes to the wire.
func (c *call) socketWrite(r Record, from, to int) (int, writeStatus) {
	if e, refused := c.sendError(); refused {
		c.errno = e
		return from, writeError
	}
	if n := min(to-from, c.outWire.room()); n > 0 {
		c.sched.transmit(Outgoing(c.ep.role), r, from, from+n)
		c.step.noteMove(Queued, Outgoing(c.ep.role), r, from, from+n)
		from += n
	}
	if from < to {
		c.wouldBlock()
		return from, writeRetry
	}
	return from, writeDone
}

// wouldBlock is a read or write of the transport that has to be repeated. Only a
// non-blocking socket sets errno then; memory BIOs and BIO pairs leave it alone.
func (c *call) wouldBlock() {
	if c.outWire.socket && !c.ep.blocking {
		c.errno = eAGAIN
	}
}
