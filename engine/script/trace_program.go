package script

import (
	"fmt"
	"strconv"
	"strings"

	"closenotify/engine"
)

// appendProgramCall appends which call a program made.
func appendProgramCall(b []byte, ran engine.Ran) []byte {
	if ran.Call == "" {
		return b
	}
	b = appendString(append(b, `,"call":`...), ran.Call)
	return strconv.AppendInt(append(b, `,"line":`...), int64(ran.Line), 10)
}

// appendProgramEnd appends what else a program did.
func appendProgramEnd(b []byte, ran engine.Ran) []byte {
	if ran.Output != "" {
		b = appendText(append(b, `,"output":`...), ran.Output)
	}
	switch {
	case ran.Stopped != "":
		b = appendText(append(b, `,"stopped":`...), ran.Stopped)
	case ran.Aborted:
		b = append(b, `,"ended":true,"aborted":true`...)
	case ran.Ended:
		b = strconv.AppendInt(append(b, `,"ended":true,"exit":`...), int64(ran.Exit), 10)
	}
	if ran.Bound {
		b = append(b, `,"bound":true`...)
	}
	return b
}

// appendAnswer appends what a call returned that does not have all keys of a call by hand.
func appendAnswer(b []byte, a engine.Answer, ret int, errno engine.Errno) []byte {
	b = strconv.AppendInt(append(b, `"ret":`...), int64(ret), 10)
	if a.Keys == engine.ErrnoKeys {
		b = appendString(append(b, `,"errno":`...), errno.String())
	}
	if a.Polled {
		b = appendPoll(append(b, `,"revents":`...), a.Revents)
	}
	return b
}

// appendText appends any text as a JSON string: a byte that is not UTF-8 becomes U+FFFD.
func appendText(b []byte, text string) []byte {
	b = append(b, '"')
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', byte(c))
		case c < ' ' || c == 0x7F:
			b = fmt.Appendf(b, `\u%04x`, c)
		default:
			b = append(b, string(c)...)
		}
	}
	return append(b, '"')
}

// programCallText says what a program called, "SSL_read in line 12".
func programCallText(ran engine.Ran) string {
	if ran.Call == "" {
		return ""
	}
	return ": " + ran.Call + " in line " + strconv.Itoa(ran.Line)
}

// programReturn is returnText for a step or a late return of a program.
func programReturn(a engine.Answer, value string, ret int, sslError engine.SSLError, reason, errno string) string {
	if a.Keys == engine.AllKeys {
		return returnText(value, sslError, reason, errno)
	}
	text := returnText(strconv.Itoa(ret), engine.ErrorNone, "", errno)
	if a.Polled && ret > 0 {
		for name := range a.Revents.Names() {
			text += " " + name
		}
	}
	return text
}

// programEndText says how a program ended, "" if it did not.
func programEndText(ran engine.Ran) string {
	if end := ran.End(); end != "" {
		return "; " + end
	}
	return ""
}

// appendOutput appends what a program printed, a line each.
func appendOutput(b []byte, output string) []byte {
	if output == "" {
		return b
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(output, "\n"), "\n") {
		b = fmt.Appendf(b, "     | %s\n", StripHidden(line))
	}
	return b
}
