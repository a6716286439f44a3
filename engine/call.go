package engine

import "closenotify/engine/program"

// call is a library call in progress. It sees what the library sees in a
// real process: its own SSL object, what it reads from and writes to, and the thread's
// error queue.
type call struct {
	sched scheduler // the rest of the world: the kernels, and whoever fills a memory BIO
	step  *Step

	verb            Verb
	ep              *Endpoint
	inWire, outWire *Wire
	errors          *errorQueue
	process         *process // that makes the call, nil if the peer has no program
	profile         *Profile
	version         Version

	progress

	buf       int64 // where the data of an SSL_write lies: see process.wpendBuf
	ofProgram bool  // the program makes it; else it is made by hand

	// What this call has copied already, and may write into.
	ownsErrors, ownsPartial bool
	emptiedErrors           bool // the state machine has emptied the error queue

	wait           wait
	inStatem       bool // the state machine of handshake messages runs, and its buffer is in place
	leftForAppData bool // the handshake was left for application data that may be read now
	resumed        bool // it was blocked and goes on now
	wantsMessage   bool // SSL_want is to be SSL_READING once the call no longer waits (tls_get_message_header)
}

// progress is what a call that waits in its BIO still knows when it goes on.
type progress struct {
	errno          Errno // 0 when the call begins
	inMessage      bool  // a post-handshake message is being processed (see readMessage)
	pastBuffer     bool  // a read of the BIO takes its bytes past a BIO_f_buffer (see bioFill)
	hasTaken       bool  // a read of the BIO has taken bytes and waits, so it will not report an error (see hideReadError)
	beforeVersion  bool  // it began before the version was negotiated
	beganHandshake bool  // it began the first handshake
}

// wait says why a call with a blocking BIO has not returned.
type wait uint8

const (
	waitNone  wait = iota
	waitInBIO      // a read or write of the BIO has not returned
	// The call has done its work, and returns as soon as the bytes that it wrote are out:
	// the outcome of their write is not looked at.
	waitFlush
)

// blockInBIO makes the call wait in its BIO if that blocks; a call with another BIO
// returns to be repeated. It reports whether the call waits. asked is what SSL_want
// would say.
func (c *call) blockInBIO(asked Want) bool {
	if !c.ep.blocking {
		return false
	}
	c.wait = waitInBIO
	c.ep.shouldRead, c.ep.shouldWrite, c.ep.hiddenWrite = false, false, false
	flushing := c.inStatem && asked == WantWriting
	if c.ep.rwstate != asked && (flushing || !c.differs(diffFailureEndsWant)) {
		c.ep.rwstate = asked
	}
	c.step.fire(RuleBlocks)
	return true
}

// deferReturn is for writes whose result OpenSSL ignores. The blocked call already knows
// what it returns, and waits only for its bytes to leave. It reports whether the call
// waits.
func (c *call) deferReturn() bool {
	if c.wait != waitInBIO {
		return false
	}
	c.wait = waitFlush
	return true
}

// blockedCall is a call of a peer with a blocking BIO that waits in it for the
// transport. Worlds share it: it is not written to once its step is over.
type blockedCall struct {
	op   Op
	step int // the step that made it
	progress
	buf       int64 // see call
	ofProgram bool

	// The error queue when the call goes on, whatever the other peer has queued meanwhile.
	// It is what the call began with, or what it has queued if its return value is known.
	errors errorQueue

	// A call in waitFlush knows already what it returns.
	known        bool
	ret          int
	wantsMessage bool
}

// LateReturn is a call that had been blocked and has returned now.
type LateReturn struct {
	Verb   Verb // the call
	Role   Role
	Step   int // that made the call
	Ret    int
	Bytes  int // see Step
	Error  SSLError
	Reason string // ERR_reason_error_string of the oldest queued error, "" for none
	Errno  Errno  // as in Step
	Answer        // which of them it has

	errors  errorQueue
	profile *Profile
}

// QueuedErrors lists the error queue after the call, oldest entry first.
func (l LateReturn) QueuedErrors() []QueuedError { return l.errors.in(l.profile) }

// keepBlocked saves how far a blocked call has come, with its error queue and errno, and
// what it will return if that is known.
func (c *call) keepBlocked(ret int) {
	b := *c.ep.blocked
	switch {
	case c.wait == waitFlush && !b.known:
		b.known, b.ret, b.wantsMessage, b.errors = true, ret, c.wantsMessage, *c.errors
	case c.emptiedErrors:
		b.errors = nil
	case c.progress == b.progress:
		return
	}
	b.progress = c.progress
	c.ep.blocked = &b
}

// resume does what a blocked call still has to do and returns what it returns. The whole
// call is made again, as an application would do with a non-blocking BIO, unless only
// its bytes have to leave.
func (c *call) resume(b *blockedCall) int {
	c.resumed, c.progress = true, b.progress
	if !b.known {
		return c.invoke(b.op.Verb, b.op.N)
	}
	switch {
	case c.ep.out.alertDispatch != dispatchNone:
		c.dispatchAlert()
	case len(c.ep.out.bbio) > 0:
		c.flushAlertInBBIO()
	default:
		c.flushAlert()
	}
	if c.wait == waitNone {
		c.ep.in.left = c.ep.in.hasPart()
		if b.wantsMessage {
			c.ep.rwstate = WantReading
		}
	}
	return b.ret
}

// returnLate ends a blocked call.
func (c *call) returnLate(b *blockedCall, ret int) {
	c.ep.blocked = nil
	c.step.fire(RuleGoesOn)
	if b.op.Verb.Returns() {
		c.noteErrorTexts()
		value, bytes := b.op.Verb.result(ret)
		late := LateReturn{
			Verb: b.op.Verb, Role: c.ep.role, Step: b.step, Ret: value, Bytes: bytes, Error: c.getError(value),
			Reason: c.profile.text(c.errors.oldest()), Errno: c.errno, errors: *c.errors, profile: c.step.profile,
		}
		c.step.fireResult(b.op.Verb, value)
		c.step.late = append(c.step.late, late)
		if b.ofProgram {
			c.process.state = c.process.state.Return(program.Result{Ret: int64(value), Errno: c.errno.number(), Bytes: int64(bytes)})
		}
	}
}
