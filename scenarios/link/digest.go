package link

import (
	"hash/crc32"

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

// outcomeDigest is 16 bits of what a played script does: what every call returns, what
// can be asked of both peers and of the wires after every step, alerts and handshake
// messages. It never changes, or every link would seem to have another outcome than on
// the day it was made.
func outcomeDigest(h engine.History, path []engine.NodeID) uint16 {
	return digestOf(h, path, appendOutcome)
}

// programDigest is the same of a script with programs, in format 3. It has also what the
// programs do, and what the first digest does not know: errno, the error queue, and calls that
// block or return later.
func programDigest(h engine.History, path []engine.NodeID) uint16 {
	return digestOf(h, path, func(b []byte, s engine.Step, w engine.World) []byte {
		return appendProgram(appendOutcome(b, s, w), s)
	})
}

// digestOf folds the outcomes of all steps.
func digestOf(h engine.History, path []engine.NodeID, add func([]byte, engine.Step, engine.World) []byte) uint16 {
	var sum uint32
	var outcome []byte
	for _, id := range path[1:] {
		outcome = add(outcome[:0], h.Step(id), h.World(id))
		sum = crc32.Update(sum, crc32.IEEETable, outcome)
	}
	return uint16(sum>>16) ^ uint16(sum)
}

// appendProgram appends what only a programDigest has: texts with a zero byte after them, and
// each late return with a 1 before it. The words for why a program was stopped are left out,
// and so are lines.
func appendProgram(b []byte, s engine.Step) []byte {
	flags := func(list ...bool) {
		for i, on := range list {
			if i%8 == 0 {
				b = append(b, 0)
			}
			if on {
				b[len(b)-1] |= 1 << (i % 8)
			}
		}
	}
	text := func(t string) { b = append(append(b, t...), 0) }
	ran, _ := s.Program()
	flags(s.Returned, s.Blocked, s.Deadlock, ran.Ended, ran.Aborted, ran.Stopped != "", ran.Bound, ran.Polled)
	b = append(b, byte(ran.Revents), byte(ran.Exit>>8), byte(ran.Exit))
	text(s.Errno.String())
	text(ran.Call)
	text(ran.Output)
	for _, e := range s.QueuedErrors() {
		text(e.Text)
	}
	for _, l := range s.LateReturns() {
		b = append(b, 1, byte(l.Role), byte(l.Step>>8), byte(l.Step), byte(l.Ret>>24), byte(l.Ret>>16), byte(l.Ret>>8), byte(l.Ret), byte(l.Error), byte(l.Revents))
		text(l.Errno.String())
		text(l.Reason)
	}
	return b
}

// appendOutcome appends the outcome of one step, the world being as it leaves it:
// numbers as four bytes, the highest first, all else as one.
func appendOutcome(b []byte, s engine.Step, w engine.World) []byte {
	number := func(n int) {
		b = append(b, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
	number(s.Ret)
	if s.Op.Verb.IsEx() {
		number(s.Bytes)
	}
	number(int(s.Error))
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
		number(e.Pending())
		number(w.Wire(engine.Outgoing(r)).Queued())
		number(w.Wire(engine.Outgoing(r)).Readable())
	}
	return b
}
