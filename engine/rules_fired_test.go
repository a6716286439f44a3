package engine_test

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// TestRulesAreListedOnce: a rule that decides twice in a step, as with two tickets
// in one read, is listed once; and no step fires more than it can list.
func TestRulesAreListedOnce(t *testing.T) {
	longest := 0
	for _, s := range recordedScripts(t) {
		h, tip, err := s.Run()
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range h.Path(tip)[1:] {
			rules := names(h.Step(id))
			longest = max(longest, len(rules))
			if slices.Sort(rules); len(slices.Compact(slices.Clone(rules))) != len(rules) {
				t.Errorf("step %q lists %q", h.Step(id).Op, rules)
			}
		}
	}
	if longest >= 12 {
		t.Errorf("a step fires %d rules, as many as it can list or more", longest)
	}
}

// names are those of the rules that decided a step.
func names(s engine.Step) []string {
	var list []string
	for _, r := range s.Rules() {
		list = append(list, r.Name)
	}
	return list
}
