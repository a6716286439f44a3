package library

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios"
)

// TestClosings: every lesson has a closing within its limits, and its Try is
// possible.
func TestClosings(t *testing.T) {
	for _, s := range All() {
		c := s.Closing
		switch {
		case c.Seen == "":
			t.Errorf("%s has no closing: %+v", s.Name, c)
		case len(c.Seen) > scenarios.MaxSeen || len(c.Try.Text) > scenarios.MaxTry || len(c.Try.Outcome) > scenarios.MaxOutcome:
			t.Errorf("%s: the closing is too long: %d, %d and %d bytes", s.Name, len(c.Seen), len(c.Try.Text), len(c.Try.Outcome))
		case strings.Count(c.Seen, ". ") > 0 || !strings.HasSuffix(c.Seen, "."):
			t.Errorf("%s: %q is not one sentence", s.Name, c.Seen)
		case (c.Try.Step == "") != (c.Try.Outcome == "") || (c.Try.Step == "") != (c.Try.Text == ""):
			t.Errorf("%s: the try is half empty: %+v", s.Name, c.Try)
		}
		checkTry(t, s, c.Try)
	}
}

// checkTry compares a Try with its lesson: the step is not the one that follows anyway, and
// the peer has not been freed.
func checkTry(t *testing.T, s Lesson, try scenarios.Try) {
	t.Helper()
	if try.After < 1 || try.After > len(s.Script.Steps) {
		t.Errorf("%s: the try comes after step %d", s.Name, try.After)
		return
	}
	if try.Step == "" {
		return
	}
	op, err := engine.ParseOp(try.Step)
	if err != nil {
		t.Errorf("%s: %v", s.Name, err)
		return
	}
	before := s.Script
	before.Steps = before.Steps[:try.After]
	h, tip, err := before.Run()
	if err != nil {
		t.Fatal(err)
	}
	_, step, err := h.World(tip).Apply(op)
	follows := try.After < len(s.Script.Steps) && s.Script.Steps[try.After].Op == op
	if err != nil || follows || step.Fired(engine.RuleFreed) {
		t.Errorf("%s: %s after step %d: %v, follows anyway: %v", s.Name, op, try.After, err, follows)
	}
}
