package explain

import "closenotify/engine"

// Line is a step on one line: "server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN",
// "network, client to server: FIN, the end of the stream".
func Line(s engine.Step) string {
	if !s.Op.IsCall() {
		return Subject(s.Op) + ": " + NetworkStep(s.Op)
	}
	text := Subject(s.Op) + " " + s.Op.Call()
	if s.Op.Verb.IsOfProgram() {
		text = Subject(s.Op) + ": " + programStep(s)
	}
	if !s.Returned {
		return text
	}
	text += " \u2192 " + ReturnText(s)
	if ran, ok := s.Program(); ok && ran.Keys != engine.AllKeys {
		return text + pollClause(s) + withErrno(s.Errno)
	}
	if s.Error == engine.ErrorNone {
		return text
	}
	text += " " + s.Error.String()
	if Misleading(s) {
		text += " (misleading: 0 is not an error)"
	}
	return text
}

// CallSentence says what a step does, without its outcome: "Client: SSL_read(100)".
func CallSentence(s engine.Step) string {
	what := s.Op.Call()
	switch {
	case !s.Op.IsCall():
		what = NetworkStep(s.Op)
	case s.Op.Verb.IsOfProgram():
		what = programStep(s)
	}
	return capitalized(Subject(s.Op)) + ": " + what
}

// Sentence describes the step to a moment for somebody who does not see the drawing: what
// was called, what it returned, which records moved, which flags changed.
func Sentence(h engine.History, id engine.NodeID) string {
	s := h.Step(id)
	text := CallSentence(s)
	if s.Returned {
		text += " returns " + ReturnText(s)
	}
	text += errorClause(s) + "."
	return text + Details(h, id)
}

// Details is what Sentence says after its first sentence, with a blank in front; "" if that is all.
func Details(h engine.History, id engine.NodeID) string {
	s := h.Step(id)
	text := printedSentence(s)
	if reason := ReasonOf(s); s.Returned && reason != "" {
		text += " The error queue says: " + reason + "."
	}
	for _, e := range blockedEffects(s) {
		text += " " + capitalized(e.Text) + "."
	}
	for _, late := range s.LateReturns() {
		text += " " + capitalized(LateReturn(late)) + "."
	}
	for _, move := range JoinMoves(s.ByteMoves()) {
		text += " " + moveSentence(move, h.World(id))
	}
	for _, signal := range s.Signals() {
		text += " " + signalSentence(signal, h.World(id))
	}
	return text + flagSentences(h, id)
}

// errorClause is what SSL_get_error adds to a return value.
func errorClause(s engine.Step) string {
	switch ran, ok := s.Program(); {
	case s.Returned && ok && ran.Keys != engine.AllKeys:
		return pollClause(s) + withErrno(s.Errno)
	case !s.Returned || s.Error == engine.ErrorNone:
		return ""
	case Misleading(s):
		return "; SSL_get_error would return SSL_ERROR_SYSCALL, which is misleading: 0 is not an error"
	}
	return ", " + s.Error.String() + withErrno(s.Errno)
}

// pollClause is what the poll of a program has found, "" for anything else.
func pollClause(s engine.Step) string {
	ran, _ := s.Program()
	if names := Revents(ran.Answer); names != "" {
		return " (" + names + ")"
	}
	return ""
}

// withErrno is what follows the name of an error if errno is set.
func withErrno(errno engine.Errno) string {
	if errno == 0 {
		return ""
	}
	return " with errno " + errno.String()
}

// moveSentence says what happened to a record.
func moveSentence(m engine.ByteMove, w engine.World) string {
	n, name, to := m.To-m.From, RecordName(m.Record), "the "+m.Dir.Receiver().String()
	subject, one := capitalized(name)+", "+ByteCount(n)+",", true
	if n != m.Record.WireLength(w.Config().Version) {
		subject, one = capitalized(ByteCount(n))+" of "+name, n == 1
	}
	is, goes, arrives := " is", " goes to ", " arrives at "
	if !one {
		is, goes, arrives = " are", " go to ", " arrive at "
	}
	switch m.Kind {
	case engine.Queued:
		if w.Wire(m.Dir).Held() {
			return subject + is + " in flight to " + to + "."
		}
		return subject + goes + to + "."
	case engine.Delivered:
		return subject + arrives + to + "."
	case engine.Consumed:
		return subject + is + " read by " + to + "."
	case engine.Lost:
		return subject + is + " lost."
	case engine.Damaged:
		return "A bit of " + name + " is flipped."
	}
	return "An attacker's plaintext " + name + ", " + ByteCount(n) + ", goes to " + to + "."
}

// signalSentence says where a FIN or an RST goes.
func signalSentence(s engine.Signal, w engine.World) string {
	name, verb := "A FIN", " goes"
	if s.Kind == engine.RST {
		name = "An RST"
	}
	if !w.Arrived(s) {
		verb = " is in flight"
	}
	return name + verb + " to the " + s.Dir.Receiver().String() + "."
}

// Why is the sentence of the first rule that decided the step. A step without a rule gives its
// Line. That a program ran on to its call decided nothing.
func Why(s engine.Step) string {
	switch ran, _ := s.Program(); {
	case ran.Stopped != "":
		return "The program was stopped, " + ran.Stopped + ". What it does there is undefined in C, or not modelled here."
	case ran.Aborted:
		return "The program called abort, or an assertion failed. Nothing is closed or freed by that here."
	}
	rules := s.Rules()
	if len(rules) > 1 && rules[0].Name == engine.RuleProgramRuns.Name {
		rules = rules[1:]
	}
	if len(rules) > 0 {
		return rules[0].Sentence
	}
	return Line(s)
}
