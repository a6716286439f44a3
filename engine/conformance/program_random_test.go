package conformance

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// withRandomPrograms are the options for scripts with programs.
var withRandomPrograms = Options{Subset: Everything, Programs: 100, Seed: 3}

// TestGrammar: each name that a text refers to is a rule, and each rule is one of the functions or
// referred to.
func TestGrammar(t *testing.T) {
	used := map[string]bool{"head": true, "macros": true, "entry": true}
	for _, name := range functionsOfPrograms {
		used[name] = true
	}
	for _, leaf := range leaves {
		used[leaf] = true
	}
	for _, list := range grammar {
		for _, a := range list {
			for _, part := range strings.Split(a.text, "$")[1:] {
				if name := reference.FindString("$" + part); len(name) > 2 {
					used[name[1:]] = true
				}
			}
		}
	}
	for name := range used {
		if grammar[name] == nil {
			t.Errorf("there is no rule %s", name)
		}
	}
	for name := range grammar {
		if !used[name] {
			t.Errorf("nothing refers to the rule %s", name)
		}
	}
}

// TestRandomProgramsAreComplete: brackets are closed, and nothing of the grammar's is left.
func TestRandomProgramsAreComplete(t *testing.T) {
	for kind := range programKinds {
		for seed := range uint64(100) {
			text := randomProgram(rand.New(rand.NewPCG(seed, 0)), kind)
			if strings.Contains(text, "$") || strings.Count(text, "{") != strings.Count(text, "}") || !strings.Contains(text, "done:") {
				t.Fatalf("%s", text)
			}
			if calls := strings.Contains(text, "SSL_clear(") || strings.Contains(text, "SSL_renegotiate("); calls && kind == closes {
				t.Errorf("calls what it must not:\n%s", text)
			}
		}
	}
}

// TestGenerateWithPrograms: there are scripts of all sorts.
func TestGenerateWithPrograms(t *testing.T) {
	found := map[string]int{}
	different := map[string]bool{}
	for _, s := range scripts(1000, withRandomPrograms) {
		programs := Programs(s)
		if len(programs) == 2 {
			found["two"]++
		}
		for _, text := range programs {
			different[text] = true
		}
		_, steps := splitScript(s)
		runs := 0
		for _, step := range steps {
			word := strings.TrimPrefix(strings.TrimPrefix(step, "client "), "server ")
			found[strings.Fields(word)[0]]++
			if step == "run" {
				runs++
			}
		}
		if len(programs) == 0 || runs > maxRuns+1 {
			t.Fatalf("%d programs, run %d times in\n%s", len(programs), runs, s)
		}
	}
	for _, word := range []string{"two", "next", "timeout", "run", "SSL_shutdown", "SSL_free", "SSL_renegotiate", "c2s", "s2c"} {
		if found[word] == 0 {
			t.Errorf("no script has %s", word)
		}
	}
	if n := len(different); n < 100 || n > 3*100 {
		t.Errorf("%d different programs", n)
	}
}
