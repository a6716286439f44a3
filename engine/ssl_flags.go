package engine

// ShutdownFlags is what SSL_get_shutdown returns: a bit for each half of the
// connection that is closed, numbered as in OpenSSL's ssl.h.
type ShutdownFlags uint8

// The two flags, SSL_SENT_SHUTDOWN and SSL_RECEIVED_SHUTDOWN.
const (
	SentShutdown     ShutdownFlags = 1
	ReceivedShutdown ShutdownFlags = 2
)

// String returns the script's word: "0", "SENT", "RECEIVED" or "SENT|RECEIVED".
func (f ShutdownFlags) String() string {
	switch f {
	case SentShutdown:
		return "SENT"
	case ReceivedShutdown:
		return "RECEIVED"
	case SentShutdown | ReceivedShutdown:
		return "SENT|RECEIVED"
	}
	return "0"
}

// Has reports whether all of g is set in f.
func (f ShutdownFlags) Has(g ShutdownFlags) bool { return f&g == g }

// Cause is the step and the record that set a flag.
type Cause struct {
	Step   int      // the number of the step; 0 while the flag is not set
	Record RecordID // the record that was sent or received with it; 0 for none
}

// setBy is a Cause in half the space: every step copies both of each peer.
type setBy struct {
	step   int32
	record RecordID
}

func (s setBy) cause() Cause { return Cause{int(s.step), s.record} }

// setFlags changes the shutdown flags and notes what set those that are new.
func (c *call) setFlags(f ShutdownFlags, by RecordID) {
	ep := c.ep
	now := setBy{int32(c.step.N), by}
	ep.sentBy = nextCause(ep.sentBy, ep.shutdown&SentShutdown, f&SentShutdown, now)
	ep.receivedBy = nextCause(ep.receivedBy, ep.shutdown&ReceivedShutdown, f&ReceivedShutdown, now)
	ep.shutdown = f
}

// nextCause keeps the cause of a flag that stays set, and forgets that of a flag that is
// cleared.
func nextCause(old setBy, had, has ShutdownFlags, now setBy) setBy {
	switch {
	case has == 0:
		return setBy{}
	case had != 0:
		return old
	}
	return now
}

// Want is what SSL_want returns: what the last call was waiting for.
type Want uint8

// What a call can wait for.
const (
	WantNothing Want = iota
	WantReading
	WantWriting
	WantOther
)

// String returns the trace's word.
func (w Want) String() string {
	return [...]string{"nothing", "reading", "writing", "other"}[w]
}

// setShutdown is SSL_set_shutdown: the flags become f, and nothing is sent.
func (c *call) setShutdown(f ShutdownFlags) {
	c.setFlags(f, 0)
	c.step.fire(RuleSetShutdown)
}
