package engine

// errorQueue is the thread's queue of errors, oldest first. Only its oldest entry is
// ever asked for (ERR_peek_error(3)), but the entries after it decide when that one is
// pushed out.
type errorQueue []reason

const (
	// maxQueued is how many entries the queue holds: it is a ring of ERR_NUM_ERRORS
	// slots, 16, one of which is always unused (err_get_slot; ERR_put_error in 1.1.1).
	maxQueued = 15

	// queuedPerCall is spare capacity: few calls queue more errors.
	queuedPerCall = 4
)

// oldest is the entry that ERR_peek_error returns, noReason for an empty queue.
func (q errorQueue) oldest() reason {
	if len(q) == 0 {
		return noReason
	}
	return q[0]
}

// clearErrors is ERR_clear_error, which a careful application calls before each call.
func (c *call) clearErrors() {
	if !c.ep.keepErrors {
		*c.errors = nil
	}
}

// raise queues an error after the others; if there are too many, the oldest is dropped.
// The first raise of a call copies the queue, which other Worlds may share.
//
//go:noinline
func (c *call) raise(r reason) {
	q := *c.errors
	if !c.ownsErrors {
		q = append(make(errorQueue, 0, len(q)+queuedPerCall), q...)
		c.ownsErrors = true
	}
	q = append(q, r)
	*c.errors = q[max(len(q)-maxQueued, 0):]
}

// noteErrorTexts notes the differences that show in the texts of the queued errors.
func (c *call) noteErrorTexts() {
	for _, r := range *c.errors {
		c.step.differences |= differencesOfText(r)
	}
}

// setKeepErrors decides whether ERR_clear_error runs before the peer's calls.
func (c *call) setKeepErrors(on bool) int {
	c.ep.keepErrors = on
	c.step.fire(RuleKeepErrors)
	return 0
}
