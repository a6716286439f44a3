package engine

// socket is what the Linux kernel knows about a peer's end of the TCP connection. The
// harness has the same model (conformance/harness/c/tcp_socket.c), which is compared with
// loopback sockets.
type socket struct {
	closed  bool  // by close(2)
	reset   bool  // an RST has arrived: nothing can be sent any more
	soError Errno // the error that is pending (SO_ERROR), ECONNRESET or EPIPE; the call that reports it clears it
	inEOF   bool  // a read has found the end, and the BIO remembers it (BIO_FLAGS_IN_EOF)
}

// closeSocket is close(2). If the receive buffer holds unread bytes, TCP sends an RST
// instead of a FIN (RFC 1122 §4.2.2.13).
func (c *call) closeSocket() {
	s := &c.ep.socket
	if s.closed {
		c.step.fire(RuleClosedAlready)
		return
	}
	s.closed = true
	c.inWire.receiverClosed = true
	switch {
	case s.reset:
		c.step.fire(RuleCloseAfterReset)
	case c.inWire.Readable() > 0: // kernelRespond discards them and sends the RST
		c.step.fire(RuleCloseUnread)
	default:
		c.sched.sendFIN(Outgoing(c.ep.role))
		c.step.fire(RuleClose)
	}
}

// sendFIN ends a direction after the bytes queued now. Only the first FIN counts, and none
// follows an RST.
func (s scheduler) sendFIN(d Direction) {
	w := &s.world.wires[d]
	if w.fin < 0 && w.rst < 0 && !s.world.endpoints[d.Sender()].socket.reset {
		w.fin = w.end
		s.step.noteSignal(FIN, d)
	}
}

// kernelRespond does what both kernels do by themselves. Bytes that arrive at a closed
// socket are discarded and answered with an RST, and an RST that arrives ends the
// connection. It runs after every write(2) and at the end of every step.
func (s scheduler) kernelRespond() {
	for _, d := range Directions {
		if w := &s.world.wires[d]; w.receiverClosed && w.Readable() > 0 {
			s.discardArrived(w, d)
			s.sendRST(1 - d)
		}
	}
	for _, d := range Directions {
		if s.world.wires[d].rstArrived() {
			s.takeRST(d)
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

// sendRST sends an RST after the bytes queued now. Only the first one changes anything. A
// socket that was reset itself answers nobody: the other end is closed.
func (s scheduler) sendRST(d Direction) {
	if s.world.endpoints[d.Sender()].socket.reset {
		return
	}
	w := &s.world.wires[d]
	if w.rst < 0 {
		w.rst = w.end
	}
	s.step.noteSignal(RST, d)
}

// takeRST takes an RST that has arrived. The error that it leaves depends on the state of the
// connection (tcp_reset in Linux): EPIPE in CLOSE_WAIT, none if both FINs came before it.
func (s scheduler) takeRST(d Direction) {
	k := &s.world.endpoints[d.Receiver()].socket
	if k.reset {
		return
	}
	k.reset = true
	switch {
	case s.world.wires[d].fin < 0:
		k.soError = ECONNRESET
	case s.world.wires[1-d].fin < 0:
		k.soError = EPIPE
	}
	s.step.fire(RuleResetArrives)
}

// sendError returns the errno of a write that the kernel refuses, and the rule that says
// why. Both are zero if it does not refuse.
func (c *call) sendError() (e Errno, why *Rule) {
	s := &c.ep.socket
	switch {
	case s.closed:
		return EBADF, RuleBadDescriptor
	case c.outWire.broken:
		return EPIPE, RuleBrokenPipe
	case s.soError == ECONNRESET:
		return ECONNRESET, RuleWriteReset
	case s.reset:
		return EPIPE, RuleBrokenPipe
	case c.outWire.fin >= 0:
		return EPIPE, RuleWriteAfterFIN
	}
	return noErrno, nil
}

// writeIsRefused reports whether the kernel refuses a write.
func (c *call) writeIsRefused() bool {
	_, why := c.sendError()
	return why != nil
}

// receiveError returns the errno of a read that finds no byte and fails. After a FIN a read
// finds the end, and leaves the pending error to a write (SOCK_DONE in tcp_recvmsg).
func (c *call) receiveError() (e Errno, faulty bool) {
	s := &c.ep.socket
	switch {
	case s.closed:
		return EBADF, true
	case c.inWire.reset:
		return ECONNRESET, true
	case s.soError == ECONNRESET:
		return s.takeError(), true
	}
	return noErrno, false
}

// takeError returns the pending error and clears it.
func (s *socket) takeError() Errno {
	e := s.soError
	s.soError = noErrno
	return e
}

// socketWrite is write(2). It takes as many bytes as there is room for, and asks for the
// others to be retried.
func (c *call) socketWrite(r Record, from, to int) (int, writeStatus) {
	if e, why := c.sendError(); why != nil {
		if !c.outWire.broken {
			c.ep.socket.soError = noErrno
		}
		c.errno = e
		c.step.fire(why)
		return from, writeError
	}
	n := min(to-from, c.outWire.room())
	if n == 0 {
		c.wouldBlock()
		return from, writeRetry
	}
	c.sched.transmit(Outgoing(c.ep.role), r, from, from+n)
	c.step.noteMove(Queued, Outgoing(c.ep.role), r, from, from+n)
	return from + n, pick(from+n < to, writeRetry, writeDone)
}

// wouldBlock is a read or write of the transport that has to be repeated. Only a
// non-blocking socket sets errno then; memory BIOs and BIO pairs leave it alone.
func (c *call) wouldBlock() {
	if c.outWire.socket && !c.ep.blocking {
		c.errno = EAGAIN
	}
}

// socketWriteAll writes until the socket takes no more, as all its callers in OpenSSL
// do. After a write that takes only a part, the kernels respond before the next
// one, which may then fail or find new room. The caller lets them respond to the last
// write, because one write may carry several records.
func (c *call) socketWriteAll(r Record, from, to int) (int, writeStatus) {
	before := c.errno // a write of a part does not set it
	for answered := false; ; answered = true {
		c.errno = before
		next, how := c.socketWrite(r, from, to)
		if how != writeRetry || answered && next == from {
			return next, how
		}
		from = next
		c.sched.kernelRespond()
	}
}
