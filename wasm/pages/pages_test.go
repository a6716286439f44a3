package pages

import (
	"html/template"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"closenotify/engine/script"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
	"closenotify/scenarios/stacks"
	"closenotify/wasm/site"
)

// made are the pages, for all tests.
var made = sync.OnceValues(func() ([]site.Article, error) { return All(os.DirFS("../../engine/testdata")) })

func all(t *testing.T) []site.Article {
	t.Helper()
	made, err := made()
	if err != nil {
		t.Fatal(err)
	}
	if len(made) < 5+len(library.All()) {
		t.Fatalf("%d pages for %d lessons", len(made), len(library.All()))
	}
	return made
}

// TestHeads: each page has an address, a title and a description of its own, and one heading.
func TestHeads(t *testing.T) {
	seen := map[string]string{}
	for _, p := range all(t) {
		for what, text := range map[string]string{"path": p.Path, "title": p.Title, "description": p.Description} {
			if other, twice := seen[what+text]; text == "" || twice {
				t.Errorf("%s: the %s %q is empty or that of %s", p.Path, what, text, other)
			}
			seen[what+text] = p.Path
		}
		if p.Picture == "" || len(p.Card) == 0 {
			t.Errorf("%s has no picture", p.Path)
		}
		if len(p.Description) > 400 {
			t.Errorf("%s: the description has %d bytes", p.Path, len(p.Description))
		}
		if n := strings.Count(string(p.Body), "<h1"); n != 1 {
			t.Errorf("%s has %d headings of the first level", p.Path, n)
		}
	}
}

// address finds the addresses in a page.
var address = regexp.MustCompile(` href="([^"]*)"`)

// TestLinks: every link within the site leads to a page, and to a place in it.
func TestLinks(t *testing.T) {
	pages := all(t)
	find := func(path string) (site.Article, bool) {
		i := slices.IndexFunc(pages, func(p site.Article) bool { return p.Path == path })
		if i < 0 {
			return site.Article{}, false
		}
		return pages[i], true
	}
	checked := 0
	for _, p := range pages {
		for _, found := range address.FindAllStringSubmatch(string(p.Body), -1) {
			path, place, _ := strings.Cut(found[1], "#")
			if path == "" {
				path = p.Path
			}
			if name, isStage := strings.CutPrefix(path, Stage); isStage || path == "/" {
				if library.Shipped().With(challenges.Entries()...).Entry(name) == nil && isStage {
					t.Errorf("%s links to %s, which is no stage", p.Path, path)
				}
				if _, err := link.Decode(library.Shipped(), place, script.Codes{}); place != "" && err != nil {
					t.Errorf("%s links to %s: %v", p.Path, found[1], err)
				}
				continue
			}
			if !strings.HasPrefix(path, "/") {
				continue
			}
			checked++
			to, ok := find(path)
			if !ok || place != "" && !strings.Contains(string(to.Body), ` id="`+place+`"`) {
				t.Errorf("%s links to %s, which is not there", p.Path, found[1])
			}
		}
	}
	if checked < 3*len(library.All()) {
		t.Errorf("only %d links were checked", checked)
	}
}

// TestLessonsAreWhole: a page has what its lesson has.
func TestLessonsAreWhole(t *testing.T) {
	for i, p := range all(t)[1 : 1+len(library.All())] {
		l := library.All()[i]
		body := string(p.Body)
		for _, part := range []string{`<svg `, `<ol class="steps">`, `id="sources"`, `href="` + Stage + l.Name + `"`} {
			if !strings.Contains(body, part) {
				t.Errorf("%s lacks %s", p.Path, part)
			}
		}
		if steps := strings.Count(body, `<li><p class="call `); steps != len(l.Script.Steps) {
			t.Errorf("%s has %d steps, want %d", p.Path, steps, len(l.Script.Steps))
		}
		rows := stacks.For(l.Name)
		if tables := strings.Count(body, `<h3 id="stacks-`); tables != len(rows) {
			t.Errorf("%s has %d tables of other programs, want %d", p.Path, tables, len(rows))
		}
		for _, row := range rows {
			for _, c := range row.Cells {
				if !strings.Contains(body, template.HTMLEscapeString(c.Text+c.Reason)) {
					t.Errorf("%s does not say what %s says: %q", p.Path, c.Stack, c.Text+c.Reason)
				}
			}
		}
		if code := strings.Count(body, `<pre class="chroma">`); (code > 0) != (l.Wrong != nil) {
			t.Errorf("%s shows %d programs", p.Path, code)
		}
		if strings.Contains(body, "<style") || strings.Contains(body, "<script") {
			t.Errorf("%s has a style or a script, which the policy of the site refuses", p.Path)
		}
	}
}
