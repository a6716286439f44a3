package explain

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/program"
)

// CallText is the call that a step made, as a person would write it: "SSL_read(100)". For a step
// of a program it is the program's call, or what the step did instead: "ended with 0".
func CallText(s engine.Step) string {
	ran, _ := s.Program()
	switch {
	case !s.Op.Verb.IsOfProgram():
		return s.Op.Call()
	case ran.Call != "":
		return programCall(ran.Made)
	case ProgramEnd(s) != "":
		return ProgramEnd(s)
	}
	return programStep(s)
}

// programCall is a call of a program with its arguments: "poll(POLLIN, 5 s)".
func programCall(c program.Call) string { return c.Name + "(" + programArguments(c) + ")" }

// ReturnText is what the call of a step returned: "-1", "1, 5 bytes".
func ReturnText(s engine.Step) string { return s.CallVerb().ReturnText(s.Ret, s.Bytes) }

// programArguments are the arguments of a program's call, as far as they matter here.
func programArguments(c program.Call) string {
	switch c.Name {
	case "poll", "select":
		return watchedText(c.Watch) + ", " + limitText(c.Limit)
	case "shutdown":
		return "SHUT_WR"
	case "close":
		return ""
	case "fcntl":
		if c.Args[2]&0o4000 != 0 {
			return "O_NONBLOCK"
		}
		return "F_SETFL, blocking"
	case "sleep", "usleep", "nanosleep":
		return limitText(c.Limit)
	case "SSL_set_shutdown":
		return shutdownText(c.Args[1])
	case "SSL_set_options", "SSL_set_mode", "SSL_clear_mode":
		return "0x" + strconv.FormatInt(c.Args[1], 16)
	case "SSL_set_quiet_shutdown", "SSL_key_update":
		return strconv.FormatInt(c.Args[1], 10)
	}
	if strings.HasPrefix(c.Name, "SSL_read") || strings.HasPrefix(c.Name, "SSL_write") || strings.HasPrefix(c.Name, "SSL_peek") {
		return strconv.FormatInt(c.Args[2], 10)
	}
	return ""
}

// shutdownText is the flags of SSL_set_shutdown and SSL_get_shutdown in C.
func shutdownText(flags int64) string {
	if flags == 0 {
		return "0"
	}
	return "SSL_" + strings.ReplaceAll(engine.ShutdownFlags(flags).String(), "|", "_SHUTDOWN | SSL_") + "_SHUTDOWN"
}

// watchedText is what poll or select waits for.
func watchedText(list []program.Watched) string {
	var all int16
	for _, w := range list {
		if w.FD >= 0 {
			all |= w.Events
		}
	}
	var names []string
	for _, e := range []struct {
		bit  int16
		name string
	}{{program.PollIn, "POLLIN"}, {program.PollOut, "POLLOUT"}} {
		if all&e.bit != 0 {
			names = append(names, e.name)
		}
	}
	if names == nil {
		return "nothing"
	}
	return strings.Join(names, " | ")
}

// limitText is a limit of time, given in ns, below 0 for none: "5 s", "250 ms", "no limit".
func limitText(ns int64) string {
	const second, ms = 1_000_000_000, 1_000_000
	switch {
	case ns < 0:
		return "no limit"
	case ns%second == 0:
		return strconv.FormatInt(ns/second, 10) + " s"
	case ns%ms == 0:
		return strconv.FormatInt(ns/ms, 10) + " ms"
	}
	return strconv.FormatInt((ns+999)/1000, 10) + " µs"
}

// WaitText says in what call a program waits: "poll(POLLIN, 5 s)".
func WaitText(c program.Call) string { return programCall(c) }

// ProgramEnd says how a program ended in a step, see engine.Ran.End.
func ProgramEnd(s engine.Step) string {
	ran, _ := s.Program()
	return ran.End()
}

// programStep says what a step of a program did, without what it returned: "SSL_shutdown() in line
// 12", "the program ended with 0", "the time limit runs out".
func programStep(s engine.Step) string {
	ran, _ := s.Program()
	switch end := ProgramEnd(s); {
	case ran.Call != "":
		return programCall(ran.Made) + " in line " + strconv.Itoa(ran.Line)
	case end != "":
		return "the program " + end
	case s.Op.Verb == engine.VerbTimeout && !s.Fired(engine.RuleNoLimit):
		return "the time limit runs out"
	case s.Op.Verb == engine.VerbTimeout:
		return "no limit to run out"
	}
	return "its program does not run on"
}

// Revents names the events that a program's poll has found: "POLLIN POLLHUP"; "" for none and for
// any other call.
func Revents(a engine.Answer) string {
	if !a.Polled {
		return ""
	}
	var names []string
	for name := range a.Revents.Names() {
		names = append(names, "POLL"+strings.ToUpper(name))
	}
	return strings.Join(names, " ")
}

// callerAndCall is a step without its outcome: "client SSL_shutdown()", "client SSL_shutdown() in
// line 12".
func callerAndCall(s engine.Step) string {
	if s.Op.Verb.IsOfProgram() {
		return Subject(s.Op) + " " + programStep(s)
	}
	return Subject(s.Op) + " " + s.Op.Call()
}

// printedSentence tells the beginning of what a program has printed since its step before.
func printedSentence(s engine.Step) string {
	const most = 200 // bytes
	ran, _ := s.Program()
	text := strings.Join(strings.FieldsFunc(ran.Output, func(c rune) bool { return c <= ' ' }), " ")
	switch {
	case text == "":
		return ""
	case len(text) > most:
		text = strings.ToValidUTF8(text[:most], "") + "\u2026"
	}
	return " It has printed \u201c" + strings.ToValidUTF8(text, "\uFFFD") + "\u201d."
}
