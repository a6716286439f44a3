package script

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"closenotify/engine"
)

// StepText says in words what a step did: "client SSL_shutdown() → 0
// SSL_ERROR_SYSCALL; sent close_notify".
func StepText(s engine.Step) string {
	var b strings.Builder
	subject := s.Op.Dir.String()
	if s.Op.IsCall() {
		subject = s.Op.Role.String()
	}
	ran, _ := s.Program()
	b.WriteString(subject + " " + s.Op.Call() + programCallText(ran))
	if s.Returned {
		value := cmp.Or(ran.Verb, s.Op.Verb).ReturnText(s.Ret, s.Bytes)
		b.WriteString(programReturn(ran.Answer, value, s.Ret, s.Error, s.Reason, s.Errno.String()))
	}
	if s.Blocked {
		b.WriteString(" blocks")
	}
	for _, e := range s.Events() {
		b.WriteString("; " + eventText(e))
	}
	for _, signal := range s.Signals() {
		if s.Op.IsCall() || signal.Dir != s.Op.Dir { // the steps fin and reset have said it
			b.WriteString("; " + signal.Kind.String() + " to the " + signal.Dir.Receiver().String())
		}
	}
	for _, l := range s.LateReturns() {
		value := l.Verb.ReturnText(l.Ret, l.Bytes)
		b.WriteString("; " + l.Role.String() + "'s call in step " + strconv.Itoa(l.Step) + programReturn(l.Answer, value, l.Ret, l.Error, l.Reason, l.Errno.String()))
	}
	if s.Deadlock {
		b.WriteString("; deadlock")
	}
	b.WriteString(programEndText(ran))
	return b.String()
}

// returnText says what a call returned, after an arrow.
func returnText(value string, sslError engine.SSLError, reason, errno string) string {
	text := " → " + value
	if sslError != engine.ErrorNone {
		text += " " + sslError.String()
	}
	if reason != "" {
		text += " (" + reason + ")"
	}
	if errno != "" {
		text += ", errno " + errno
	}
	return text
}

// eventText says which alert or handshake message was sent or received.
func eventText(e engine.Event) string {
	verb := "sent "
	if e.Received {
		verb = "received "
	}
	if e.Type == engine.TypeHandshake {
		return verb + e.Message.String()
	}
	if e.Alert.Level == engine.Fatal {
		return verb + e.Alert.String() + " (fatal)"
	}
	return verb + e.Alert.String()
}

// AppendText appends a step for people to read: its sentence, the error queue after its
// call and after the calls that return late, and on the last line the flags of both peers
// and the bytes on the wire.
func AppendText(b []byte, s engine.Step, w engine.World) []byte {
	b = fmt.Appendf(b, "%3d  %s\n", s.N, StepText(s))
	ran, _ := s.Program()
	b = appendOutput(b, ran.Output)
	b = appendErrorLines(b, s.QueuedErrors())
	for _, l := range s.LateReturns() {
		b = appendErrorLines(b, l.QueuedErrors())
	}
	b = append(b, "     "...)
	for _, r := range engine.Roles {
		b = fmt.Appendf(b, "%-29s ", r.String()+" ["+endpointText(w.Endpoint(r))+"]")
	}
	toServer, toClient := w.Wire(engine.ClientToServer), w.Wire(engine.ServerToClient)
	return fmt.Appendf(b, "%s %-26s%s %s\n", engine.ClientToServer, wireText(toServer), engine.ServerToClient, wireText(toClient))
}

// appendErrorLines appends the entries of an error queue, a line each.
func appendErrorLines(b []byte, queue []engine.QueuedError) []byte {
	for _, e := range queue {
		b = fmt.Appendf(b, "     %s\n", e)
	}
	return b
}

// endpointText says what a peer's flags and state are, and whether SSL_has_pending is 1.
// Established is the usual state, and left out.
func endpointText(e engine.Endpoint) string {
	if e.State() == engine.Freed {
		return "freed"
	}
	text := e.Shutdown().String()
	if e.HasPending() {
		text += ", has pending"
	}
	if e.State() != engine.Established {
		text += ", " + e.State().String() + ": " + e.StateString()
	}
	return text
}

// wireText says how many bytes are on a wire, and how many of them can be read now
// if that is not all.
func wireText(w engine.Wire) string {
	if w.Readable() == w.Queued() {
		return fmt.Sprintf("%d B", w.Queued())
	}
	return fmt.Sprintf("%d of %d B readable", w.Readable(), w.Queued())
}
