package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// recordName names a record: "close_notify", "data", "decode_error".
func recordName(r engine.Record) string {
	switch r.Type {
	case engine.TypeAlert:
		return r.Alert.String()
	case engine.TypeHandshake:
		return r.Message.String()
	case engine.TypeChangeCipherSpec:
		return r.Type.String()
	}
	return "data"
}

// byteCount gives a number of byteCount in words.
func byteCount(n int) string {
	if n == 1 {
		return "1 byte"
	}
	return strconv.Itoa(n) + " bytes"
}

// subject is the subject of an operation, for people.
func subject(op engine.Op) string {
	if op.IsCall() {
		return op.Role.String()
	}
	return "network, " + op.Dir.From().String() + " to " + op.Dir.To().String()
}

// misleading reports the 0 of SSL_shutdown that SSL_get_error calls a system
// error though none occurred (SSL_shutdown(3), RETURN VALUES).
func misleading(s engine.Step) bool {
	return s.Returned && s.Op.Verb == engine.VerbShutdown && s.Ret == 0 && s.Error == engine.ErrorSyscall
}

// stepLine is one line for a step: "server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN".
func stepLine(s engine.Step) string {
	text := subject(s.Op) + " " + s.Op.Call()
	if !s.Returned {
		return text
	}
	text += " → " + strconv.Itoa(s.Ret)
	if s.Error == engine.ErrorNone {
		return text
	}
	text += " " + s.Error.String()
	if misleading(s) {
		text += " (misleading: 0 is no error)"
	}
	return text
}

// statusLine says where the cursor is and what happened there.
func (m *Model) statusLine() string {
	if m.Len() == 0 {
		return "no steps yet: press a call to take the first"
	}
	text := "step " + strconv.Itoa(m.At) + " of " + strconv.Itoa(m.Len()) + ": "
	if m.At == 0 {
		return text + "step forward to begin"
	}
	return text + stepLine(m.Step(m.At))
}

// Sentence tells a step to somebody who does not see the drawing.
func Sentence(h engine.History, id engine.NodeID) string {
	s := h.Step(id)
	text := capitalized(subject(s.Op)) + ": " + s.Op.Call()
	if s.Returned {
		text += " returns " + strconv.Itoa(s.Ret)
	}
	text += errorClause(s) + "."
	if s.Returned && s.Reason != "" {
		text += " The error queue says: " + s.Reason + "."
	}
	for _, wait := range waitEffects(s) {
		text += " " + capitalized(wait.Text) + "."
	}
	for _, move := range s.Moves() {
		text += " " + byteMoveSentence(move, h.World(id))
	}
	return text + flagSentences(h, id)
}

// errorClause is what SSL_get_error adds to a return value.
func errorClause(s engine.Step) string {
	switch {
	case !s.Returned || s.Error == engine.ErrorNone:
		return ""
	case misleading(s):
		return "; SSL_get_error would say SSL_ERROR_SYSCALL, which misleads, for 0 is no error"
	}
	text := ", " + s.Error.String()
	if s.Errno != "" {
		text += " with errno " + s.Errno
	}
	return text
}

// byteMoveSentence says what happened to a record.
func byteMoveSentence(m engine.Move, w engine.World) string {
	n, name := m.To-m.From, recordName(m.Record)
	to := "the " + m.Dir.To().String()
	whole := n == m.Record.WireLength(w.Config().Version)
	what := capitalized(name) + ", " + byteCount(n) + ","
	if !whole {
		what = capitalized(byteCount(n)) + " of " + name
	}
	switch m.Kind {
	case engine.Queued:
		if w.Wire(m.Dir).Held() {
			return what + agree(whole, n, " is", " are") + " in flight to " + to + "."
		}
		return what + agree(whole, n, " goes", " go") + " to " + to + "."
	case engine.Delivered:
		return what + agree(whole, n, " arrives", " arrive") + " at " + to + "."
	case engine.Consumed:
		return what + agree(whole, n, " is", " are") + " taken off the wire by " + to + "."
	case engine.Lost:
		return what + agree(whole, n, " is", " are") + " lost."
	case engine.Damaged:
		return "A bit of " + name + " is flipped."
	}
	return "An attacker's plaintext " + name + ", " + byteCount(n) + ", goes to " + to + "."
}

// agree agrees with one record, or with n bytes.
func agree(whole bool, n int, one, many string) string {
	if whole || n == 1 {
		return one
	}
	return many
}

// capitalized begins a sentence with s; names in C or of the RFC stay as they are.
func capitalized(s string) string {
	if s == "" || strings.Contains(s, "_") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Tone says how to take an error: "ok", "closed", "retry", "misleading", "fatal".
type Tone string

// The tones.
const (
	ToneOK         Tone = "ok"
	ToneClosed     Tone = "closed"     // the peer has closed, as it should
	ToneRetry      Tone = "retry"      // not now
	ToneMisleading Tone = "misleading" // no error, whatever SSL_get_error says
	ToneFatal      Tone = "fatal"
)

// toneOf says how to take what a step returned.
func toneOf(s engine.Step) Tone {
	switch {
	case misleading(s):
		return ToneMisleading
	case !s.Returned || s.Error == engine.ErrorNone:
		return ToneOK
	case s.Error == engine.ErrorZeroReturn:
		return ToneClosed
	case s.Error == engine.ErrorWantRead || s.Error == engine.ErrorWantWrite:
		return ToneRetry
	}
	return ToneFatal
}

// stepName names a step in a sentence.
func stepName(i int) string { return "step " + strconv.Itoa(i) }

// countOf is a number of things.
func countOf(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
