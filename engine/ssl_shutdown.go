package engine

// shutdown is SSL_shutdown: one step of the closing, never more.
func (t *turn) shutdown() int {
	ep := t.ep()
	switch {
	case ep.state != Established:
		t.push(reasonInInit)
		t.step.fire(RuleInInit)
		return -1
	case ep.quietShutdown:
		t.setFlags(Sent|Received, 0)
		t.step.fire(RuleQuiet)
		return 1
	case !ep.flags.Has(Sent):
		return t.sendCloseNotify()
	case ep.out.dispatch != dispatchNone:
		t.step.fire(RuleDispatchAgain)
		if t.dispatchAlert() < 0 {
			return -1
		}
	case !ep.flags.Has(Received):
		return t.awaitCloseNotify()
	}
	return t.closed()
}

// sendCloseNotify is the first step. The flag is set before anything is written
// and whatever comes of it.
func (t *turn) sendCloseNotify() int {
	t.setFlags(t.ep().flags|Sent, 0)
	t.step.fire(RuleSendCloseNotify)
	t.sendAlert(Alert{Warning, CloseNotify})
	if t.ep().out.dispatch != dispatchNone {
		t.step.fire(RuleCloseBlocked)
		return -1
	}
	return t.closed()
}

// awaitCloseNotify is the second step: records are processed until one of them
// is reported. What the reading returned is not looked at, only the flag.
func (t *turn) awaitCloseNotify() int {
	t.step.fire(RuleAwaitCloseNotify)
	t.readBytes(0, 0, false)
	if !t.ep().flags.Has(Received) {
		return -1
	}
	return t.closed()
}

// closed gives 1 once both halves are closed, else 0.
func (t *turn) closed() int {
	if t.ep().flags == Sent|Received && t.ep().out.dispatch == dispatchNone {
		t.step.fire(RuleBothClosed)
		return 1
	}
	t.step.fire(RuleHalfClosed)
	return 0
}

// setShutdown is SSL_set_shutdown: the flags become f, and nothing is sent.
func (t *turn) setShutdown(f ShutdownFlags) int {
	t.setFlags(f, 0)
	t.step.fire(RuleSetShutdown)
	return 0
}

// free is SSL_free. Nothing is sent; a session that was not closed is thought
// bad and leaves the cache (ssl_clear_bad_session).
func (t *turn) free() int {
	ep := t.ep()
	if !ep.flags.Has(Sent) && ep.state == Established {
		t.removeSession()
	} else {
		t.step.fire(RuleSessionKept)
	}
	t.step.fire(RuleFree)
	ep.state = Freed
	return 0
}
