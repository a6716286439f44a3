package model

import (
	"strings"
	"testing"
)

func TestAPrintTellsEverything(t *testing.T) {
	m := press(t, newModel(), "open-preset truncation")
	p := m.Printed()
	if p.Title != "Truncation" || p.Summary == "" || p.Connection != "OpenSSL 3.5, TLS 1.3. Start: after the handshake. Transport: socket." {
		t.Errorf("%+v", p)
	}
	if len(p.Steps) != m.Len() {
		t.Fatalf("%d of %d steps", len(p.Steps), m.Len())
	}
	if s := p.Steps[3]; !strings.Contains(s.Sentence, "unexpected eof") || s.Caption == "" {
		t.Errorf("step 4: %+v", s)
	}
}
