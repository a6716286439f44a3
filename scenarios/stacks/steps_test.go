package stacks_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/explain"
	"closenotify/scenarios/library"
	"closenotify/scenarios/stacks"
)

// TestSteps: the steps that a row names return what it says.
func TestSteps(t *testing.T) {
	var programs compile.Cache
	for _, row := range stacks.All() {
		for _, s := range row.Steps {
			lesson, ok := library.Find(s.Lesson)
			if !ok {
				t.Errorf("%s names %s, which is no lesson", row.Name, s.Lesson)
				continue
			}
			w, err := programs.Start(lesson.Script)
			if err != nil {
				t.Fatal(err)
			}
			h, tip, err := lesson.Script.RunFrom(w)
			if err != nil {
				t.Fatal(err)
			}
			if got := outcome(h, tip, s.N); got != s.Text {
				t.Errorf("%s: step %d of %s returns %q, not %q", row.Name, s.N, s.Lesson, got, s.Text)
			}
		}
	}
}

// outcome is what step n returned.
func outcome(h engine.History, tip engine.NodeID, n int) string {
	path := h.Path(tip)
	if n < 1 || n >= len(path) {
		return "nothing: there is no such step"
	}
	if text := explain.Outcome(h.Step(path[n])); text != "" {
		return text
	}
	return "no result"
}
