package sheet

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

// of makes the questions about a script.
func of(t *testing.T, text string, all bool) []Question {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	w, err := compile.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	h, id, err := s.RunFrom(w)
	if err != nil {
		t.Fatal(err)
	}
	return Of(s, h, h.Path(id), all, func(s script.Script, step int) string {
		text, err := link.Encode(scenarios.Library{}, s, step-1, script.Codes{})
		if err != nil {
			t.Error(err)
		}
		return text
	})
}

// TestOf: the script of a question shows its answer, and the script and the link of a nearest scenario
// are the same.
func TestOf(t *testing.T) {
	questions := of(t, "server SSL_write 40\ns2c fin\nclient SSL_read 100\nclient SSL_read 100\n", true)
	aspects := map[string]bool{}
	for _, q := range questions {
		aspects[q.Aspect] = true
		right := 0
		for _, c := range q.Choice {
			if c.Why == "" {
				t.Errorf("%s: nothing is said about %q", q.Text, c.Text)
			}
			if c.Right {
				right++
				checkAnswer(t, q, c.Answer)
			}
			if c.Nearest == nil {
				continue
			}
			got, err := link.Decode(scenarios.Library{}, c.Nearest.Link, script.Codes{})
			if err != nil || got.Script.String() != c.Nearest.Script || got.Step != c.Nearest.Step-1 {
				t.Errorf("the link %q opens step %d of\n%s%v, want\n%s", c.Nearest.Link, got.Step, got.Script, err, c.Nearest.Script)
			}
		}
		if right != 1 {
			t.Errorf("%s: %d right choices", q.Text, right)
		}
	}
	for _, want := range []string{"returns", "error", "wire", "peer"} {
		if !aspects[want] {
			t.Errorf("there is no question about %s", want)
		}
	}
	picks := of(t, "server SSL_write 40\ns2c fin\nclient SSL_read 100\nclient SSL_read 100\n", false)
	if len(picks) == 0 || len(picks) >= len(questions) || slices.ContainsFunc(picks, func(q Question) bool { return !q.Pick }) {
		t.Errorf("%d of %d questions are picked", len(picks), len(questions))
	}
}

// checkAnswer plays the script of a question and compares the last step with the answer.
func checkAnswer(t *testing.T, q Question, a Answer) {
	t.Helper()
	s, err := script.Parse(q.Script)
	if err != nil {
		t.Fatal(err)
	}
	h, id, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	step := h.Step(id)
	if a.Ret != nil && *a.Ret != step.Ret || a.Error != "" && a.Error != step.Error.String() {
		t.Errorf("%s: the script ends with %d %s\n%s", q.Text, step.Ret, step.Error, q.Script)
	}
}

// TestAnswers: each aspect in the words of a trace.
func TestAnswers(t *testing.T) {
	for aspect, want := range map[string]string{
		"returns": `{"ret":0}`, "error": `{"error":"SSL_ERROR_SYSCALL"}`,
		"flags": `{"client":{"set":"SENT","cleared":"0"},"server":{"set":"0","cleared":"0"}}`,
		"wire":  `{"sent":["close_notify"]}`, "peer": `{"ret":0,"error":"SSL_ERROR_ZERO_RETURN"}`, "means": `{"meaning":"half-done"}`,
	} {
		found := false
		for _, q := range of(t, "client SSL_shutdown\n", true) {
			for _, c := range q.Choice {
				if q.Aspect == aspect && c.Right {
					text, err := json.Marshal(c.Answer)
					if found = true; err != nil || string(text) != want {
						t.Errorf("%s: %s, %v, want %s", aspect, text, err, want)
					}
				}
			}
		}
		if !found {
			t.Errorf("no question about %s", aspect)
		}
	}
}

// TestOfLesson: a lesson has questions for each connection, and scripts that play on it.
func TestOfLesson(t *testing.T) {
	found, ok := library.Find("truncation")
	if !ok {
		t.Fatal("the lesson is gone")
	}
	l, err := OfLesson(found.Name, found.Script, compile.Start)
	if err != nil {
		t.Fatal(err)
	}
	used := map[int]bool{}
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			list := l.Connections[p.Name+" "+v.String()]
			if len(list) == 0 {
				t.Errorf("no questions for %s %s", p.Name, v)
			}
			for _, i := range list {
				used[i] = true
				checkNearest(t, l.Questions[i], p.Name)
			}
		}
	}
	if len(used) != len(l.Questions) || len(l.Questions) > 28 {
		t.Errorf("%d of %d questions are used", len(used), len(l.Questions))
	}
	if list, wrong := Unexplained(l.Questions); wrong < 10 || len(list)*10 > wrong {
		t.Errorf("%d of %d wrong choices are not explained: %q", len(list), wrong, list)
	}
}

// checkNearest: the scripts of a lesson's file name a release only if it is another one.
func checkNearest(t *testing.T, q Question, profile string) {
	t.Helper()
	for _, c := range q.Choice {
		if c.Nearest == nil {
			continue
		}
		s, err := script.Parse(c.Nearest.Script)
		if err != nil || s.Config.Profile == profile || strings.HasPrefix(c.Why, "It would return 0 if this were") != (s.Config.Profile != "") && q.Aspect == "returns" && c.Text == "It returns 0." {
			t.Errorf("%s, %v:\n%s", c.Why, err, c.Nearest.Script)
		}
		if s.Steps[c.Nearest.Step-1].Note != c.Why {
			t.Errorf("the step is narrated by %q, want %q", s.Steps[c.Nearest.Step-1].Note, c.Why)
		}
	}
}

// TestText: what is printed for people.
func TestText(t *testing.T) {
	var b strings.Builder
	if err := Text(&b, of(t, "client SSL_shutdown\n", true)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"1. step 1, returns: The client calls SSL_shutdown(). What does the call return?\n",
		"   * It returns 0.\n", "   - It returns 1.\n       It would return 1 if ", "       success-is-1: If SSL_shutdown has worked, it returns 1.\n",
		"   because\n", "\n\n2. step 1, error: ",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}
