package draw

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// maxNameLength is how long the name of a picture may be, characters.
const maxNameLength = 300

// pictureName names the picture for screen readers.
func pictureName(title string) string {
	if title == "" {
		return "A TLS connection, step by step"
	}
	return firstRunes(title, maxNameLength)
}

// describe tells the whole picture in sentences, for screen readers.
func describe(h engine.History, path []engine.NodeID, omitted int) string {
	sentences := []string{"The client is on the left, the server on the right, the wire between them; time runs down."}
	for _, id := range path[1:] {
		sentences = append(sentences, stepSentence(h.Step(id), h.World(id).Config().Version))
	}
	if omitted > 0 {
		sentences = append(sentences, strconv.Itoa(omitted)+" more steps are not drawn.")
	}
	return strings.Join(sentences, "\n")
}

// stepSentence tells one step.
func stepSentence(s engine.Step, v engine.Version) string {
	text := "Step " + strconv.Itoa(s.N) + ": " + s.Op.Dir.Sender().String() + " to " + s.Op.Dir.Receiver().String() + ", " + s.Op.Call()
	if s.Op.IsCall() {
		text = "Step " + strconv.Itoa(s.N) + ": the " + s.Op.Role.String() + " calls " + s.Op.Call()
	}
	if s.Returned {
		text += ", which returns " + strconv.Itoa(s.Ret)
		if s.Error != engine.ErrorNone && !unfinishedShutdown(s) {
			text += ", " + s.Error.String()
		}
		if s.Reason != "" {
			text += ", " + s.Reason
		}
	}
	if s.Blocked {
		text += ", which blocks"
	}
	last, count := "", 0
	for _, m := range joined(s.ByteMoves()) {
		if next := moveText(m, v); next != last {
			text += times(count) + "; " + next
			last, count = next, 0
		}
		count++
	}
	return text + times(count) + "."
}

// times says how often something happens, if more than once.
func times(n int) string {
	if n < 2 {
		return ""
	}
	return " (" + strconv.Itoa(n) + " records)"
}

// moveText says what happens to bytes of a record.
func moveText(m engine.ByteMove, v engine.Version) string {
	what := recordName(m.Record)
	if n := m.To - m.From; n < m.Record.WireLength(v) {
		what = strconv.Itoa(n) + " bytes of " + what
	}
	switch m.Kind {
	case engine.Queued:
		return "the " + m.Dir.Sender().String() + " sends " + what
	case engine.Delivered:
		return what + " arrives at the " + m.Dir.Receiver().String()
	case engine.Consumed:
		return "the " + m.Dir.Receiver().String() + " reads " + what
	case engine.Lost:
		return what + " is lost"
	case engine.Damaged:
		return "one bit of " + recordName(m.Record) + " is flipped"
	case engine.Injected:
		return "an attacker sends a " + what + " to the " + m.Dir.Receiver().String()
	}
	return what + " moves"
}
