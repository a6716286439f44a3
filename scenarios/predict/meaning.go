package predict

import (
	"closenotify/engine"
	"closenotify/engine/explain"
)

// Meaning says what a return value means for the application.
type Meaning uint8

// The meanings. Nothing that a library call returns ever means TCPClosed.
const (
	NoMeaning  Meaning = iota // the question is not asked
	HalfDone                  // SSL_shutdown has sent close_notify, nothing has failed
	BothSet                   // both shutdown flags are set
	PeerClosed                // the other peer will send nothing more
	Again                     // the call must be repeated
	Failed                    // the connection has failed
	TCPClosed                 // the TCP connection is closed
)

// Text is a sentence for the meaning.
func (m Meaning) Text() string {
	return [...]string{
		"", "Half of the closing is done. Nothing has failed.",
		"Both shutdown flags are set. SSL_shutdown has nothing left to do.",
		"The other peer will send nothing more. Nothing has failed.",
		"It could not be done yet. The same call must be repeated.",
		"The connection has failed. No further call will work.",
		"The TCP connection is closed. No close(2) is needed.",
	}[m]
}

// would is the beginning of a sentence about when the meaning would be right.
func (m Meaning) would() string {
	return [...]string{
		"", "Half of the closing would be done", "Both shutdown flags would be set", "The other peer would have closed its half",
		"The call would have to be repeated", "The connection would have failed", "The TCP connection would be closed",
	}[m]
}

// String returns a word for the meaning.
func (m Meaning) String() string {
	return [...]string{"", "half-done", "both-set", "peer-closed", "again", "failed", "tcp-closed"}[m]
}

// meaning is what a step's return value means. It is NoMeaning where the return value does not
// decide it alone.
func meaning(m *moment) Meaning {
	s, peer := m.step, m.after.Endpoint(m.step.Op.Role)
	shuts := s.CallVerb() == engine.VerbShutdown
	switch tone := explain.ToneOf(s); {
	case !s.Returned || !m.plain():
	case shuts && tone == explain.ToneMisleading:
		return HalfDone
	case shuts && s.Ret == 1 && len(s.QueuedErrors()) == 0:
		return BothSet
	case tone == explain.ToneRetry:
		return Again
	case tone == explain.ToneClosed && peer.ReceivedBy().Record != 0 && peer.State() == engine.Established && !peer.Failed():
		return PeerClosed
	case tone == explain.ToneFatal && peer.Failed() && (s.Error == engine.ErrorSSL || s.Error == engine.ErrorSyscall):
		return Failed
	}
	return NoMeaning
}
