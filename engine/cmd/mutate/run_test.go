package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// smallModule writes a module with one function and its test.
func smallModule(t *testing.T, body, condition string) target {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), "module small\n\ngo 1.26\n")
	writeFile(t, filepath.Join(dir, "small.go"), "package small\n\nfunc f(n int) int {\n"+body+"}\n")
	writeFile(t, filepath.Join(dir, "small_test.go"),
		"package small\n\nimport \"testing\"\n\nfunc Test(t *testing.T) {\n\tif !("+condition+") {\n\t\tt.Error(\"f is broken\")\n\t}\n}\n")
	return target{dir, ".", [][]string{{"."}}}
}

// TestRun tries all mutants of a small module.
func TestRun(t *testing.T) {
	small := smallModule(t, "\tprint(0)\n\treturn n + 1\n", "f(3) == 4")
	list := filepath.Join(t.TempDir(), "equivalent.txt")
	writeFile(t, list, "small.go: f\n- print(0)\n+ print(1)\n= Nobody reads it.\n")
	var out strings.Builder
	ok, err := run(small, 100, 2, 5, list, &out)
	if err != nil || ok {
		t.Errorf("%v, %v, want false: a third outlives the tests", ok, err)
	}
	for _, want := range []string{
		"seed 5; 2 statements",
		"outlives the tests: ./small.go:4: f\n- print(0)\n+ \n",
		"outlives the tests: ./small.go:4: f\n- print(0)\n+ print(-1)\n",
		"equivalent: ./small.go:4: f\n- print(0)\n+ print(1)\n= Nobody reads it.\n",
		"6 mutants: 3 killed, 1 equivalent, 2 outlive the tests without a reason\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}

// TestThreeOfAHundredMayOutlive the tests without a reason.
func TestThreeOfAHundredMayOutlive(t *testing.T) {
	for _, tt := range []struct {
		tested, outlive int
		want            bool
	}{{300, 0, true}, {300, 9, true}, {300, 10, false}, {30, 1, false}, {34, 1, true}} {
		if c := (campaign{tested: tt.tested, outlive: tt.outlive}); c.ok() != tt.want {
			t.Errorf("%d of %d: %v, want %v", tt.outlive, tt.tested, c.ok(), tt.want)
		}
	}
}

// TestRunNeedsPassingTests: if they fail without a change, every mutant would be killed.
func TestRunNeedsPassingTests(t *testing.T) {
	small := smallModule(t, "\treturn n + 1\n", "f(3) == 5")
	list := filepath.Join(t.TempDir(), "equivalent.txt")
	writeFile(t, list, "")
	var out strings.Builder
	if _, err := run(small, 1, 1, 5, list, &out); err == nil || !strings.Contains(err.Error(), "f is broken") {
		t.Errorf("got %v", err)
	}
}

// TestAnEndlessLoopIsKilled by the time limit.
func TestAnEndlessLoopIsKilled(t *testing.T) {
	small := smallModule(t, "\treturn n\n", "f(3) == 3")
	for _, tt := range []struct {
		text  string
		limit time.Duration
		want  bool
	}{
		{"for {\n\t}", time.Second, false},
		{"n++\n\tn--", time.Minute, true},
	} {
		r := &runner{small, []time.Duration{tt.limit}}
		survives, err := r.survives("small.go", "package small\n\nfunc f(n int) int {\n\t"+tt.text+"\n\treturn n\n}\n")
		if survives != tt.want || err != nil {
			t.Errorf("%q: survives %v, %v, want %v", tt.text, survives, err, tt.want)
		}
	}
}
