package main

import (
	"os"
	"path/filepath"
	"testing"
)

// sample has a statement of each kind.
const sample = `package sample

type colour int

const (
	red colour = iota
	green
	blue
)

func fire(string) {}

func sum(list []int, c colour) (n int) {
	for i := 0; i < len(list); i++ {
		if list[i] >= 0 && !(c == green) {
			n += list[i]
		}
	}
	switch {
	case c == blue:
		fire("blue")
	}
	return n
}

var even = func(n int) bool { return n%2 == 0 }

func failure() int { return -1 }
`

// loadSample writes and loads the sample.
func loadSample(t *testing.T) *source {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "sample.go"), sample)
	writeFile(t, filepath.Join(dir, "sample_test.go"), "package sample\n\nfunc init() { fire(0) }\n") // never looked at
	s, err := load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
