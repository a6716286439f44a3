package engine

// socket is what the kernel keeps of a peer's end of the TCP connection. How Linux
// does it was seen on loopback sockets: see conformance/harness/link.c.
type socket struct {
	closed  bool // by close(2): the descriptor is gone
	rstSeen bool // a RST has come: nothing can be sent any more
	soError bool // ECONNRESET is still to be reported, once, by a read or a write
	inEOF   bool // a read has found the end; no other failure can undo that (BIO_FLAGS_IN_EOF)
}

// closeSocket is close(2). With unread bytes in the receive buffer it sends a RST
// in the place of a FIN (RFC 1122 §4.2.2.13).
func (c *call) closeSocket() int {
	ep := c.ep
	if ep.socket.closed {
		c.step.fire(RuleClosedAlready)
		return 0
	}
	ep.socket.closed = true
	in, out := c.in, c.out
	in.receiverClosed = true
	if in.Readable() > 0 { // settle sends it
		c.step.fire(RuleCloseUnread)
		return 0
	}
	if out.fin < 0 {
		out.fin = out.end
	}
	c.step.fire(RuleClose)
	return 0
}

// kernelRespond lets the kernels answer what has happened, before the next write or read of
// a socket and at the end of every step: bytes that arrive at a closed
// socket vanish and bring a RST back, and a RST that arrives ends the connection.
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
		if k := &s.world.endpoints[d.To()].socket; w.rst >= 0 && w.ready >= w.rst && !k.rstSeen {
			k.rstSeen, k.soError = true, w.fin < 0 // behind a FIN a read goes on to find the end
			if w.fin < 0 {
				w.fin = w.rst
			}
			s.step.fire(RuleResetArrives)
		}
	}
}

// discardArrived loses what has arrived.
func (s scheduler) discardArrived(w *Wire, d Direction) {
	for _, f := range w.Records() {
		if f.Readable > 0 {
			s.step.noteMove(Lost, d, f.Record, f.From, f.From+f.Readable)
		}
	}
	w.start, w.delivered = w.ready, queue{}
	s.step.fire(RuleVanish)
}

// sendError reports whether the kernel refuses to send, and with which errno.
func (c *call) sendError() (errno string, refused bool) {
	s := &c.ep.socket
	switch {
	case s.closed:
		return "EBADF", true
	case c.out.broken:
		return "EPIPE", true
	case s.soError:
		s.soError = false
		return "ECONNRESET", true
	}
	return "EPIPE", s.rstSeen
}

// receiveError reports whether a read that finds no byte fails, and with which errno.
func (c *call) receiveError() (errno string, faulty bool) {
	s := &c.ep.socket
	switch {
	case s.closed:
		return "EBADF", true
	case c.in.reset:
		return "ECONNRESET", true
	case s.soError:
		s.soError = false
		return "ECONNRESET", true
	}
	return "", false
}
