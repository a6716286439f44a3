package capture

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// playedScript is a script that has been played.
type playedScript struct {
	text   string
	config engine.Config
	steps  []engine.Step
}

// playScript plays a script.
func playScript(t *testing.T, text string) playedScript {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	sc := playedScript{text: text, config: h.World(0).Config()}
	for _, id := range h.Path(tip)[1:] {
		sc.steps = append(sc.steps, h.Step(id))
	}
	return sc
}

// expectedRecords is what a reader of a capture must see.
type expectedRecords struct {
	version       engine.Version
	damage        map[engine.RecordID]damage
	last          [2]engine.Move // by direction
	sawHello      bool
	records       [2][]shownRecord
	unpredictable [2]bool // nothing can be expected of what is behind the records
}

// expected goes through a scenario and does not look at bytes. A reader loses its
// way behind a record that is damaged, or torn apart by something else, and at a
// second handshake in plain text in TLS 1.2.
func (sc playedScript) expected() *expectedRecords {
	e := &expectedRecords{version: sc.config.Version}
	take := func(s engine.Step) {
		if s.Op.Verb == engine.VerbFIN && e.recordUnfinished(s.Op.Dir) {
			e.unpredictable[s.Op.Dir] = true
		}
		for _, m := range s.Moves() {
			if m.Kind == engine.Queued || m.Kind == engine.Injected {
				e.addMove(m)
			}
		}
	}
	for _, s := range startSteps(sc.config) {
		take(s)
	}
	e.damage = damageByRecord(sc.steps)
	for _, s := range sc.steps {
		take(s)
	}
	return e
}

// recordUnfinished reports whether a record has not yet been written whole.
func (e *expectedRecords) recordUnfinished(d engine.Direction) bool {
	m := e.last[d]
	return m.Kind != 0 && m.To < m.Record.WireLength(e.version)
}

func (e *expectedRecords) addMove(m engine.Move) {
	d, r := m.Dir, m.Record
	if e.recordUnfinished(d) && (e.last[d].Record.ID != r.ID || e.last[d].To != m.From) {
		e.unpredictable[d] = true
	}
	e.last[d] = m
	if r.Message == engine.ClientHello && r.Type == engine.TypeHandshake && r.Epoch == 0 && m.From == 0 {
		if e.sawHello && e.version == engine.TLS12 {
			e.unpredictable = [2]bool{true, true}
		}
		e.sawHello = true
	}
	if len(e.damage[r.ID].flippedBytes) > 0 {
		e.unpredictable[d] = true
	}
	if e.unpredictable[d] || e.recordUnfinished(d) {
		return
	}
	s := shownRecord{int(r.Type), r.WireLength(e.version) - HeaderLength, undecrypted}
	switch r.Type {
	case engine.TypeAlert:
		s.content = alertOf(int(r.Alert.Level), int(r.Alert.Description))
	case engine.TypeHandshake:
		s.content = int(r.Message)
	case engine.TypeApplicationData:
		if r.Protected(e.version) { // of data in plain text tshark makes nothing
			s.content = r.Length
		}
	}
	e.records[d] = append(e.records[d], s)
}

// compare holds a reading against what is expected. Data behind HTTPS's port are not
// shown as such.
func (sc playedScript) compare(t *testing.T, r tsharkConnection) {
	t.Helper()
	e := sc.expected()
	https := chooseServerPort(sc.config, sc.steps) == serverPortHTTPS
	for _, a := range r.anomalies {
		t.Errorf("%s in\n%s", a, sc.text)
	}
	for _, d := range engine.Directions {
		got, want := r.records[d], e.records[d]
		if len(got) < len(want) || len(got) > len(want) && !e.unpredictable[d] {
			t.Errorf("%s: %d records, want %d in\n%s", d, len(got), len(want), sc.text)
			continue
		}
		for i, w := range want {
			if g := got[i]; g != w && !(https && g.kind == int(engine.TypeApplicationData) && g.length == w.length) {
				t.Errorf("%s: record %d is %v, want %v in\n%s", d, i+1, g, w, sc.text)
				break
			}
		}
	}
}
