package inventory

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/replay"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict"
)

var (
	// To record what each release of OpenSSL did with the scripts, build the harnesses in
	// engine/conformance and run go test ./scenarios/inventory -run TestRecorded -record DIR
	record = flag.String("record", "", "record the scripts again with the harnesses in this folder")
	update = flag.Bool("update", false, "write testdata/forms.txt again")
)

func forms(t *testing.T) []Form {
	t.Helper()
	forms, err := Forms()
	if err != nil {
		t.Fatal(err)
	}
	return forms
}

// texts are the scripts by the name of the item, "a1".
func texts(t *testing.T) map[string]string {
	all := map[string]string{}
	for _, f := range forms(t) {
		for _, i := range f.Items {
			all[fmt.Sprint(f.Name, i.N)] = i.Script.String()
		}
	}
	return all
}

// TestRecorded: under every release and version the scripts do what OpenSSL did.
func TestRecorded(t *testing.T) {
	for _, err := range replay.CheckTraces("recorded.gz", *record, texts(t)) {
		t.Error(err)
	}
}

// TestParallel: both forms have twelve items. Items with the same number are about the same
// misconception, ask the same, and have other scripts; no misconception has two items, and the
// wrong choice that it leads to is there.
func TestParallel(t *testing.T) {
	both := forms(t)
	a, b := both[0], both[1]
	if len(both) != 2 || len(a.Items) != 12 || len(b.Items) != 12 || a.Label() != "A" || b.Label() != "B" {
		t.Fatalf("%d forms, %d and %d items", len(both), len(a.Items), len(b.Items))
	}
	about, scripts := map[string]bool{}, map[string]bool{}
	for n := range a.Items {
		x, y := a.Items[n], b.Items[n]
		if x.Confusion != y.Confusion || x.Question.Aspect != y.Question.Aspect || x.Lesson != y.Lesson {
			t.Errorf("item %d: %s (%s) and %s (%s)", n+1, x.Confusion.ID, x.Question.Aspect, y.Confusion.ID, y.Question.Aspect)
		}
		if about[x.Confusion.ID] {
			t.Errorf("%s has two items", x.Confusion.ID)
		}
		about[x.Confusion.ID] = true
		for _, i := range []Item{x, y} {
			text := i.Script.String()
			if scripts[text] || len(i.Script.Steps) > 6 {
				t.Errorf("item %d: the script stands twice, or is long:\n%s", i.N, text)
			}
			scripts[text] = true
			if !slices.ContainsFunc(i.Stands, func(list []*predict.Confusion) bool { return slices.Equal(list, []*predict.Confusion{i.Confusion}) }) {
				t.Errorf("item %d: no choice stands for %s alone", i.N, i.Confusion.ID)
			}
			if len(i.Stands[i.Question.Right]) > 0 {
				t.Errorf("item %d: the right choice stands for a misconception", i.N)
			}
		}
	}
}

// TestLessons: the lesson for a misconception shows it: one of its questions has it among its
// choices.
func TestLessons(t *testing.T) {
	key, err := KeyOf(forms(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(key.Confusions) < 12 || len(key.Confusions) != len(rows)+len(otherLessons) {
		t.Errorf("%d misconceptions, want %d", len(key.Confusions), len(rows)+len(otherLessons))
	}
	for id, c := range key.Confusions {
		l, ok := library.Find(c.Lesson)
		if !ok || c.Title != l.Title || c.Belief == "" || c.Truth == "" {
			t.Errorf("%s: %+v", id, c)
		}
		if !showsConfusion(t, l, id) {
			t.Errorf("%s does not show %s", l.Name, id)
		}
	}
}

// showsConfusion plays the scripts of a lesson.
func showsConfusion(t *testing.T, l library.Lesson, id string) bool {
	scripts := []library.Lesson{l}
	if l.Wrong != nil {
		scripts = append(scripts, library.Lesson{Scenario: *l.Wrong}, library.Lesson{Scenario: *l.Right})
	}
	for _, s := range scripts {
		w, err := compile.Start(s.Script)
		if err != nil {
			t.Fatal(err)
		}
		h, tip, err := s.Script.RunFrom(w)
		if err != nil {
			t.Fatal(err)
		}
		path := h.Path(tip)
		for i := 1; i < min(len(path), 20); i++ {
			for _, q := range predict.Questions(h, path, i) {
				for _, c := range q.Choices {
					if slices.ContainsFunc(c.Confusions, func(c *predict.Confusion) bool { return c.ID == id }) {
						return true
					}
				}
			}
		}
	}
	return false
}

// TestForms: the questions are those in testdata/forms.txt. Files of results name the version of
// their questions and cannot be read with others, so a change here should be meant.
func TestForms(t *testing.T) {
	var b strings.Builder
	for _, f := range forms(t) {
		b.WriteString("Form " + f.Label() + ", " + f.Version() + "\n\n")
		for _, i := range f.Items {
			b.WriteString(i.Confusion.ID + "\n")
			for _, s := range i.Script.Steps {
				b.WriteString("  " + s.Op.String() + "\n")
			}
			b.WriteString(i.Question.Text + "\n")
			for n, c := range i.Question.Choices {
				mark := " "
				if n == i.Question.Right {
					mark = "*"
				}
				b.WriteString(" " + mark + " " + string('a'+rune(n)) + " " + c.Text)
				for _, c := range i.Stands[n] {
					b.WriteString(" [" + c.ID + "]")
				}
				b.WriteString("\n")
			}
			b.WriteString("\n")
		}
	}
	const file = "testdata/forms.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the forms have changed (-update writes them); they are\n%s", b.String())
	}
}
