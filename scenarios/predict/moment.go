package predict

import (
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// moment is a step with the Worlds around it.
type moment struct {
	before, after engine.World
	step          engine.Step
}

// momentAt is the moment of step i.
func momentAt(h engine.History, path []engine.NodeID, i int) *moment {
	return &moment{h.World(path[i-1]), h.World(path[i]), h.Step(path[i])}
}

// take takes a step from a World.
func take(w engine.World, op engine.Op) (m *moment, ok bool) {
	after, step, err := w.Apply(op)
	return &moment{w, after, step}, err == nil
}

// probe is the call that the other peer makes after a step to see what it can see.
func (m *moment) probe() engine.Op {
	seer := m.step.Op.Role.Other()
	if !m.step.Op.IsCall() {
		seer = m.step.Op.Dir.Receiver()
	}
	return engine.Op{Verb: engine.VerbRead, Role: seer, N: probeBytes}
}

const probeBytes = 100

// verb is the call that was made, 0 for none.
func (m *moment) verb() engine.Verb { return m.step.CallVerb() }

// own is the peer that makes the call, before it.
func (m *moment) own() engine.Endpoint { return m.before.Endpoint(m.step.Op.Role) }

// plain reports whether the step is a call that returns what a call by hand returns, to a peer
// that was free to make it.
func (m *moment) plain() bool {
	if ran, ok := m.step.Program(); ok && (ran.Keys != engine.AllKeys || ran.Ended) {
		return false
	}
	_, blocked := m.own().Blocked()
	return m.verb() != 0 && m.step.Op.IsCall() && !blocked && m.own().State() != engine.Freed
}

// answer is what the step does, in one aspect. ok is false if that cannot be asked.
func (m *moment) answer(a Aspect) (answer Answer, ok bool) {
	answer.Aspect = a
	switch s := m.step; a {
	case Returns:
		ok = m.plain() && (s.Returned || s.Blocked)
		answer.Waits = s.Blocked
		if s.Returned {
			answer.Ret, answer.Ex = s.Ret, s.CallVerb().IsEx()
			if answer.Ex && s.Ret == 1 {
				answer.Bytes = s.Bytes
			}
		}
	case Error:
		ok, answer.Error = m.plain() && s.Returned, s.Error
	case Flags:
		ok = m.plain() && m.verb() != engine.VerbFree
		m.changes(&answer)
	case Wire:
		answer.Sent, ok = m.sent()
	case Peer:
		return m.seen()
	case Means:
		answer.Meaning = meaning(m)
		ok = answer.Meaning != NoMeaning
	}
	return answer, ok
}

// changes notes which flags the step sets and clears.
func (m *moment) changes(answer *Answer) {
	for _, r := range engine.Roles {
		before, after := m.before.Endpoint(r).Shutdown(), m.after.Endpoint(r).Shutdown()
		answer.Set[r], answer.Cleared[r] = after&^before, before&^after
	}
}

// seen is what the other peer's SSL_read returns after the step.
func (m *moment) seen() (answer Answer, ok bool) {
	probe := m.probe()
	seer := m.after.Endpoint(probe.Role)
	if _, blocked := seer.Blocked(); blocked || seer.State() != engine.Established || len(m.step.LateReturns()) > 0 {
		return Answer{}, false
	}
	if m.step.Op.IsCall() && !m.plain() {
		return Answer{}, false
	}
	next, ok := take(m.after, probe)
	s := next.step
	return Answer{Aspect: Peer, Waits: s.Blocked, Ret: s.Ret, Error: s.Error}, ok && (s.Returned || s.Blocked)
}

// Names in Answer.Sent.
const (
	dataItem = "data"
	partOf   = "part of "
	restOf   = "rest of "
)

// sent lists what the call of a step puts on the wire. ok is false for steps that are not a call,
// where the other peer's call goes on and sends, too, and for messages of a handshake.
func (m *moment) sent() (list string, ok bool) {
	if !m.plain() || len(m.step.LateReturns()) > 0 {
		return "", false
	}
	var items []string
	for _, move := range explain.JoinMoves(m.step.ByteMoves()) {
		switch {
		case move.Kind != engine.Queued:
			continue
		case move.Record.Sender != m.step.Op.Role, ofHandshake(move.Record):
			return "", false
		}
		items = append(items, item(move, m.before.Config().Version))
	}
	for _, s := range m.step.Signals() {
		if s.Dir.Sender() == m.step.Op.Role {
			items = append(items, s.Kind.String())
		}
	}
	return strings.Join(withoutRepeats(items), ","), true
}

// ofHandshake reports whether a record belongs to a handshake, and not to what follows it.
func ofHandshake(r engine.Record) bool {
	after := r.Message == engine.KeyUpdate || r.Message == engine.NewSessionTicket
	return r.Type == engine.TypeChangeCipherSpec || r.Type == engine.TypeHandshake && !after
}

// item names a record of which bytes leave.
func item(move engine.ByteMove, v engine.Version) string {
	name := explain.RecordName(move.Record)
	switch whole := move.Record.WireLength(v); {
	case move.From == 0 && move.To == whole:
		return name
	case move.To == whole:
		return restOf + name
	}
	return partOf + name
}

// withoutRepeats leaves out items that are like the one before: data in two records is data.
func withoutRepeats(items []string) []string {
	var list []string
	for i, item := range items {
		if i == 0 || item != items[i-1] {
			list = append(list, item)
		}
	}
	return list
}
