package script

import (
	"strconv"

	"closenotify/engine"
)

// AppendJSON appends one line of a trace, the object that says what a step did;
// w is the World after it. The keys are those that the language fixes, and
// "rules", the names of the rules that decided the step; "blocked" where the call
// has not returned, "returned", the calls of earlier steps that have now, and
// "deadlock".
func AppendJSON(b []byte, s engine.Step, w engine.World) []byte {
	b = append(b, `{"n":`...)
	b = strconv.AppendInt(b, int64(s.N), 10)
	b = appendString(append(b, `,"step":`...), s.Op.String())
	if s.Returned {
		b = append(b, `,"ret":`...)
		b = strconv.AppendInt(b, int64(s.Ret), 10)
		b = appendString(append(b, `,"error":`...), s.Error.String())
		b = appendString(append(b, `,"reason":`...), s.Reason)
	}
	if s.Blocked {
		b = append(b, `,"blocked":true`...)
	}
	b = appendLate(b, s.LateReturns())
	if s.Deadlock {
		b = append(b, `,"deadlock":true`...)
	}
	for _, r := range engine.Roles {
		b = append(appendString(append(b, ','), r.String()), ':')
		b = appendEndpoint(b, w.Endpoint(r))
	}
	b = append(b, `,"wire":{`...)
	for i, d := range engine.Directions {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, d.String()), `:{"readable":`...)
		b = strconv.AppendInt(b, int64(w.Wire(d).Readable()), 10)
		b = append(b, `,"queued":`...)
		b = append(strconv.AppendInt(b, int64(w.Wire(d).Queued()), 10), '}')
	}
	b = appendEvents(append(b, `},"records":`...), s.Events())
	b = append(b, `,"rules":[`...)
	for i, r := range s.Rules() {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, r.Name)
	}
	return append(b, ']', '}')
}

// appendLate appends the calls that have returned late, if any.
func appendLate(b []byte, list []engine.LateReturn) []byte {
	for i, f := range list {
		b = append(b, pick(i == 0, `,"returned":[`, `,`)...)
		b = appendString(append(b, `{"peer":`...), f.Peer.String())
		b = strconv.AppendInt(append(b, `,"step":`...), int64(f.Step), 10)
		b = strconv.AppendInt(append(b, `,"ret":`...), int64(f.Ret), 10)
		b = appendString(append(b, `,"error":`...), f.Error.String())
		b = appendString(append(b, `,"reason":`...), f.Reason)
		b = append(b, '}')
	}
	if len(list) > 0 {
		b = append(b, ']')
	}
	return b
}

// pick is a if c, else b.
func pick(c bool, a, b string) string {
	if c {
		return a
	}
	return b
}

// appendEndpoint appends a peer's object. A freed peer has a state and nothing
// else.
func appendEndpoint(b []byte, e engine.Endpoint) []byte {
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
	return append(b, '}')
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
		b = appendString(append(b, `,"peer":`...), e.Peer.String())
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

// appendString appends a JSON string. What a trace holds is plain ASCII without
// quotes, chosen by the engine.
func appendString(b []byte, s string) []byte {
	return append(append(append(b, '"'), s...), '"')
}
