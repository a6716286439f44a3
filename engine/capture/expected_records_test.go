package capture

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// scenario is a script that has been played.
type scenario struct {
	text   string
	config engine.Config
	steps  []engine.Step
}

// playScript plays a script.
func playScript(t *testing.T, text string) scenario {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	sc := scenario{text: text, config: h.World(0).Config()}
	for _, id := range h.Path(tip)[1:] {
		sc.steps = append(sc.steps, h.Step(id))
	}
	return sc
}

// expectation is what a reader of a capture must see.
type expectation struct {
	version engine.Version
	fates   map[engine.RecordID]fate
	last    [2]engine.Move // by direction
	shaken  bool
	records [2][]shown
	over    [2]bool // nothing can be expected of what is behind the records
}

// expected goes through a scenario and does not look at bytes. A reader loses its
// way behind a record that is damaged, or torn apart by something else, and at a
// second handshake in plain text in TLS 1.2.
func (sc scenario) expected() *expectation {
	e := &expectation{version: sc.config.Version}
	take := func(s engine.Step) {
		if s.Op.Verb == engine.VerbFIN && e.open(s.Op.Dir) {
			e.over[s.Op.Dir] = true
		}
		for _, m := range s.Moves() {
			if m.Kind == engine.Queued || m.Kind == engine.Injected {
				e.take(m)
			}
		}
	}
	for _, s := range prelude(sc.config) {
		take(s)
	}
	e.fates = fatesOf(sc.steps)
	for _, s := range sc.steps {
		take(s)
	}
	return e
}

// open reports whether a record has not yet been written whole.
func (e *expectation) open(d engine.Direction) bool {
	m := e.last[d]
	return m.Kind != 0 && m.To < m.Record.WireLength(e.version)
}

func (e *expectation) take(m engine.Move) {
	d, r := m.Dir, m.Record
	if e.open(d) && (e.last[d].Record.ID != r.ID || e.last[d].To != m.From) {
		e.over[d] = true
	}
	e.last[d] = m
	if r.Message == engine.ClientHello && r.Type == engine.TypeHandshake && r.Epoch == 0 && m.From == 0 {
		if e.shaken && e.version == engine.TLS12 {
			e.over = [2]bool{true, true}
		}
		e.shaken = true
	}
	if len(e.fates[r.ID].flipped) > 0 {
		e.over[d] = true
	}
	if e.over[d] || e.open(d) {
		return
	}
	s := shown{int(r.Type), r.WireLength(e.version) - HeaderLength, hidden}
	switch r.Type {
	case engine.TypeAlert:
		s.inside = alertOf(int(r.Alert.Level), int(r.Alert.Description))
	case engine.TypeHandshake:
		s.inside = int(r.Message)
	case engine.TypeApplicationData:
		if r.Protected(e.version) { // of data in plain text tshark makes nothing
			s.inside = r.Length
		}
	}
	e.records[d] = append(e.records[d], s)
}

// compare holds a reading against what is expected. Data behind HTTPS's port are not
// shown as such.
func (sc scenario) compare(t *testing.T, r reading) {
	t.Helper()
	e := sc.expected()
	https := serverPortOf(sc.config, sc.steps) == serverPortHTTPS
	for _, a := range r.anomalies {
		t.Errorf("%s in\n%s", a, sc.text)
	}
	for _, d := range engine.Directions {
		got, want := r.records[d], e.records[d]
		if len(got) < len(want) || len(got) > len(want) && !e.over[d] {
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
