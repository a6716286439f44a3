package scenarios

import (
	"hash/crc32"

	"closenotify/engine"
	"closenotify/engine/script"
)

// outcomeDigest says in 16 bits what the script does: what every call returns
// and what can be asked of both peers and the wires after every step. Like the
// codes of a link it never changes, or every link would seem to have changed its
// meaning.
func outcomeDigest(s script.Script) (uint16, error) {
	w, err := engine.New(s.Config)
	if err != nil {
		return 0, err
	}
	var sum uint32
	var outcome []byte
	for _, op := range s.Ops() {
		var step engine.Step
		if w, step, err = w.Apply(op); err != nil {
			return 0, err
		}
		outcome = appendOutcome(outcome[:0], step, w)
		sum = crc32.Update(sum, crc32.IEEETable, outcome)
	}
	return uint16(sum>>16) ^ uint16(sum), nil
}

// appendOutcome appends the outcome of one step, what a trace says of it and
// nothing else.
func appendOutcome(b []byte, s engine.Step, w engine.World) []byte {
	number := func(n int) {
		b = append(b, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
	number(s.Ret)
	number(int(s.Error))
	b = append(b, s.Reason...)
	for _, e := range s.Events() {
		b = append(b, byte(e.Peer), byte(e.Type), byte(e.Alert.Level), byte(e.Alert.Description), byte(e.Message))
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
