package model

import (
	"strings"
	"testing"
)

func TestAFlagHighlightsItsStepAndItsRecord(t *testing.T) {
	m := press(t, newModel(), "last", "highlight 1 RECEIVED")
	s := SceneOf(m)
	for _, r := range s.Ladder.Rows {
		if r.Highlighted != (r.N == 4) {
			t.Errorf("row %d: highlighted %v", r.N, r.Highlighted)
		}
		for _, record := range r.Records {
			if record.Highlighted != (r.N == 3) {
				t.Errorf("%s of step %d: highlighted %v", record.Name, r.N, record.Highlighted)
			}
		}
	}
	if !s.Lanes[1].Pills[1].Highlighted || s.Lanes[0].Pills[1].Highlighted || s.Dock.Highlighted != 4 {
		t.Errorf("pills %+v, dock %d", s.Lanes, s.Dock.Highlighted)
	}
	if !strings.Contains(m.Status, "set in step 4") {
		t.Errorf("a screen reader hears %q", m.Status)
	}
	if s := SceneOf(press(t, m, "highlight 1 RECEIVED")); s.Dock.Highlighted != 0 {
		t.Error("pressed twice, the flag is still highlighted")
	}
	if s := SceneOf(press(t, m, "first")); s.Dock.Highlighted != 0 {
		t.Error("a flag that is not set highlights something")
	}
}
