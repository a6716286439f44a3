package script

import (
	"cmp"
	"strconv"

	"closenotify/engine"
)

// AppendJSON appends one line of a trace, the object that says what a step did; w is
// the World after it. Every line has the keys "n", "step", "client", "server", "wire",
// "records" (what the message callback reported) and "rules" (the names of the rules that
// decided the step). A call that has returned has "ret", "error", "reason", "errors" (the
// whole error queue as ERR_error_string prints it, oldest entry first) and "errno". There
// are also "blocked" if the call has not returned, "returned" for calls of earlier steps
// that return now, "deadlock", and "signals" for the FINs and RSTs that were sent. What a
// program does is in "call", "line", "revents", "output", "ended", "exit", "aborted", "stopped"
// and "bound". The JSON is written by hand because encoding/json would allocate for every step.
func AppendJSON(b []byte, s engine.Step, w engine.World) []byte {
	b = append(b, `{"n":`...)
	b = strconv.AppendInt(b, int64(s.N), 10)
	b = appendString(append(b, `,"step":`...), s.Op.String())
	ran, _ := s.Program()
	b = appendProgramCall(b, ran)
	switch {
	case s.Returned && ran.Keys != engine.AllKeys:
		b = appendAnswer(append(b, ','), ran.Answer, s.Ret, s.Errno)
	case s.Returned:
		b = append(b, ',')
		b = appendReturn(b, s.Ret, s.Error, s.Reason)
		b = appendErrors(b, s.QueuedErrors(), s.Errno.String())
		b = appendBytes(b, cmp.Or(ran.Verb, s.Op.Verb), s.Bytes)
	}
	if s.Blocked {
		b = append(b, `,"blocked":true`...)
	}
	b = appendProgramEnd(b, ran)
	b = appendLateReturns(b, s.LateReturns())
	if s.Deadlock {
		b = append(b, `,"deadlock":true`...)
	}
	for _, r := range engine.Roles {
		b = append(appendString(append(b, ','), r.String()), ':')
		b = appendEndpoint(b, w, r)
	}
	b = appendWires(append(b, `,"wire":`...), w)
	b = appendEvents(append(b, `,"records":`...), s.Events())
	b = append(b, `,"rules":[`...)
	for i, r := range s.Rules() {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, r.Name)
	}
	return append(appendSignals(append(b, ']'), s.Signals()), '}')
}

// appendReturn appends what a call returned.
func appendReturn(b []byte, ret int, sslError engine.SSLError, reason string) []byte {
	b = append(b, `"ret":`...)
	b = strconv.AppendInt(b, int64(ret), 10)
	b = appendString(append(b, `,"error":`...), sslError.String())
	return appendString(append(b, `,"reason":`...), reason)
}

// appendErrors appends the error queue after a call, oldest entry first, and errno.
func appendErrors(b []byte, list []engine.QueuedError, errno string) []byte {
	b = append(b, `,"errors":[`...)
	for i, e := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, e.String())
	}
	return appendString(append(b, `],"errno":`...), errno)
}

// appendBytes appends what an _ex call wrote into its last argument.
func appendBytes(b []byte, v engine.Verb, bytes int) []byte {
	if !v.IsEx() {
		return b
	}
	return strconv.AppendInt(append(b, `,"bytes":`...), int64(bytes), 10)
}

// appendLateReturns appends the calls of earlier steps that return now, if any.
func appendLateReturns(b []byte, list []engine.LateReturn) []byte {
	if len(list) == 0 {
		return b
	}
	b = append(b, `,"returned":[`...)
	for i, l := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"peer":`...), l.Role.String())
		b = strconv.AppendInt(append(b, `,"step":`...), int64(l.Step), 10)
		b = append(b, ',')
		if l.Keys != engine.AllKeys {
			b = append(appendAnswer(b, l.Answer, l.Ret, l.Errno), '}')
			continue
		}
		b = appendReturn(b, l.Ret, l.Error, l.Reason)
		b = appendErrors(b, l.QueuedErrors(), l.Errno.String())
		b = appendBytes(b, l.Verb, l.Bytes)
		b = append(b, '}')
	}
	return append(b, ']')
}

// appendWires appends how many bytes are on the wires, in both directions.
func appendWires(b []byte, w engine.World) []byte {
	b = append(b, '{')
	for i, d := range engine.Directions {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, d.String()), `:{"readable":`...)
		b = strconv.AppendInt(b, int64(w.Wire(d).Readable()), 10)
		b = append(b, `,"queued":`...)
		b = append(strconv.AppendInt(b, int64(w.Wire(d).Queued()), 10), '}')
	}
	return append(b, '}')
}

// appendEndpoint appends the state of a peer. A freed peer has nothing else to
// report.
func appendEndpoint(b []byte, w engine.World, r engine.Role) []byte {
	e := w.Endpoint(r)
	b = append(b, '{')
	if e.State() != engine.Freed {
		b = appendString(append(b, `"shutdown":`...), e.Shutdown().String())
		b = append(b, ',')
	}
	b = appendString(append(b, `"state":`...), e.State().String())
	if e.State() == engine.Freed {
		return append(b, '}')
	}
	b = append(b, `,"pending":`...)
	b = strconv.AppendInt(b, int64(e.Pending()), 10)
	b = appendString(append(b, `,"want":`...), e.Want().String())
	b = strconv.AppendBool(append(b, `,"resumable":`...), e.Resumable())
	b = strconv.AppendBool(append(b, `,"cached":`...), e.Cached())
	b = strconv.AppendBool(append(b, `,"has_pending":`...), e.HasPending())
	b = appendString(append(b, `,"state_string":`...), e.StateString())
	if events, ok := w.Poll(r); ok {
		b = appendPoll(append(b, `,"poll":`...), events)
	}
	return append(b, '}')
}

// appendPoll appends the events that poll(2) reports.
func appendPoll(b []byte, events engine.PollEvents) []byte {
	b = append(b, '[')
	for name := range events.Names() {
		if b[len(b)-1] != '[' {
			b = append(b, ',')
		}
		b = appendString(b, name)
	}
	return append(b, ']')
}

// appendSignals appends the FINs and RSTs that were sent, if any.
func appendSignals(b []byte, list []engine.Signal) []byte {
	if len(list) == 0 {
		return b
	}
	b = append(b, `,"signals":[`...)
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"dir":`...), s.Dir.String())
		b = append(appendString(append(b, `,"type":`...), s.Kind.String()), '}')
	}
	return append(b, ']')
}

// appendEvents appends what the message callback reported.
func appendEvents(b []byte, events []engine.Event) []byte {
	b = append(b, '[')
	for i, e := range events {
		if i > 0 {
			b = append(b, ',')
		}
		dir := "sent"
		if e.Received {
			dir = "received"
		}
		b = appendString(append(b, `{"dir":`...), dir)
		b = appendString(append(b, `,"peer":`...), e.Role.String())
		b = appendString(append(b, `,"type":`...), e.Type.String())
		if e.Type == engine.TypeHandshake {
			b = append(b, `,"message":`...)
			b = append(strconv.AppendInt(b, int64(e.Message), 10), '}')
			continue
		}
		b = append(b, `,"level":`...)
		b = strconv.AppendInt(b, int64(e.Alert.Level), 10)
		b = append(b, `,"description":`...)
		b = append(strconv.AppendInt(b, int64(e.Alert.Description), 10), '}')
	}
	return append(b, ']')
}

// appendString appends a JSON string. All strings of a trace are the engine's own,
// plain ASCII that needs no escapes.
func appendString(b []byte, s string) []byte {
	return append(append(append(b, '"'), s...), '"')
}
