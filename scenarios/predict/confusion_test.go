package predict_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/predict"
)

// sourceForm is the form of a source: a manual page with its section, a section of an RFC, or a
// public report.
var sourceForm = regexp.MustCompile(`\w+\(\d\)|RFC \d+ §\d|[\w.-]+#\d+|[\w-]+/[\w-]+,`)

// TestConfusions: each has a name, two sentences and a source.
func TestConfusions(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range predict.Confusions {
		if seen[c.ID] || strings.Trim(c.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || c.ID == "" {
			t.Errorf("the ID %q is no slug, or stands twice", c.ID)
		}
		seen[c.ID] = true
		for _, text := range []string{c.Belief, c.Truth} {
			if !strings.HasSuffix(text, ".") || len(text) > 260 {
				t.Errorf("%s: %q", c.ID, text)
			}
		}
		if !sourceForm.MatchString(c.Source) || !slices.Contains(predict.Aspects[:], c.Aspect) {
			t.Errorf("%s: the source %q, the aspect %d", c.ID, c.Source, c.Aspect)
		}
		if got, ok := predict.ConfusionNamed(c.ID); !ok || got != c {
			t.Errorf("%s is not found", c.ID)
		}
	}
	if len(predict.Confusions) < 20 {
		t.Errorf("there are only %d", len(predict.Confusions))
	}
	if _, ok := predict.ConfusionNamed("no-such"); ok {
		t.Error("a confusion that there is not is found")
	}
}

// TestConfusionsAreAmongTheChoices: where a confusion leads to a wrong answer, it is a choice, and
// each confusion is in some lesson or in one of these scripts.
func TestConfusionsAreAmongTheChoices(t *testing.T) {
	seen := map[string]bool{}
	check := func(name string, h engine.History, path []engine.NodeID) {
		for _, q := range questions(h, path, 1) {
			for _, c := range predict.Confusions {
				a, fits := predict.Wrong(c, h, path, q.Step)
				if c.Aspect != q.Aspect || !fits || a.Text() == q.Choices[q.Right].Text {
					continue
				}
				seen[c.ID] = true
				if !slices.ContainsFunc(q.Choices, func(choice predict.Choice) bool {
					return choice.Text == a.Text() && slices.Contains(choice.Confusions, c)
				}) {
					t.Errorf("%s, step %d, %s: %s leads to %q, not among %q", name, q.Step, q.Aspect, c.ID, a.Text(), texts(q))
				}
			}
		}
	}
	for name, s := range lessons(t) {
		for i, p := range engine.Profiles() {
			h, path := run(t, under(s, p.Name, engine.Versions[i%2]))
			check(name, h, path)
		}
	}
	for _, text := range showing {
		h, path := play(t, text)
		check(text, h, path)
	}
	for _, c := range predict.Confusions {
		if !seen[c.ID] {
			t.Errorf("nothing shows %s", c.ID)
		}
	}
}

// showing are scripts that show confusions which the lessons may not.
var showing = []string{
	"client SSL_set_shutdown SENT\nclient SSL_set_shutdown RECEIVED\nserver SSL_shutdown\nserver close",
	"client SSL_write 0\nclient SSL_shutdown\nclient SSL_write 5\nclient SSL_read 5",
	"client keep_errors on\nclient SSL_shutdown\nclient SSL_write 5\nclient SSL_read 5",
	"client SSL_shutdown\ns2c fin\nclient SSL_read 5\nclient SSL_shutdown\nclient SSL_read 5",
	"server SSL_write 10\nclient close\nserver SSL_read 5",
	"c2s capacity 10\nclient SSL_shutdown\ns2c reset\nserver SSL_read 10",
	"client SSL_shutdown\nserver SSL_write 10\nclient SSL_shutdown\nclient SSL_shutdown",
	"server SSL_shutdown\nclient SSL_read 5\nclient SSL_write 5\nclient SSL_shutdown\nc2s inject alert",
	"client SSL_set_quiet_shutdown 1\nclient SSL_shutdown\nclient SSL_free",
}
