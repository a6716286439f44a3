package link

import (
	"closenotify/engine"
	"closenotify/engine/script"
)

// play plays a script. It gives the script with the steps that each step run stands for, the
// history, and the moments from its root on. The error may be ErrTooLong.
func play(s script.Script, codes script.Codes) (script.Script, engine.History, []engine.NodeID, error) {
	w, err := codes.Start(s)
	if err == nil {
		s, err = s.Unrolled(w)
	}
	if err != nil {
		return s, engine.History{}, nil, err
	}
	ops, left := s.Ops(), maxInstructions
	h, tip, err := engine.NewHistory(w).ActEach(0, func(h engine.History, at engine.NodeID) (op engine.Op, ok bool) {
		if made := h.Op(at); made.Verb == engine.VerbNext {
			left -= h.World(at).Program(made.Role).Instructions()
		}
		if ok = left > 0 && len(ops) > 0; ok {
			op, ops = ops[0], ops[1:]
		}
		return op, ok
	})
	if err == nil && len(ops) > 0 {
		err = ErrTooLong
	}
	return s, h, h.Path(tip), err
}

// An outcome appends what a step did to b, the world being as the step leaves it. None of them ever
// changes, or every link would seem to have another outcome than on the day it was made.
type outcome func(b []byte, s engine.Step, w engine.World) []byte

// appendProgramOutcome is the outcome in format 3: what programs do, and what appendOutcome does
// not have: errno, the error queue, and calls that block or return later.
func appendProgramOutcome(b []byte, s engine.Step, w engine.World) []byte {
	return appendProgram(appendOutcome(b, s, w), s)
}

// appendWhole is the outcome in section d. It also has the step itself, so that a damaged link shows
// which of its steps are as they were written, what poll(2) and SSL_has_pending say, the
// state in words, FIN and RST, the numbers of errors, and all errors of late returns: whatever a
// trace has, other than the rules.
func appendWhole(b []byte, s engine.Step, w engine.World) []byte {
	b = appendFlags(append(b, byte(s.Op.Verb.LinkCode())), s.Op.IsCall(), s.Op.Role == engine.Server, s.Op.Dir == engine.ServerToClient)
	b = appendProgramOutcome(appendInt(b, s.Op.N), s, w)
	for _, r := range engine.Roles {
		e := w.Endpoint(r)
		events, isOpen := w.Poll(r)
		b = appendFlags(append(b, byte(events)), isOpen, e.HasPending())
		b = appendText(b, e.StateString())
	}
	for _, signal := range s.Signals() {
		b = append(b, 1, byte(signal.Kind), byte(signal.Dir))
	}
	for _, e := range s.QueuedErrors() {
		b = appendText(b, e.String())
	}
	for _, l := range s.LateReturns() {
		b = appendInt(b, l.Bytes)
		for _, e := range l.QueuedErrors() {
			b = appendText(b, e.String())
		}
	}
	return b
}

// appendProgram appends texts with a zero byte after them, and each late return with a 1 before
// it. The words for why a program was stopped are left out, and so are lines.
func appendProgram(b []byte, s engine.Step) []byte {
	ran, _ := s.Program()
	b = appendFlags(b, s.Returned, s.Blocked, s.Deadlock, ran.Ended, ran.Aborted, ran.Stopped != "", ran.Bound, ran.Polled)
	b = append(b, byte(ran.Revents), byte(ran.Exit>>8), byte(ran.Exit))
	b = appendText(b, s.Errno.String())
	b = appendText(b, ran.Call)
	b = appendText(b, ran.Output)
	for _, e := range s.QueuedErrors() {
		b = appendText(b, e.Text)
	}
	for _, l := range s.LateReturns() {
		b = appendInt(append(b, 1, byte(l.Role), byte(l.Step>>8), byte(l.Step)), l.Ret)
		b = append(b, byte(l.Error), byte(l.Revents))
		b = appendText(b, l.Errno.String())
		b = appendText(b, l.Reason)
	}
	return b
}

// appendFlags appends up to eight flags as one byte, the first the lowest.
func appendFlags(b []byte, list ...bool) []byte {
	flags := byte(0)
	for i, on := range list {
		if on {
			flags |= 1 << i
		}
	}
	return append(b, flags)
}

func appendText(b []byte, text string) []byte { return append(append(b, text...), 0) }

// appendInt appends the lowest four bytes of n, the highest first.
func appendInt(b []byte, n int) []byte {
	return append(b, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
}

// appendOutcome is the outcome in format 1, and in format 2 without section d: what every call
// returns, what can be asked of both peers and of the wires after every step, alerts and
// handshake messages. Numbers are four bytes, all else is one.
func appendOutcome(b []byte, s engine.Step, w engine.World) []byte {
	b = appendInt(b, s.Ret)
	if s.Op.Verb.IsEx() {
		b = appendInt(b, s.Bytes)
	}
	b = appendInt(b, int(s.Error))
	b = append(b, s.Reason...)
	for _, e := range s.Events() {
		b = append(b, byte(e.Role), byte(e.Type), byte(e.Alert.Level), byte(e.Alert.Description), byte(e.Message))
		if e.Received {
			b = append(b, 1)
		}
	}
	for _, r := range engine.Roles {
		e := w.Endpoint(r)
		session := 0
		if e.Resumable() {
			session |= 1
		}
		if e.Cached() {
			session |= 2
		}
		b = append(b, byte(e.Shutdown()), byte(e.State()), byte(e.Want()), byte(session))
		b = appendInt(b, e.Pending())
		b = appendInt(b, w.Wire(engine.Outgoing(r)).Queued())
		b = appendInt(b, w.Wire(engine.Outgoing(r)).Readable())
	}
	return b
}
