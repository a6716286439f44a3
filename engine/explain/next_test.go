package explain_test

import (
	"slices"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// TestAdvisedCallsAreNotRefused makes every call that the page advises, right after the
// step, in every recorded script and shipped scenario.
func TestAdvisedCallsAreNotRefused(t *testing.T) {
	texts := recordings(t)
	for _, text := range shippedScripts(t) {
		texts[text] = text
	}
	made := 0
	for name, text := range texts {
		h, path := play(t, text)
		for _, id := range path[1:] {
			e, _ := explain.ErrorOf(h, id)
			for _, verb := range []engine.Verb{e.Advice.Call, callOfAdvice(h.Step(id), explain.Next(h, id))} {
				if verb == 0 {
					continue
				}
				made++
				op := engine.Op{Verb: verb, Role: h.Step(id).Op.Role, N: 100}
				if !verb.TakesArgument() {
					op.N = 0
				}
				_, s, err := h.World(id).Apply(op)
				if err != nil || isRefusal(s) {
					t.Errorf("%s: after %s, the page advises %s: %s (%s), %v", name, explain.Line(h.Step(id)), op, explain.Line(s), s.Reason, err)
				}
			}
		}
	}
	if made == 0 {
		t.Error("no call is advised")
	}
}

// callOfAdvice is the call that a rule's advice names.
func callOfAdvice(s engine.Step, advice string) engine.Verb {
	rules := s.Rules()
	if i := slices.IndexFunc(rules, func(r engine.Rule) bool { return advice != "" && r.Advice == advice }); i >= 0 {
		return rules[i].Call
	}
	return 0
}

// isRefusal reports whether a call failed for what the application did, by what the
// application sees.
func isRefusal(s engine.Step) bool {
	switch s.Reason {
	case "protocol is shutdown", "shutdown while in init", "bad write retry", "bad length":
		return true
	}
	return !s.Returned && !s.Blocked || s.Error == engine.ErrorSyscall && s.Ret < 0 && s.Errno == 0 && s.Reason == ""
}
