package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestMoves: which bytes of which record moved in the last step.
func TestMoves(t *testing.T) {
	for _, c := range []struct{ steps, want string }{
		{"c2s corrupt", ""},
		{"c2s truncate", ""},
		{"client SSL_write 10", "queued 1:0-32"},
		{"c2s capacity 0|client SSL_write 10", ""},
		{"c2s capacity 10|client SSL_write 10", "queued 1:0-10"},
		{"c2s capacity 10|client SSL_write 10|client SSL_write 10", ""},
		{"c2s capacity 10|client SSL_write 10|c2s capacity 15|client SSL_write 10", "queued 1:10-15"},
		{"client SSL_write 10|c2s corrupt", "damaged 1:31-32"},
		{"client SSL_write 10|c2s hold|client SSL_write 10|c2s corrupt", "damaged 2:31-32"},
		{"c2s hold|client SSL_write 10|client SSL_write 10|c2s deliver 40", "delivered 1:0-32 delivered 2:0-8"},
		{"client SSL_write 10|server SSL_read 100", "consumed 1:0-32"},
		{"c2s hold|client SSL_write 10|c2s deliver 10|server SSL_read 100", "consumed 1:0-5 consumed 1:5-10"},
		{"c2s hold|client SSL_write 10|c2s deliver 3|server SSL_read 100|c2s deliver all|server SSL_read 100", "consumed 1:3-5 consumed 1:5-32"},
		{"client SSL_write 10|client SSL_write 10|c2s truncate", "lost 1:0-32 lost 2:0-32"},
		{"client SSL_write 10|c2s inject alert", "injected 2:0-7"},
		{"c2s hold|client SSL_write 10|client SSL_write 10|server close|c2s deliver 32", "delivered 1:0-32 lost 1:0-32"},
	} {
		_, s := play(t, engine.Config{}, split(c.steps)...)
		var got []string
		for _, m := range s.ByteMoves() {
			got = append(got, fmt.Sprintf("%s %d:%d-%d", m.Kind, m.Record.ID, m.From, m.To))
			if m.Dir != engine.ClientToServer {
				t.Errorf("%s: %s", c.steps, m.Dir)
			}
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %q, want %q", c.steps, text, c.want)
		}
	}
	if _, s := play(t, engine.Config{}, "c2s fin"); s.ByteMoves() != nil || s.Events() != nil {
		t.Errorf("a step without moves has %#v, %#v", s.ByteMoves(), s.Events())
	}
}

// TestInjectedRecord: the attacker's record is a close_notify in plain text.
func TestInjectedRecord(t *testing.T) {
	w, s := play(t, engine.Config{}, "c2s inject alert")
	r := s.ByteMoves()[0].Record
	want := engine.Record{ID: 1, Sender: engine.Client, Type: engine.TypeAlert, Injected: true, Length: 2,
		Alert: engine.Alert{Level: engine.Warning, Description: engine.CloseNotify}}
	if r != want || w.Wire(engine.ClientToServer).Queued() != 7 || !r.IsCloseNotify() {
		t.Errorf("%+v, %d bytes", r, w.Wire(engine.ClientToServer).Queued())
	}
	if _, s, _ := w.Apply(op(t, "client SSL_write 1")); s.ByteMoves()[0].Record.ID != 2 {
		t.Errorf("the next record: %+v", s.ByteMoves())
	}
}
