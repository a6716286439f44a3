package engine

// errorQueue is the thread's queue of errors, oldest first.
type errorQueue []queueEntry

// queueEntry is a queued error: what went wrong and which function noticed.
type queueEntry struct {
	reason   reason
	function function
}

const (
	// maxQueued is how many entries the queue holds: it is a ring of ERR_NUM_ERRORS
	// slots, 16, one of which is always unused (err_get_slot; ERR_put_error in 1.1.1).
	maxQueued = 15

	// queuedPerCall is spare capacity: few calls queue more errors.
	queuedPerCall = 4
)

// oldest is the reason of the entry that ERR_peek_error returns, noReason for an empty
// queue.
func (q errorQueue) oldest() reason {
	if len(q) == 0 {
		return noReason
	}
	return q[0].reason
}

// in lists the entries as a release has them.
func (q errorQueue) in(p *Profile) []QueuedError {
	list := make([]QueuedError, len(q))
	for i, entry := range q {
		list[i] = p.queued(entry)
	}
	return list
}

// result is the error that SSL_get_error sees in the queue, ErrorNone if it is empty.
func (q errorQueue) result() SSLError {
	switch oldest := q.oldest(); {
	case oldest == noReason:
		return ErrorNone
	case oldest.isSystem():
		return ErrorSyscall
	}
	return ErrorSSL
}

// clearErrors is ERR_clear_error, which a careful application calls before each call. A
// process with a program leaves that to the program.
func (c *call) clearErrors() {
	if !c.ep.keepErrors && c.process == nil {
		*c.errors = nil
	}
}

// raise queues an error from f after the others; if there are too many, the oldest is
// dropped. The first raise of a call copies the queue, which other Worlds may share.
//
//go:noinline
func (c *call) raise(r reason, f function) {
	q := *c.errors
	if !c.ownsErrors {
		q = append(make(errorQueue, 0, len(q)+queuedPerCall), q...)
		c.ownsErrors = true
	}
	q = append(q, queueEntry{r, f})
	*c.errors = q[max(len(q)-maxQueued, 0):]
}

// with returns a queue that has the newer errors after those of q.
func (q errorQueue) with(newer errorQueue) errorQueue {
	all := append(q[:len(q):len(q)], newer...)
	return all[max(len(all)-maxQueued, 0):]
}

// noteErrorTexts notes the differences that show in the texts of the queued errors.
func (c *call) noteErrorTexts() {
	for _, e := range *c.errors {
		c.step.differences |= c.profile.differencesOfText(e.reason)
	}
}

// setKeepErrors decides whether ERR_clear_error runs before the peer's calls.
func (c *call) setKeepErrors(on bool) {
	c.ep.keepErrors = on
	if !on {
		c.step.fire(RuleClearErrors)
		return
	}
	c.step.fire(pick(c.differs(diffResultIgnoresQueue), RuleKeepErrorsHarmless, RuleKeepErrors))
}
