package model

import (
	"strconv"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/stacks"
)

// TestElsewhere goes to every step that was measured in other programs, and to the one before.
func TestElsewhere(t *testing.T) {
	for _, row := range stacks.All() {
		for _, s := range row.Steps {
			m := under(t, s.Lesson, engine.DefaultProfile, engine.TLS13)
			m, _ = Update(m, Seek{s.N})
			if got, want := SceneOf(m).Panels.Why.Elsewhere, "/lessons/"+s.Lesson+"#stacks-"+strconv.Itoa(s.N); got != want {
				t.Errorf("step %d of %s leads to %q, want %q", s.N, s.Lesson, got, want)
			}
		}
	}
}

// TestNothingElsewhere: a step of somebody's own has no words in other programs, and neither has
// a step of a lesson that was not measured.
func TestNothingElsewhere(t *testing.T) {
	m := under(t, "unexpected-eof", engine.DefaultProfile, engine.TLS13)
	m, _ = Update(m, Seek{3})
	if got := SceneOf(m).Panels.Why.Elsewhere; got != "" {
		t.Errorf("step 3 leads to %q", got)
	}
	m = press(t, m, "act client SSL_shutdown")
	if got := SceneOf(m).Panels.Why.Elsewhere; m.At != 4 || got != "" {
		t.Errorf("step %d of another branch leads to %q", m.At, got)
	}
}
