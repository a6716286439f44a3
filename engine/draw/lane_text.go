package draw

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// maxLines is how many lines one text of a lane takes at most.
const maxLines = 3

// inLane makes lines of a class from a text of a peer.
func (c *columns) inLane(class, text string) []textLine { return wrapped(class, text, c.lane) }

// onWire makes lines of a class from a text that stands between the life lines.
func (c *columns) onWire(class, text string) []textLine {
	return wrapped(class, text, c.wireText())
}

// wrapped makes lines of a class from a text.
func wrapped(class, text string, width int) []textLine {
	size, f := textSize, mono
	if class == "note" {
		size, f = remarkSize, sans
	}
	var lines []textLine
	for _, t := range wrap(text, size, f, width, maxLines) {
		lines = append(lines, textLine{class: class, text: t})
	}
	return lines
}

// callLines say which call a peer makes and what it returns.
func (m transition) callLines() []textLine {
	s, c := m.step, m.columns
	for _, late := range s.LateReturns() {
		if late.Step == s.N { // the call has blocked and returned within the step
			lines := c.inLane("call", explain.CallText(s)+" → "+late.Verb.ReturnText(late.Ret, late.Bytes))
			lines = append(lines, c.inLane("note", "blocks first")...)
			return append(lines, c.errorLines(late.Error, late.Errno, explain.ReasonOfLate(late))...)
		}
	}
	if !s.Returned {
		return append(c.inLane("call", explain.CallText(s)), c.inLane("note", m.whyNoReturn())...)
	}
	lines := c.inLane("call", explain.CallText(s)+" → "+explain.ReturnText(s))
	if zero := explain.MeaningOfZero(s); zero != "" {
		return append(lines, c.inLane("note", zero)...)
	}
	return append(lines, c.errorLines(s.Error, s.Errno, explain.ReasonOf(s))...)
}

// whyNoReturn says why a call returns nothing, "" for one that never does.
func (m transition) whyNoReturn() string {
	if m.step.Blocked {
		return explain.TextBlocks
	}
	return explain.WhyNotCalled(m.before.Endpoint(m.step.Op.Role), m.step.Op)
}

// lateLines say what a call of an earlier step returns at last.
func (c *columns) lateLines(late engine.LateReturn, call string) []textLine {
	lines := c.inLane("call", call+" → "+late.Verb.ReturnText(late.Ret, late.Bytes))
	lines = append(lines, c.inLane("note", "called in step "+strconv.Itoa(late.Step))...)
	return append(lines, c.errorLines(late.Error, late.Errno, explain.ReasonOfLate(late))...)
}

// errorLines say what SSL_get_error and the error queue add to a return value.
func (c *columns) errorLines(e engine.SSLError, errno engine.Errno, reason string) []textLine {
	var lines []textLine
	if e != engine.ErrorNone {
		class := "error"
		switch e {
		case engine.ErrorWantRead, engine.ErrorWantWrite:
			class = "retry"
		case engine.ErrorZeroReturn:
			class = "call"
		}
		lines = c.inLane(class, e.String())
	}
	if errno != 0 && errno != engine.EAGAIN { // WANT_READ and WANT_WRITE say that already
		lines = append(lines, c.inLane("note", "errno "+errno.String())...)
	}
	return append(lines, c.inLane("note", reason)...)
}

// stateLines say what else a step changes about a peer.
func (m transition) stateLines(r engine.Role) []textLine {
	was, is := m.before.Endpoint(r), m.after.Endpoint(r)
	var lines []textLine
	add := func(changed bool, text string) {
		if changed {
			lines = append(lines, m.columns.inLane("note", text)...)
		}
	}
	add(was.State() != engine.Established && is.State() == engine.Established, "handshake complete")
	add(!was.Failed() && is.Failed(), "connection failed")
	add(was.Resumable() && !is.Resumable(), "session no longer resumable")
	return lines
}

// allFlags lists both flags.
func allFlags(f engine.ShutdownFlags) []flagState {
	var list []flagState
	for _, one := range []engine.ShutdownFlags{engine.SentShutdown, engine.ReceivedShutdown} {
		list = append(list, flagState{one, f.Has(one)})
	}
	return list
}
