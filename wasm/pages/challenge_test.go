package pages

import (
	"html"
	"slices"
	"strings"
	"testing"

	"closenotify/scenarios/challenges"
	"closenotify/wasm/site"
)

// TestChallengesAreWhole: a page has what its challenge has, and not the solution.
func TestChallengesAreWhole(t *testing.T) {
	pages := all(t)
	for _, c := range challenges.All() {
		i := slices.IndexFunc(pages, func(p site.Article) bool { return p.Path == Challenges+c.Name })
		if i < 0 {
			t.Fatalf("%s has no page", c.Name)
		}
		body := html.UnescapeString(string(pages[i].Body))
		parts := []string{c.Summary, c.Hint, `href="` + Stage + c.Name + `"`}
		for _, op := range c.Allowed {
			parts = append(parts, "<code>"+op.String()+"</code>")
		}
		for _, line := range c.Lines {
			parts = append(parts, "<code>"+line+"</code>")
		}
		for _, trial := range c.Trials[1:] {
			parts = append(parts, trial.Title)
		}
		for _, name := range c.Lessons {
			parts = append(parts, `href="`+Lessons+name+`"`)
		}
		for _, part := range parts {
			if !strings.Contains(body, part) {
				t.Errorf("%s lacks %q", c.Name, part)
			}
		}
		programs := 0
		for _, p := range c.Script.Programs {
			programs += min(len(p.Text), 1)
		}
		if n := strings.Count(body, `<pre class="chroma">`); n != programs {
			t.Errorf("%s shows %d programs, want %d", c.Name, n, programs)
		}
	}
}
