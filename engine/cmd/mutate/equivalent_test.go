package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestEquivalentListIsCurrent: each entry of the list stands for changes of the engine as
// it is now.
func TestEquivalentListIsCurrent(t *testing.T) {
	list, err := readEquivalent("equivalent.txt")
	if err != nil {
		t.Fatal(err)
	}
	s, err := load(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	statements := s.statements()
	if len(statements) < 1000 {
		t.Fatalf("the engine has only %d statements", len(statements))
	}
	for _, e := range list {
		found := false
		for _, statement := range statements {
			for _, c := range statement.changes {
				_, known := reasonFor([]equivalent{e}, c)
				found = found || known
			}
		}
		if !found {
			t.Errorf("%s %s: no change of %q into %q", e.file, e.function, e.old, e.new)
		}
	}
}

func TestReadEquivalent(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list.txt")
	writeFile(t, file, "# Comment\n\na.go: *call.read\n- x := 1\n+ x := 2\n= Why\n= it is.\n\na.go: f\n- g()\n+\n= Why.\n\nb.go:\n- h()\n+ *\n= Why.\n")
	list, err := readEquivalent(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		change
		reason string
	}{
		{change{file: "a.go", function: "*call.read", old: "x := 1", new: "x := 2"}, "Why it is."},
		{change{file: "a.go", function: "*call.read", old: "x := 1", new: "x := 3"}, ""},
		{change{file: "b.go", function: "*call.read", old: "x := 1", new: "x := 2"}, ""},
		{change{file: "a.go", function: "f", old: "x := 1", new: "x := 2"}, ""},
		{change{file: "a.go", function: "f", old: "g()"}, "Why."},
		{change{file: "b.go", old: "h()", new: "i()"}, "Why."},
	} {
		if reason, known := reasonFor(list, tt.change); reason != tt.reason || known != (tt.reason != "") {
			t.Errorf("%v: %q, %v", tt.change, reason, known)
		}
	}
}

func TestWrongEquivalentList(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list.txt")
	for text, want := range map[string]string{
		"- x := 1\n":                          ":1: ",
		"a.go: f\nx := 1\n":                   ":2: ",
		"a.go: f\n- x := 1\n+ x := 2\n":       "no line or no reason",
		"a.go: f\n+ x := 2\n= Why.\n":         "no line or no reason",
		"a.go: f\n- x\n= Why.\n\n\nb.go: f\n": "no line or no reason",
	} {
		writeFile(t, file, text)
		if _, err := readEquivalent(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := readEquivalent(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a list that does not exist is read without an error")
	}
}
