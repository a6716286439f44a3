package challenges

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/challenges/challenge"
	"closenotify/scenarios/library"
)

// Limits, in bytes and columns: what fits the page and is still read.
const (
	maxTitle   = 60
	maxSummary = 240
	maxHint    = 120
	maxMissing = 120
	maxColumns = 76
)

// firstNumber leaves room for lessons.
const firstNumber = 101

// solution is our own solution of a challenge.
func solution(t *testing.T, c challenge.Challenge) script.Script {
	t.Helper()
	s, err := Solution(c.Name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// check checks a script.
func check(t *testing.T, c challenge.Challenge, s script.Script) challenge.Result {
	t.Helper()
	r, err := c.Check(s, compile.Start)
	if err != nil {
		t.Fatalf("%s: %v", c.Name, err)
	}
	return r
}

// TestContents: every folder is a challenge, there are at least three of each kind, and in each
// kind the easy ones come first.
func TestContents(t *testing.T) {
	folders, _ := filepath.Glob("*/challenge.txt")
	if len(folders) != len(All()) || len(All()) < 14 {
		t.Errorf("%d folders, %d challenges in the contents", len(folders), len(All()))
	}
	par := map[challenge.Kind][]int{}
	titles, numbers := map[string]bool{}, map[int]bool{}
	for _, c := range All() {
		par[c.Kind] = append(par[c.Kind], c.Par)
		if strings.Trim(c.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || titles[c.Title] || numbers[c.Number] || c.Number < firstNumber {
			t.Errorf("%s: the name cannot stand in an address, or the title or the number %d stands twice", c.Name, c.Number)
		}
		if _, ok := library.Find(c.Name); ok {
			t.Errorf("%s is the name of a lesson", c.Name)
		}
		titles[c.Title], numbers[c.Number] = true, true
		if got, ok := Find(c.Name); !ok || got.Title != c.Title {
			t.Errorf("Find(%q) gives %q", c.Name, got.Title)
		}
	}
	for _, k := range []challenge.Kind{challenge.Reach, challenge.Break, challenge.Repair, challenge.Order} {
		if len(par[k]) < 3 || !slices.IsSorted(par[k]) {
			t.Errorf("%s: the par of the challenges is %v", k, par[k])
		}
	}
	if len(par) != 4 {
		t.Errorf("the kinds are %v", par)
	}
	if _, ok := Find("no-such"); ok {
		t.Error("Find finds a challenge that there is not")
	}
}

// TestFields: each challenge says what its player needs, within the limits.
func TestFields(t *testing.T) {
	for _, c := range All() {
		text := func(what, text string, most int) {
			if text == "" || len(text) > most || what != "title" && !strings.ContainsAny(text[len(text)-1:], ".?") {
				t.Errorf("%s: the %s is %q, want a sentence of at most %d bytes", c.Name, what, text, most)
			}
		}
		text("title", c.Title, maxTitle)
		text("summary", c.Summary, maxSummary)
		text("hint", c.Hint, maxHint)
		if len(c.Lessons) == 0 {
			t.Errorf("%s has no lesson", c.Name)
		}
		for _, name := range c.Lessons {
			if _, ok := library.Find(name); !ok {
				t.Errorf("%s: there is no lesson %q", c.Name, name)
			}
		}
		for i, trial := range c.Trials {
			if i > 0 {
				text("title of a trial", trial.Title, maxSummary)
			}
			if len(trial.Goals) == 0 {
				t.Errorf("%s: %q has no goal", c.Name, trial.Title)
			}
			for _, g := range trial.Goals {
				text("sentence of a goal", g.Missing, maxMissing)
			}
		}
		if c.Kind.AddsSteps() != (len(c.Allowed) > 0) || c.Kind.AddsSteps() != (len(c.Trials) == 1) || (c.Kind == challenge.Order) != (len(c.Lines) > 0) {
			t.Errorf("%s: %d steps are allowed, %d trials, %d lines", c.Name, len(c.Allowed), len(c.Trials), len(c.Lines))
		}
	}
}

// TestStart: what a challenge begins with does not reach its goals.
func TestStart(t *testing.T) {
	for _, c := range All() {
		if r := check(t, c, c.Script); r.Reached || r.Missing == "" || r.Count != 0 {
			t.Errorf("%s: before anything is done, the result is %+v", c.Name, r)
		}
	}
}

// TestSolutions: our own solutions reach the goals, and take as many steps or lines as is said.
func TestSolutions(t *testing.T) {
	for _, c := range All() {
		if r := check(t, c, solution(t, c)); !r.Reached || r.Missing != "" || r.Count != c.Par {
			t.Errorf("%s: the result of the solution is %+v, want %d", c.Name, r, c.Par)
		}
	}
}

// TestEveryStepCounts: no step of a solution can be left out.
func TestEveryStepCounts(t *testing.T) {
	for _, c := range All() {
		if !c.Kind.AddsSteps() {
			continue
		}
		s := solution(t, c)
		for i := len(c.Script.Steps); i < len(s.Steps); i++ {
			less := s
			less.Steps = slices.Delete(slices.Clone(s.Steps), i, i+1)
			if check(t, c, less).Reached {
				t.Errorf("%s: the step %s is not needed", c.Name, s.Steps[i])
			}
		}
	}
}

// TestShortest: a search finds no solution with fewer steps than par, and one with as many.
func TestShortest(t *testing.T) {
	searched := 0
	for _, c := range All() {
		if !c.Kind.AddsSteps() {
			continue
		}
		steps, states, ok, err := Shortest(c, c.Par)
		if err != nil || !ok || len(steps) != c.Par {
			t.Errorf("%s: the shortest solution is %v, want %d steps (%v)", c.Name, steps, c.Par, err)
		}
		if _, _, ok, _ := Shortest(c, c.Par-1); ok {
			t.Errorf("%s: the search finds more with a lower limit", c.Name)
		}
		searched += states
	}
	t.Logf("%d states", searched)
}

// orders lists the challenges of the kind Order with the lines of our solution.
func orders(t *testing.T, each func(c challenge.Challenge, right []string)) {
	t.Helper()
	for _, c := range All() {
		if c.Kind != challenge.Order {
			continue
		}
		right, missing := c.LinesOf(solution(t, c).Programs[c.Peer].Text)
		if missing != "" {
			t.Fatalf("%s: %s", c.Name, missing)
		}
		each(c, right)
	}
}

// reached reports whether a program of these lines reaches the goals. One that cannot be compiled
// does not.
func reached(c challenge.Challenge, lines []string) bool {
	s := c.Script
	s.Programs[c.Peer].Text = c.Assemble(lines)
	r, err := c.Check(s, compile.Start)
	return err == nil && r.Reached
}

// TestEveryLineCounts: no line of a solution can be left out, and no wrong line can take its place.
func TestEveryLineCounts(t *testing.T) {
	orders(t, func(c challenge.Challenge, right []string) {
		if !reached(c, right) {
			t.Errorf("%s: the lines of the solution do not reach the goals", c.Name)
		}
		for i := range right {
			if reached(c, slices.Delete(slices.Clone(right), i, i+1)) {
				t.Errorf("%s: the line %q is not needed", c.Name, right[i])
			}
			for _, wrong := range c.Lines {
				changed := slices.Clone(right)
				changed[i] = strings.TrimSpace(wrong)
				if !slices.Contains(right, changed[i]) && reached(c, changed) {
					t.Errorf("%s: the line %q can take the place of %q", c.Name, wrong, right[i])
				}
			}
		}
	})
}

// TestLinesAreMixed: the right lines are not given in their order.
func TestLinesAreMixed(t *testing.T) {
	orders(t, func(c challenge.Challenge, right []string) {
		given := slices.DeleteFunc(slices.Clone(c.Lines), func(line string) bool {
			return !slices.Contains(right, strings.TrimSpace(line))
		})
		if len(given) != len(right) || len(c.Lines) < len(right)+3 {
			t.Errorf("%s has %d lines, %d of %d right ones", c.Name, len(c.Lines), len(given), len(right))
		}
		if reached(c, given) || reached(c, c.Lines) {
			t.Errorf("%s: the lines reach the goals as they are given", c.Name)
		}
	})
}

// TestPrograms: gcc compiles the programs without a warning.
func TestPrograms(t *testing.T) {
	compiled := 0
	for _, c := range All() {
		for name, s := range map[string]script.Script{"script": c.Script, "solution": solution(t, c)} {
			for _, p := range s.Programs {
				if p.Text == "" || c.Kind == challenge.Order && name == "script" { // its variables are not used yet
					continue
				}
				compiled++
				compileWithGCC(t, c.Name+", "+name, p.Text)
			}
		}
	}
	if compiled < 14 {
		t.Errorf("%d programs are compiled", compiled)
	}
}

// compileWithGCC compiles a program with all warnings.
func compileWithGCC(t *testing.T, name, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if len(strings.TrimSpace(line)) > maxColumns {
			t.Errorf("%s: a line is too long: %s", name, line)
		}
	}
	file := filepath.Join(t.TempDir(), "program.c")
	headers := "#include <assert.h>\n#include <errno.h>\n#include <poll.h>\n#include <stdio.h>\n#include <string.h>\n" +
		"#include <sys/socket.h>\n#include <unistd.h>\n#include <openssl/err.h>\n#include <openssl/ssl.h>\n"
	if err := os.WriteFile(file, []byte(headers+text), 0o600); err != nil {
		t.Fatal(err)
	}
	// main of a program takes an SSL object, which C does not know for main.
	out, err := exec.Command("gcc", "-Wall", "-Wextra", "-Werror", "-Wno-main", "-fsyntax-only", file).CombinedOutput()
	if err != nil {
		t.Errorf("%s: gcc: %v\n%s\n%s", name, err, out, text)
	}
}

// TestEntries: the library of the page has the challenges after the lessons, as they are here.
func TestEntries(t *testing.T) {
	lib := library.Shipped().With(Entries()...)
	list := lib.Entries()
	if len(list) != len(library.All())+len(All()) || !lib.IsComplete() {
		t.Errorf("the library has %d entries", len(list))
	}
	for _, c := range All() {
		e := lib.Part(c.Name).Entry(c.Name)
		read, err := challenge.Parse(c.Name, e.Challenge)
		if err != nil || read.Script.String() != e.Script || len(read.Trials) != len(c.Trials) {
			t.Errorf("%s is read as %+v (%v)", c.Name, read, err)
		}
		if s, err := lib.FindByNumber(c.Number); err != nil || s.Name != c.Name {
			t.Errorf("%d is %s, %v", c.Number, s.Name, err)
		}
	}
	if next := lib.Next(library.All()[len(library.All())-1].Name); next.Name != All()[0].Name {
		t.Errorf("after the lessons comes %s", next.Name)
	}
}
