package main

import (
	"bytes"
	"io"
	"testing"

	"closenotify/engine"
)

func TestParseRefuses(t *testing.T) {
	for _, args := range [][]string{{"-n", "0"}, {"-rounds", "0"}, {"-fast"}} {
		if _, err := parse(args, io.Discard); err == nil {
			t.Errorf("parse(%q) has no error", args)
		}
	}
	if err := speed(settings{harness: "no such file", n: 1, rounds: 1}, io.Discard); err == nil {
		t.Error("a harness that is not there gives no error")
	}
}

func TestMedian(t *testing.T) {
	odd := []times{{3, 1}, {1, 5}, {2, 9}}
	if got := median(odd); got != (times{2, 5}) {
		t.Errorf("median of three: %v", got)
	}
	if got := median(append(odd, times{9, 9})); got != (times{2.5, 7}) {
		t.Errorf("median of four: %v", got)
	}
}

// TestScriptSetIsTheSame: a seed always gives the same scripts, and both sides run all steps.
func TestScriptSetIsTheSame(t *testing.T) {
	s := settings{n: 40, seed: 7}
	a, err := newScriptSet(s, engine.DefaultProfile)
	if err != nil {
		t.Fatal(err)
	}
	b, err := newScriptSet(s, engine.DefaultProfile)
	if err != nil {
		t.Fatal(err)
	}
	if a.text != b.text || a.steps != b.steps || len(a.scripts) != 40 {
		t.Errorf("%d and %d steps for the same seed", a.steps, b.steps)
	}
	if n := bytes.Count([]byte(a.text), []byte("---\n")); n != 40 {
		t.Errorf("the library gets %d scripts", n)
	}
	if _, err := runEngine(a); err != nil {
		t.Error(err)
	}
}
