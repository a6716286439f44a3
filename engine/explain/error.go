package explain

import "closenotify/engine"

// Error is what SSL_get_error returns after a step, with what it means for an application.
type Error struct {
	Tone     Tone
	Name     string // "SSL_ERROR_SSL"
	Detail   string // the oldest entry of the error queue, or errno, as a program prints it; "" if there is none
	Constant string // of that entry, "SSL_R_UNEXPECTED_EOF_WHILE_READING"; "" if there is none
	Advice   Advice
}

// ErrorOf explains the error of a step; ok is false if it has none.
func ErrorOf(s engine.Step) (e Error, ok bool) {
	e = Error{Tone: ToneOf(s), Name: s.Error.String(), Advice: adviceFor(s)}
	if e.Tone == ToneOK {
		return Error{}, false
	}
	if e.Tone != ToneFatal {
		return e, true // nothing is in the queue
	}
	queue := s.QueuedErrors()
	switch {
	case len(queue) > 0:
		e.Detail, e.Constant = queue[0].String(), queue[0].Constant
	case s.Errno != "":
		e.Detail = "errno " + s.Errno
	case s.Error == engine.ErrorSyscall:
		e.Detail = "the error queue is empty, errno is 0"
	}
	return e, true
}
