package predict

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// sentence says when an answer would be right: "It would return 1 if the server had called
// SSL_shutdown() just before."
func (s *scenario) sentence(a Answer, edits []Edit) string {
	text := a.would()
	for i, e := range edits {
		if i == 0 {
			text += " if "
		} else {
			text += " and "
		}
		text += s.clause(e, i > 0 && e.Kind == Insert && edits[i-1].Kind == Insert && edits[i-1].At == e.At)
	}
	return text + "."
}

// would is the beginning of such a sentence.
func (a Answer) would() string {
	switch a.Aspect {
	case Returns, Peer:
		return "It would " + a.returns("return", "wait")
	case Error:
		return "SSL_get_error would return " + a.Error.String()
	case Flags:
		text := a.flags(" would be ", " would be ", "No flag would change.")
		return text[:len(text)-1]
	case Wire:
		return capitalized(a.sent("nothing")) + " would be sent"
	}
	return a.Meaning.would()
}

// clause is one condition. after says that it follows an insertion in the same place.
func (s *scenario) clause(e Edit, after bool) string {
	switch e.Kind {
	case Release:
		p, _ := engine.ProfileNamed(e.Profile)
		return "this were " + p.Label()
	case OtherVersion:
		return "this were " + e.Version.Label()
	case LeaveOut:
		return "step " + strconv.Itoa(e.At) + " (" + s.stepText(e.At) + ") were left out"
	case Change:
		return s.changeClause(e)
	}
	switch {
	case e.At > s.last():
		return "the " + e.Op.Role.String() + " called " + e.Op.Call() + " right after"
	case after:
		return "then " + happened(e.Op)
	case e.At == s.last():
		return happened(e.Op) + " just before"
	}
	return happened(e.Op) + " before step " + strconv.Itoa(e.At)
}

// changeClause is the condition that a step were another one.
func (s *scenario) changeClause(e Edit) string {
	old := s.ops[e.At-1]
	switch same := e.Op; {
	case e.At < s.last():
		return "step " + strconv.Itoa(e.At) + " were " + opText(e.Op) + " and not " + opText(old)
	case old.IsCall() && same.Verb == old.Verb && same.N == old.N:
		return "the " + e.Op.Role.String() + " made this call"
	}
	return "the step were " + opText(e.Op)
}

// stepText names a step. Of a program it names the call that it made.
func (s *scenario) stepText(at int) string {
	if step := s.h.Step(s.path[at]); step.Op.IsCall() {
		return step.Op.Role.String() + " " + explain.CallText(step)
	}
	return opText(s.ops[at-1])
}

// opText names an operation: "server SSL_read(100)", "FIN, the end of the stream, server to
// client".
func opText(op engine.Op) string {
	if op.IsCall() {
		return op.Role.String() + " " + op.Call()
	}
	return explain.NetworkStep(op) + ", " + op.Dir.Sender().String() + " to " + op.Dir.Receiver().String()
}

// happened is a clause in which an operation has taken place.
func happened(op engine.Op) string {
	if op.IsCall() {
		if op.Verb == engine.VerbKeepErrors {
			return "the " + op.Role.String() + " had stopped clearing the error queue"
		}
		return "the " + op.Role.String() + " had called " + op.Call()
	}
	from, to := op.Dir.Sender().String(), op.Dir.Receiver().String()
	switch op.Verb {
	case engine.VerbHold:
		return "the network had held back what the " + from + " sends"
	case engine.VerbDeliver:
		return "the network had delivered what the " + from + " sent"
	case engine.VerbFIN:
		return "the " + from + "'s FIN had been sent"
	case engine.VerbTruncate:
		return "the bytes on the way to the " + to + " had been lost"
	case engine.VerbCapacity:
		return "there had been room for only " + explain.ByteCount(op.N) + " to the " + to
	case engine.VerbReset:
		return "an RST had reached the " + to
	case engine.VerbBroken:
		return "the " + to + "'s socket had stopped accepting data"
	case engine.VerbCorrupt:
		return "a bit on the way to the " + to + " had been changed"
	}
	return "an attacker had sent the " + to + " a forged close_notify"
}
