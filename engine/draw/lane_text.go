package draw

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// maxLines is how many lines one text of a lane takes at most.
const maxLines = 3

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
	s := m.step
	for _, late := range s.LateReturns() {
		if late.Step == s.N { // the call has blocked and returned within the step
			lines := wrapped("call", explain.CallText(s)+" → "+late.Verb.ReturnText(late.Ret, late.Bytes), laneTextWidth)
			lines = append(lines, wrapped("note", "blocks first", laneTextWidth)...)
			return append(lines, errorLines(late.Error, late.Errno, explain.ReasonOfLate(late))...)
		}
	}
	if !s.Returned {
		return append(wrapped("call", explain.CallText(s), laneTextWidth), wrapped("note", m.whyNoReturn(), laneTextWidth)...)
	}
	lines := wrapped("call", explain.CallText(s)+" → "+explain.ReturnText(s), laneTextWidth)
	if zero := explain.MeaningOfZero(s); zero != "" {
		return append(lines, wrapped("note", zero, laneTextWidth)...)
	}
	return append(lines, errorLines(s.Error, s.Errno, explain.ReasonOf(s))...)
}

// whyNoReturn says why a call returns nothing, "" for one that never does.
func (m transition) whyNoReturn() string {
	if m.step.Blocked {
		return explain.TextBlocks
	}
	return explain.WhyNotCalled(m.before.Endpoint(m.step.Op.Role), m.step.Op)
}

// lateLines say what a call of an earlier step returns at last.
func lateLines(late engine.LateReturn, call string) []textLine {
	lines := wrapped("call", call+" → "+late.Verb.ReturnText(late.Ret, late.Bytes), laneTextWidth)
	lines = append(lines, wrapped("note", "called in step "+strconv.Itoa(late.Step), laneTextWidth)...)
	return append(lines, errorLines(late.Error, late.Errno, explain.ReasonOfLate(late))...)
}

// errorLines say what SSL_get_error and the error queue add to a return value.
func errorLines(e engine.SSLError, errno engine.Errno, reason string) []textLine {
	var lines []textLine
	if e != engine.ErrorNone {
		class := "error"
		switch e {
		case engine.ErrorWantRead, engine.ErrorWantWrite:
			class = "retry"
		case engine.ErrorZeroReturn:
			class = "call"
		}
		lines = wrapped(class, e.String(), laneTextWidth)
	}
	if errno != 0 && errno != engine.EAGAIN { // WANT_READ and WANT_WRITE say that already
		lines = append(lines, wrapped("note", "errno "+errno.String(), laneTextWidth)...)
	}
	return append(lines, wrapped("note", reason, laneTextWidth)...)
}

// stateLines say what else a step changes about a peer.
func (m transition) stateLines(r engine.Role) []textLine {
	was, is := m.before.Endpoint(r), m.after.Endpoint(r)
	var lines []textLine
	add := func(changed bool, text string) {
		if changed {
			lines = append(lines, wrapped("note", text, laneTextWidth)...)
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
