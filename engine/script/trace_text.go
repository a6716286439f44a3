package script

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// Sentence says in words what a step did: "client SSL_shutdown() → 0
// SSL_ERROR_SYSCALL; sent close_notify".
func Sentence(s engine.Step) string {
	var b strings.Builder
	who := s.Op.Dir.String()
	if s.Op.IsCall() {
		who = s.Op.Role.String()
	}
	b.WriteString(who + " " + s.Op.Call())
	if s.Returned {
		b.WriteString(" → " + strconv.Itoa(s.Ret))
		if s.Error != engine.ErrorNone {
			b.WriteString(" " + s.Error.String())
		}
		if s.Reason != "" {
			b.WriteString(" (" + s.Reason + ")")
		}
		if s.Errno != "" && s.Errno != "EAGAIN" {
			b.WriteString(" (" + s.Errno + ")")
		}
	}
	if s.Blocked {
		b.WriteString(" blocks")
	}
	for _, e := range s.Events() {
		verb := "; sent "
		if e.Received {
			verb = "; received "
		}
		if e.Type == engine.TypeHandshake {
			b.WriteString(verb + e.Message.String())
			continue
		}
		b.WriteString(verb + e.Alert.String())
		if e.Alert.Level == engine.Fatal {
			b.WriteString(" (fatal)")
		}
	}
	for _, f := range s.LateReturns() {
		b.WriteString("; " + f.Peer.String() + "'s call of step " + strconv.Itoa(f.Step) + " → " + strconv.Itoa(f.Ret))
		if f.Error != engine.ErrorNone {
			b.WriteString(" " + f.Error.String())
		}
		if f.Reason != "" {
			b.WriteString(" (" + f.Reason + ")")
		}
	}
	if s.Deadlock {
		b.WriteString("; deadlock")
	}
	return b.String()
}

// AppendText appends what a person reads of a step: its sentence, the flags of
// both peers and the bytes on the wire after it.
func AppendText(b []byte, s engine.Step, w engine.World) []byte {
	b = append(b, pad(strconv.Itoa(s.N), -3)+"  "+Sentence(s)+"\n"...)
	b = append(b, "     "...)
	for _, r := range engine.Roles {
		e := w.Endpoint(r)
		what := e.Shutdown().String()
		if e.State() != engine.Established {
			what += " " + e.State().String()
		}
		if e.State() == engine.Freed {
			what = "freed"
		}
		b = append(b, pad(r.String()+" ["+what+"]", 30)...)
	}
	for _, d := range engine.Directions {
		wire := w.Wire(d)
		text := strconv.Itoa(wire.Queued()) + " B"
		if wire.Readable() != wire.Queued() {
			text = strconv.Itoa(wire.Readable()) + " of " + text + " readable"
		}
		if d == engine.ClientToServer {
			text = pad(text, 26)
		}
		b = append(b, d.String()+" "+text...)
	}
	return append(b, '\n')
}

// pad fills s with blanks to a width, in front of it if the width is negative.
func pad(s string, width int) string {
	if width < 0 {
		return strings.Repeat(" ", max(-width-len(s), 0)) + s
	}
	return s + strings.Repeat(" ", max(width-len(s), 0))
}
