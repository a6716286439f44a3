package engine_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// TestWorldsWithProgramsAreValues: a step leaves the World before it alone, so each can be
// applied again, and a History that goes through the steps of run has the same moments.
func TestWorldsWithProgramsAreValues(t *testing.T) {
	for name, text := range programScripts(t) {
		s, err := script.Parse(conformance.WithProfile(text, engine.DefaultProfile, engine.TLS13.String()))
		if err != nil {
			t.Fatal(err)
		}
		first, err := compile.Start(s)
		if err != nil {
			t.Fatal(err)
		}
		var trace []string
		before := first
		err = s.Play(first, func(_ int, step engine.Step, w engine.World) {
			line := string(script.AppendJSON(nil, step, w))
			again, stepAgain, err := before.Apply(step.Op)
			if got := string(script.AppendJSON(nil, stepAgain, again)); err != nil || !hasBound(step) && got != line {
				t.Errorf("%s: step %d does\n%s, and the second time\n%s", name, step.N, line, got)
			}
			if !hasBound(step) {
				trace = append(trace, line)
			}
			before = w
		})
		if err != nil {
			t.Fatal(err)
		}
		h, tip, err := s.RunFrom(first)
		if err != nil {
			t.Fatal(err)
		}
		path := h.Path(tip)[1:]
		i := 0
		for _, id := range path {
			line := string(script.AppendJSON(nil, h.Step(id), h.World(id)))
			if i < len(trace) && trace[i] == line {
				i++
			}
		}
		if i != len(trace) || len(path)-len(trace) > 1 {
			t.Errorf("%s: the history has %d moments, %d of %d as played", name, len(path), i, len(trace))
		}
	}
}

// hasBound reports whether a step is the last of a run that was cut off, which the same step by
// itself is not.
func hasBound(s engine.Step) bool {
	ran, _ := s.Program()
	return ran.Bound
}
