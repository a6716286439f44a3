package find

import (
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/scenarios"
	"closenotify/scenarios/library"
)

// A form is a text that somebody has met, and the lessons that may come first.
type form struct {
	where   string
	lessons []string
	text    string
}

// forms reads a file of blocks. Each begins with "== LESSON|LESSON SOURCE"; "none" stands for
// texts that belong to no lesson.
func forms(t *testing.T, file string) []form {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var list []form
	for i, block := range strings.Split("\n"+string(text), "\n== ")[1:] {
		head, text, _ := strings.Cut(block, "\n")
		names, where, ok := strings.Cut(head, " ")
		if !ok || strings.TrimSpace(text) == "" {
			t.Fatalf("%s: block %d, %q, has no source or no text", file, i+1, head)
		}
		list = append(list, form{where, strings.Split(names, "|"), text})
	}
	return list
}

// index is the Index of the library, with empty lessons for those that the tables mention and
// the library does not have yet.
func index(t testing.TB) *Index {
	t.Helper()
	lessons := library.All()
	x, err := New(lessons)
	if err != nil {
		t.Fatal(err)
	}
	added := 0
	for _, name := range x.Missing {
		if !strings.HasPrefix(name, "rule ") {
			lessons, added = append(lessons, library.Lesson{Scenario: scenarios.Scenario{Name: name}}), added+1
		}
	}
	if added > 0 {
		t.Logf("the library does not have these yet: %v", x.Missing)
		if x, err = New(lessons); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

// right reports whether the answer is what the form wants.
func (f form) right(a Answer) bool {
	if f.lessons[0] == "none" {
		return !a.Found
	}
	return a.Found && slices.Contains(f.lessons, a.Lessons[0].Name)
}

func TestTable(t *testing.T) {
	x := index(t)
	for _, f := range forms(t, "table.txt") {
		if a := x.Find(f.text); !f.right(a) {
			t.Errorf("%s: %s\nwant %v, have\n%s", f.where, f.text, f.lessons, a.Report())
		}
	}
}

func TestMore(t *testing.T) {
	x := index(t)
	for _, f := range forms(t, "more.txt") {
		if a := x.Find(f.text); !f.right(a) {
			t.Errorf("%s: %s\nwant %v, have\n%s", f.where, f.text, f.lessons, a.Report())
		}
	}
}
