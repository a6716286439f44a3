package capture

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// playedScript is a script and its steps.
type playedScript struct {
	text   string
	config engine.Config
	steps  []engine.Step
}

// playScript parses and runs a script.
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
	p := playedScript{text: text, config: h.World(0).Config()}
	for _, id := range h.Path(tip)[1:] {
		p.steps = append(p.steps, h.Step(id))
	}
	return p
}

// expectedRecords is what a reader of a capture must see.
type expectedRecords struct {
	version       engine.Version
	damage        map[engine.RecordID]recordDamage
	last          [2]engine.ByteMove // by direction
	sawHello      bool
	records       [2][]shownRecord
	unpredictable [2]bool // what the reader sees after the records is not checked
}

// expected derives the records from the steps, without the bytes. A reader cannot
// follow a direction after a damaged record, after a record that other bytes
// interrupt, or, in TLS 1.2, after a second plaintext handshake.
func (p playedScript) expected() *expectedRecords {
	e := &expectedRecords{version: p.config.Version}
	add := func(s engine.Step) {
		if s.Op.Verb == engine.VerbFIN && e.recordUnfinished(s.Op.Dir) {
			e.unpredictable[s.Op.Dir] = true
		}
		for _, m := range s.ByteMoves() {
			if m.Kind == engine.Queued || m.Kind == engine.Injected {
				e.addMove(m)
			}
		}
	}
	for _, s := range startSteps(p.config) {
		add(s)
	}
	e.damage = damageByRecord(p.steps)
	for _, s := range p.steps {
		add(s)
	}
	return e
}

// recordUnfinished reports whether the last record is only written in part.
func (e *expectedRecords) recordUnfinished(d engine.Direction) bool {
	m := e.last[d]
	return m.Kind != 0 && m.To < m.Record.WireLength(e.version)
}

// addMove takes the bytes that a move writes. A record counts when its last byte
// is written.
func (e *expectedRecords) addMove(m engine.ByteMove) {
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
	plainData := e.version == engine.TLS13 && r.Type == engine.TypeApplicationData && !r.Protected(e.version)
	if len(e.damage[r.ID].flippedBytes) > 0 || r.BareNonce || plainData { // tshark tries to decrypt it
		e.unpredictable[d] = true
	}
	if !e.unpredictable[d] && !e.recordUnfinished(d) {
		e.records[d] = append(e.records[d], e.shown(r))
	}
}

// shown gives a record as tshark must show it.
func (e *expectedRecords) shown(r engine.Record) shownRecord {
	s := shownRecord{int(r.Type), r.WireLength(e.version) - HeaderLength, undecrypted}
	switch {
	case r.Type == engine.TypeAlert:
		s.content = alertNumber(int(r.Alert.Level), int(r.Alert.Description))
	case r.Type == engine.TypeHandshake:
		s.content = int(r.Message)
	case r.Type == engine.TypeApplicationData && r.Protected(e.version): // tshark does not show plaintext data
		s.content = r.Length
	}
	return s
}

// compare checks what tshark shows of the script's connection. On port 443, tshark
// does not show the length of the data.
func (p playedScript) compare(t *testing.T, shown tsharkConnection) {
	t.Helper()
	e := p.expected()
	https := chooseServerPort(p.config, p.steps) == serverPortHTTPS
	for _, a := range shown.anomalies {
		t.Errorf("%s in\n%s", a, p.text)
	}
	for _, d := range engine.Directions {
		got, want := shown.records[d], e.records[d]
		if len(got) < len(want) || len(got) > len(want) && !e.unpredictable[d] {
			t.Errorf("%s: %d records, want %d in\n%s", d, len(got), len(want), p.text)
			continue
		}
		for i, w := range want {
			if g := got[i]; g != w && !(https && g.contentType == int(engine.TypeApplicationData) && g.length == w.length) {
				t.Errorf("%s: record %d is %v, want %v in\n%s", d, i+1, g, w, p.text)
				break
			}
		}
	}
}
