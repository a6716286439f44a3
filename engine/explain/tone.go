package explain

import "closenotify/engine"

// Tone says how an application should treat a return value.
type Tone string

// The tones.
const (
	ToneOK         Tone = "ok"
	ToneClosed     Tone = "closed"     // the peer has sent close_notify, as it should
	ToneRetry      Tone = "retry"      // the call must be repeated later
	ToneMisleading Tone = "misleading" // SSL_get_error names an error, but there is none
	ToneFatal      Tone = "fatal"
)

// ToneOf says how to treat what a step returned. A step that returns nothing is ToneOK.
func ToneOf(s engine.Step) Tone {
	switch {
	case Misleading(s):
		return ToneMisleading
	case !s.Returned || s.Error == engine.ErrorNone:
		return ToneOK
	case s.Fired(engine.RuleNoErrorNoted), failedAfterEnd(s): // whatever SSL_get_error says
		return ToneFatal
	case s.Error == engine.ErrorZeroReturn:
		return ToneClosed
	case s.Error == engine.ErrorWantRead || s.Error == engine.ErrorWantWrite:
		return ToneRetry
	}
	return ToneFatal
}

// failedAfterEnd reports whether a call failed and SSL_get_error says SSL_ERROR_ZERO_RETURN
// only because the peer has closed its half. The 0 of a read is the end, that of
// SSL_write_ex a failure.
func failedAfterEnd(s engine.Step) bool {
	return s.Error == engine.ErrorZeroReturn && (s.Ret < 0 || s.CallVerb().IsEx() && s.CallVerb().WritesData())
}

// Misleading reports whether a step returned 0 and SSL_get_error says SSL_ERROR_SYSCALL,
// although no error occurred: an SSL_shutdown that is half done (SSL_shutdown(3), RETURN
// VALUES), or a call that was asked for 0 bytes.
func Misleading(s engine.Step) bool {
	return s.Returned && s.Ret == 0 && s.Error == engine.ErrorSyscall && (s.CallVerb() == engine.VerbShutdown || askedForNothing(s))
}

// MeaningOfZero says in two words what the 0 of such a step means, "" for any other step.
func MeaningOfZero(s engine.Step) string {
	switch {
	case !Misleading(s):
		return ""
	case s.CallVerb() == engine.VerbShutdown:
		return "half done"
	}
	return "0 bytes"
}

// askedForNothing reports whether a call returned 0 because it was asked for 0 bytes. The 0 of
// an _ex call is a failure.
func askedForNothing(s engine.Step) bool {
	return !s.CallVerb().IsEx() && (s.Fired(engine.RuleReadNothing) || s.Fired(engine.RuleWriteNothing))
}

// Harmful reports whether op makes the network lose, damage or forge bytes, or fail.
// FIN is not among these: every TCP connection ends with one.
func Harmful(op engine.Op) bool {
	switch op.Verb {
	case engine.VerbReset, engine.VerbBroken, engine.VerbTruncate, engine.VerbCorrupt, engine.VerbInjectAlert:
		return true
	}
	return false
}
