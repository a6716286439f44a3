package explain

import "closenotify/engine"

// Error is what SSL_get_error returns after a step, with what it means for an application.
type Error struct {
	Tone     Tone
	Name     string   // "SSL_ERROR_SSL"
	Errno    string   // "EPIPE"; "0" where SSL_get_error(3) says to look at it; "" for any other 0
	Queue    []string // the error queue as ERR_error_string prints it, oldest entry first
	Constant string   // of the oldest entry, "SSL_R_UNEXPECTED_EOF_WHILE_READING"; "" if there is none
	Advice   Advice
}

// ReasonOf is the reason that the oldest queued error gives for the failure of a step. It is ""
// if SSL_get_error does not speak of that error: with keep_errors, an earlier call may have
// left it in the queue.
func ReasonOf(s engine.Step) string {
	if s.Fired(engine.RuleNoErrorNoted) {
		return s.Reason
	}
	return reasonFor(s.Error, s.Reason)
}

// ReasonOfLate is ReasonOf of a call that returns in a later step.
func ReasonOfLate(late engine.LateReturn) string { return reasonFor(late.Error, late.Reason) }

// reasonFor is the reason of a queued error, given what SSL_get_error says.
func reasonFor(e engine.SSLError, reason string) string {
	if e != engine.ErrorSSL {
		return ""
	}
	return reason
}

// ErrorOf explains the error of the step to a moment; ok is false if it has none.
func ErrorOf(h engine.History, id engine.NodeID) (e Error, ok bool) {
	s := h.Step(id)
	e = Error{Tone: ToneOf(s), Name: s.Error.String(), Errno: ErrnoOf(s), Advice: adviceFor(s, h.World(id).Endpoint(s.Op.Role))}
	if e.Tone == ToneOK {
		return Error{}, false
	}
	for i, entry := range s.QueuedErrors() {
		if i == 0 {
			e.Constant = entry.Constant
		}
		e.Queue = append(e.Queue, entry.String())
	}
	return e, true
}

// ErrnoOf names errno after a step. It is "0" where SSL_get_error(3) says to look at errno,
// and "" for any other 0.
func ErrnoOf(s engine.Step) string {
	if name := s.Errno.String(); name != "" || s.Error != engine.ErrorSyscall || ToneOf(s) != ToneFatal {
		return name
	}
	return "0"
}
