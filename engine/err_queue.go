package engine

// errorQueue is the thread's queue of errors, oldest first: reasons of the
// library, and systemError for entries of ERR_LIB_SYS. Only its oldest entry is
// ever asked for (ERR_peek_error(3)), but what is behind it decides when that one
// is pushed out.
type errorQueue []string

const (
	// systemError stands for an entry that came from the system.
	systemError = "(system)"

	// errorsKept is how many entries the queue holds: it is a ring of
	// ERR_NUM_ERRORS places, 16, of which one is always free (ERR_put_error).
	errorsKept = 15

	// errorsATurn is how many errors a call mostly queues at most.
	errorsATurn = 4
)

// oldestReason is ERR_reason_error_string of the oldest entry, "" where the
// system has the words.
func (q errorQueue) oldestReason() string {
	if len(q) == 0 || q[0] == systemError {
		return ""
	}
	return q[0]
}

// push queues an error behind the others; where there are too many the oldest makes
// way. The first of a turn copies the queue, which other Worlds may share.
func (t *turn) push(entry string) {
	q := t.world.errors
	if !t.ownsErrors {
		q = append(make(errorQueue, 0, len(q)+errorsATurn), q...)
		t.ownsErrors = true
	}
	q = append(q, entry)
	t.world.errors = q[max(len(q)-errorsKept, 0):]
}
