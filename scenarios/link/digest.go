package link

import (
	"hash/crc32"

	"closenotify/engine"
	"closenotify/engine/script"
)

// play plays a script. It gives the history and the moments from its root on.
func play(s script.Script) (engine.History, []engine.NodeID, error) {
	h, tip, err := s.Run()
	if err != nil {
		return h, nil, err
	}
	return h, h.Path(tip), nil
}

// outcomeDigest is 16 bits of what a played script does: what every call returns, what
// can be asked of both peers and of the wires after every step, alerts and handshake
// messages. It never changes, or every link would seem to have another outcome than on
// the day it was made.
func outcomeDigest(h engine.History, path []engine.NodeID) uint16 {
	var sum uint32
	var outcome []byte
	for _, id := range path[1:] {
		outcome = appendOutcome(outcome[:0], h.Step(id), h.World(id))
		sum = crc32.Update(sum, crc32.IEEETable, outcome)
	}
	return uint16(sum>>16) ^ uint16(sum)
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
