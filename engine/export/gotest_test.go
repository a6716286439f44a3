package export_test

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var goCounted = regexp.MustCompile(`t\.Logf\(.*, (\d+)\)\n\tif want := (\d+);`)

// TestGoTests: the Go tests of all lessons pass, with gofmt and go vet, and at least 60 % of the
// steps have a counterpart. Those of random and hostile scripts pass, too.
func TestGoTests(t *testing.T) {
	dir := t.TempDir()
	all, own := scripts(t, 60), lessons(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	steps, calls := 0, 0
	for i, name := range names {
		_, p := played(t, all[name])
		text := write(t, "go", p)
		if formatted, err := format.Source(text); err != nil || !bytes.Equal(formatted, text) {
			t.Fatalf("%s: gofmt: %v\n%s", name, err, text)
		}
		counts := goCounted.FindSubmatch(text)
		if _, ok := own[name]; ok {
			n, _ := strconv.Atoi(string(counts[1]))
			made, _ := strconv.Atoi(string(counts[2]))
			steps, calls = steps+n, calls+made
		}
		writeGoFile(t, filepath.Join(dir, fmt.Sprintf("s%d_test.go", i)), string(text), i)
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module scenario\n\ngo 1.24\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, arguments := range [][]string{{"vet", "."}, {"test", "-count=1", "."}} {
		command := exec.Command("go", arguments...)
		command.Dir = dir
		if out, err := command.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%.6000s", arguments[0], err, out)
		}
	}
	t.Logf("%d of %d steps of the lessons have a counterpart, %.1f %%", calls, steps, 100*float64(calls)/float64(steps))
	if calls*100 < steps*60 {
		t.Errorf("%d of %d steps have a counterpart, fewer than 60 %%", calls, steps)
	}
}

// writeGoFile writes the first file as it is, and of later ones only the test with another name: one
// package is built faster than a hundred, and what follows the test is the same in all.
func writeGoFile(t *testing.T, file, text string, i int) {
	t.Helper()
	if i > 0 {
		imports := strings.Index(text, "import (")
		begin, end := strings.Index(text, "func TestScenario"), strings.Index(text, "\n// What calls return")
		text = text[:imports] + "import (\n\t\"crypto/tls\"\n\t\"testing\"\n)\n\n" + strings.Replace(text[begin:end], "TestScenario", fmt.Sprintf("TestScenario%d", i), 1)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
