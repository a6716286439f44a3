package model

import (
	"strings"
	"testing"
)

func TestTroubleHasTextAndCode(t *testing.T) {
	for name, want := range map[string]struct {
		at          int
		exact, code string
		from        int
	}{
		"truncation":              {4, "error:0A000126:SSL routines::unexpected eof while reading", "truncated = ", 2},
		"data-after-close-notify": {4, "error:0A000123:SSL routines::application data after close notify", "SSL_read", 2},
		"client-closes-first":     {3, "", "half of it is done", 0},
	} {
		w, ok := shippedDraft(name)
		if !ok {
			t.Fatalf("no scenario %s", name)
		}
		m := New()
		m.Draft = w
		m, _ = Update(m, Seek{want.at})
		why := SceneOf(m).Panels.Why
		if why.Error.QueueText != want.exact || !strings.Contains(why.Error.Code, want.code) {
			t.Errorf("%s, step %d: %+v", name, want.at, why.Error)
		}
		found := want.from == 0
		for _, o := range why.Causes {
			found = found || o.Step == want.from
		}
		if !found {
			t.Errorf("%s, step %d comes of %+v, want step %d", name, want.at, why.Causes, want.from)
		}
	}
}

// TestEveryErrorOfTheLibraryHasARemedy: in no shipped scenario is there an error
// without advice and code.
func TestEveryErrorOfTheLibraryHasARemedy(t *testing.T) {
	errors, m := 0, New()
	for _, c := range m.scenarioChoices() {
		for _, choice := range c.Choices {
			name, isShipped := strings.CutPrefix(choice.Value, "open-preset ")
			if !isShipped {
				continue
			}
			w, _ := shippedDraft(name)
			for i := 1; i <= w.Len(); i++ {
				if trouble, ok := errorInfoOf(w.Step(i), w.Config.Profile); ok {
					errors++
					if trouble.Advice == "" || trouble.Code == "" {
						t.Errorf("%s, step %d: %+v", name, i, trouble)
					}
				}
			}
		}
	}
	if errors < 20 {
		t.Errorf("only %d errors in all scenarios", errors)
	}
}
