package predict_test

import (
	"slices"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/predict"
)

// TestBecause: the right reason is a rule that decided the step, the others are not, and most
// questions have one.
func TestBecause(t *testing.T) {
	asked, all := 0, 0
	place := map[int]int{}
	for name, s := range lessons(t) {
		h, path := run(t, s)
		for _, q := range questions(h, path, 1) {
			all++
			r, ok := predict.Because(h, path, q)
			if !ok {
				continue
			}
			asked++
			place[r.Right]++
			var fired []string
			for _, rule := range h.Step(path[q.Step]).Rules() {
				fired = append(fired, rule.Sentence)
			}
			for i, sentence := range r.Choices {
				if slices.Contains(fired, sentence) != (i == r.Right) {
					t.Errorf("%s, %q: %q", name, q.Text, sentence)
				}
			}
			if len(r.Choices) < 3 || r.Choices[r.Right] != r.Rule.Sentence || predict.Why(h, path, q) != r.Rule.Sentence {
				t.Errorf("%s, %q: %+v", name, q.Text, r)
			}
		}
	}
	t.Logf("%d of %d questions have a reason to ask for", asked, all)
	if asked*10 < all*8 {
		t.Errorf("only %d of %d questions have a reason", asked, all)
	}
	for i := range 4 {
		if place[i]*8 < asked {
			t.Errorf("the right reason is in place %d of 4 only %d times of %d", i+1, place[i], asked)
		}
	}
}

// TestBecauseOf: the rule that decides the aspect, not the first of the step.
func TestBecauseOf(t *testing.T) {
	h, path := play(t, "client SSL_shutdown\nclient SSL_shutdown\nserver SSL_read 100\nserver close\nclient SSL_shutdown")
	for _, c := range []struct {
		step   int
		aspect predict.Aspect
		rule   *engine.Rule
	}{
		{1, predict.Returns, engine.RuleHalfClosed},
		{1, predict.Error, engine.RuleSyscallAfterZero},
		{1, predict.Flags, engine.RuleSendCloseNotify},
		{1, predict.Wire, engine.RuleSendCloseNotify},
		{2, predict.Returns, engine.RuleWantRead},
		{2, predict.Wire, engine.RuleAwaitCloseNotify},
		{3, predict.Returns, engine.RuleCloseNotifyReceived},
		{3, predict.Error, engine.RuleZeroReturn},
		{4, predict.Wire, engine.RuleClose},
		{5, predict.Returns, engine.RuleUnexpectedEOF},
	} {
		q, ok := predict.Question{Step: c.step, Aspect: c.aspect}, false
		for _, asked := range predict.Questions(h, path, c.step) {
			if asked.Aspect == c.aspect {
				q, ok = asked, true
			}
		}
		if r, has := predict.Because(h, path, q); !ok || !has || r.Rule.Name != c.rule.Name {
			t.Errorf("step %d, %s: %v %q, want %q", c.step, c.aspect, has, r.Rule.Name, c.rule.Name)
		}
	}
}

// TestPlaces: the right choice stands in each place about as often as in any other, and is not
// longer than the others.
func TestPlaces(t *testing.T) {
	place, of4 := map[int]int{}, 0
	longest, all := 0, 0
	for _, s := range lessons(t) {
		h, path := run(t, s)
		for _, q := range questions(h, path, 1) {
			all++
			if len(q.Choices) == 4 {
				of4++
				place[q.Right]++
			}
			right := len(q.Choices[q.Right].Text)
			if !slices.ContainsFunc(q.Choices, func(c predict.Choice) bool { return len(c.Text) > right }) {
				longest++
			}
		}
	}
	for i := range 4 {
		if place[i]*8 < of4 || place[i]*5 > of4*2 {
			t.Errorf("the right one is in place %d of 4 %d times of %d", i+1, place[i], of4)
		}
	}
	t.Logf("%d right choices of %d are the longest", longest, all)
	if longest*2 > all {
		t.Errorf("%d right choices of %d are the longest", longest, all)
	}
}
