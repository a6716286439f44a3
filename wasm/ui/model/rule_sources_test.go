package model

import (
	"testing"

	"closenotify/engine/explain"
	"closenotify/scenarios/library"
)

// TestEverySourceOfARuleCanBeRead: in the shipped scenarios, each manual page and RFC has an
// address.
func TestEverySourceOfARuleCanBeRead(t *testing.T) {
	seen := 0
	for _, s := range library.All() {
		m := press(t, newModel(), "open-preset "+s.Name)
		for at := 1; at <= m.Len(); at++ {
			for _, r := range m.Step(at).Rules() {
				for _, c := range append(explain.CitationsOf(r.Man, "L"), explain.CitationsOf(r.RFC, "L")...) {
					seen++
					if c.URL == "" {
						t.Errorf("%s, step %d: %q has no address", s.Name, at, c.Text)
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no rule names a source")
	}
}
