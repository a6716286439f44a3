package main

import (
	"errors"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestRecommendedClose: each mutant of the program does something else than it in a recorded
// script, as the real library's traces say and the engine's. Or it is known to be equivalent.
func TestRecommendedClose(t *testing.T) {
	c := known(t)
	if len(c.mutants) < 200 || len(c.examples) < 10 {
		t.Fatalf("only %s", c.summary())
	}
	p := &player{}
	for _, what := range append(c.checkAll(p), c.check(p.play)...) {
		t.Error(what)
	}
}

// theClose has the mutants of the recommended close.
var theClose = sync.OnceValues(func() (close, error) {
	c := close{}
	err := c.load(filepath.Join("..", "..", "..", "scenarios", "programs", "c", "recommended-close.c"))
	return c, err
})

// known is theClose with what the folder testdata has.
func known(t *testing.T) *close {
	t.Helper()
	all, err := theClose()
	if err != nil {
		t.Fatal(err)
	}
	c := &all
	if err := c.read("testdata"); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCheckNotices: what is not as recorded is reported.
func TestCheckNotices(t *testing.T) {
	p := &player{}
	for name, spoil := range map[string]func(*close){
		"there is no such mutant":      func(c *close) { c.examples[0].apart[0].key = "1:1 a -> b" },
		"no example and no reason":     func(c *close) { c.examples = c.examples[1:] },
		"which is said to be":          func(c *close) { c.equivalent[c.examples[0].apart[0].key] = "It is not." },
		"it is not told apart":         func(c *close) { c.examples[0].apart[0].trace = c.examples[0].trace },
		"want ":                        func(c *close) { c.examples[0].trace = c.examples[0].trace[1:] },
		"mutants are equivalent, more": func(c *close) { c.mutants = c.mutants[:10] },
	} {
		c := known(t)
		spoil(c)
		wrong := strings.Join(append(c.checkAll(p), c.check(p.play)...), "\n")
		if !strings.Contains(wrong, name) {
			t.Errorf("%q is not reported in\n%.500s", name, wrong)
		}
	}
}

// TestSearch finds scripts for some mutants. The engine stands for the library, which is wrong
// about one of them.
func TestSearch(t *testing.T) {
	c := known(t)
	p := &player{}
	denied := "24:9 ret = SSL_shutdown(ssl); -> ;"
	library := func(script string) ([]string, error) {
		if strings.Contains(script, c.texts()["26:9 ret == 0 -> 1"]) {
			return nil, errors.New("the library is out of order")
		}
		return p.play(script)
	}
	var log strings.Builder
	s := &searcher{program: c.program, profiles: []string{"openssl-3.5"}, library: library, log: &log}
	wanted := slices.DeleteFunc(slices.Clone(c.mutants), func(m mutant) bool {
		return !slices.Contains([]string{"26:9 ret == 0 -> 1", "26:9 ret == 0 -> 0", "39:23 0 -> 1", denied}, m.key)
	})
	examples, left := s.search(rand.New(rand.NewPCG(1, 1)), wanted, 50, false)
	stops, left := s.search(rand.New(rand.NewPCG(1, 1)), left, 50, true)
	if len(left) != 1 || left[0].key != "26:9 ret == 0 -> 1" || !strings.Contains(log.String(), "out of order") {
		t.Errorf("left: %v\n%s", left, log.String())
	}
	folder := t.TempDir()
	if err := writeExamples(folder, append(examples, stops...)); err != nil {
		t.Fatal(err)
	}
	again, err := readExamples(folder)
	if err != nil {
		t.Fatal(err)
	}
	c.examples = again
	for _, what := range c.check(p.play) {
		t.Error(what)
	}
	s.log = io.Discard
	if len(again) == 0 || !again[len(again)-1].stops || again[len(again)-1].apart[0].key != denied {
		t.Errorf("%s is not stopped: %v", denied, stops)
	}
}
