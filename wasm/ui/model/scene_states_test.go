package model

import (
	"math/rand/v2"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios/library"
)

// TestTextsAboutStates goes through the shipped scenarios under every release and version, and
// through random ones, and holds what the page says about each state against the engine.
func TestTextsAboutStates(t *testing.T) {
	checks := map[string]int{}
	for i, p := range engine.Profiles() {
		for j, v := range engine.Versions {
			for _, s := range library.All() {
				m := under(t, s.Name, p.Name, v)
				for m.At < m.Len() {
					m = press(t, m, "next")
					checkState(t, &m, checks)
				}
			}
			for k, start := range []string{"established", "tickets", "before"} {
				m := randomModel(t, p.Name, v, start, rand.New(rand.NewPCG(uint64(10*i+j), uint64(k))), checks)
				if m.Len() < 20 {
					t.Errorf("a random scenario has %d steps", m.Len())
				}
			}
		}
	}
	for _, note := range []string{"fatal error", "no handshake yet", "in a handshake", "freed", "waits", "quiet shutdown", "pending", "half read", "socket closed", "mistake", "bytes"} {
		if checks[note] < 5 {
			t.Errorf("%s: found in %d states", note, checks[note])
		}
	}
}

// randomModel makes forty random steps, and checks each state on the way.
func randomModel(t *testing.T, profile string, v engine.Version, start string, r *rand.Rand, checks map[string]int) Model {
	m := emptyModel(t)
	c := m.Config
	c.Profile, c.Version, c.Start = profile, v, start
	m, _ = Update(m, SetConfig{c})
	for range 40 {
		ops := m.World().Enabled()
		op := ops[r.IntN(len(ops))]
		if hasSize(op) {
			op.N = 1 + r.IntN(60)
		}
		if op.Verb == engine.VerbFree && r.IntN(4) > 0 {
			continue
		}
		m, _ = Update(m, Act{op})
		checkState(t, &m, checks)
	}
	return m
}

// checkState checks what is said of both peers, of the calls and of the records.
func checkState(t *testing.T, m *Model, checks map[string]int) {
	t.Helper()
	for _, r := range engine.Roles {
		for _, note := range laneNotes(m.World(), r) {
			checkNote(t, m, r, note, checks)
		}
	}
	scene := SceneOf(*m)
	for _, g := range scene.CallBar.Groups {
		for _, row := range g.Rows {
			for _, o := range row.Offers {
				checkOffer(t, m, o, checks)
			}
		}
	}
	checkBytes(t, m, checks)
}

// checkNote makes the call that shows whether a note about a peer is true.
func checkNote(t *testing.T, m *Model, r engine.Role, note string, checks map[string]int) {
	t.Helper()
	call := func(verb engine.Verb, n int) (engine.Step, bool) {
		_, step, err := m.World().Apply(engine.Op{Role: r, Verb: verb, N: n})
		return step, err == nil
	}
	holds, name := false, note
	switch {
	case note == "fatal error" || note == "no handshake yet" || note == "in a handshake":
		step, ok := call(engine.VerbShutdown, 0)
		_, blocked := m.World().Endpoint(r).Blocked()
		holds = blocked || ok && step.Returned && step.Ret == -1
	case note == "freed" || note == "socket closed":
		holds = true
		for _, op := range m.World().Enabled() {
			if op.IsCall() && op.Role == r && (op.Verb == engine.VerbClose) == (note == "socket closed") {
				holds = holds && note == "socket closed" && op.Verb != engine.VerbClose
			}
		}
	case strings.HasPrefix(note, "waits in "):
		name = "waits"
		op, _ := m.World().Endpoint(r).Blocked()
		for i := 1; i <= m.At; i++ {
			if s := m.Step(i); s.Op.Role == r && s.Op.IsCall() {
				holds = s.Op.Call() == op.Call() && !s.Returned
			}
		}
	case note == "quiet shutdown":
		step, ok := call(engine.VerbShutdown, 0)
		holds = true
		if ok && step.Returned && step.Ret >= 0 {
			holds = step.Ret == 1 && len(step.ByteMoves()) == 0
		}
	case strings.HasSuffix(note, " pending"):
		name = "pending"
		step, ok := call(engine.VerbPeek, engine.MaxBytes)
		if !ok || !step.Returned || step.Ret <= 0 { // there may be something to send first, and RECEIVED hides data
			return
		}
		holds = explain.ByteCount(step.Ret)+" pending" == note
	case strings.HasSuffix(note, " of a record read"):
		name = "half read"
		holds = m.World().Endpoint(r).Pending() == 0
	default:
		holds, name = strings.HasSuffix(note, " not out"), "not out"
	}
	checks[name]++
	if !holds {
		t.Errorf("%s, %s:\n%s\n%q is false of the %s", m.Config.Profile, m.Config.Version, m.text(), note, r)
	}
}

// checkOffer makes a call that is offered.
func checkOffer(t *testing.T, m *Model, o Offer, checks map[string]int) {
	t.Helper()
	if o.Disabled {
		return
	}
	after, _ := Update(*m, Act{o.Op})
	s := after.Step(after.At)
	if failed := s.Returned && s.Error != engine.ErrorNone && explain.ToneOf(s) == explain.ToneFatal; after.At != m.At+1 || failed != o.Mistake {
		t.Errorf("%s, %s:\n%s\n%s is a mistake: %v", m.Config.Profile, m.Config.Version, m.text(), explain.Line(s), o.Mistake)
	}
	if o.Mistake {
		checks["mistake"]++
	}
}

// checkBytes compares where the bytes of all records are said to be with what is on the wires.
func checkBytes(t *testing.T, m *Model, checks map[string]int) {
	t.Helper()
	log := newRecordLog(&m.Draft)
	for _, d := range engine.Directions {
		count := map[ByteState]int{}
		for _, r := range log.records {
			if engine.Outgoing(r.record.Sender) != d || r.step > m.At {
				continue
			}
			states, _ := m.byteStates(r, r.record.WireLength(m.Config.Version))
			for _, s := range states {
				count[s]++
			}
		}
		onWire, readable := 0, 0
		for _, r := range m.World().Wire(d).Records() {
			onWire, readable = onWire+r.To-r.From, readable+r.Readable
		}
		checks["bytes"]++
		inBIO := count[ByteArrived] + count[ByteFlight] - onWire
		if m.Config.Transport == "buffered" && inBIO >= 0 {
			onWire, readable = onWire+inBIO, readable+inBIO
		}
		if count[ByteArrived] != readable || count[ByteArrived]+count[ByteFlight] != onWire {
			t.Errorf("%s, %s:\n%s\n%s: %v, and on the wire are %d bytes, %d arrived", m.Config.Profile, m.Config.Version, m.text(), d, count, onWire, readable)
		}
	}
}
