// Command mutate changes package engine at random, one change at a time, and runs the
// tests and the recordings on each changed engine, a mutant. A mutant that passes them all
// shows either a gap in the tests or a change that makes no difference.
//
//	mutate [-n N] [-seed S] [-j JOBS] [-equivalent FILE]
//
// A statement of the package is chosen, all being equally likely, and then one of the
// changes that apply to it: an operator, a constant or a condition is replaced, or the
// statement is removed. Mutants that do not compile do not count.
//
// The command prints the seed, each mutant that outlives the tests with its place and its
// change, and how many there were. FILE lists changes that make no difference, each with
// the reason; these are counted apart. The exit status is 1 if more than 3 % of the mutants
// outlive the tests without a reason.
//
// The source tree is not written to: the go command gets the changed file with -overlay.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	n := flag.Int("n", 300, "how many mutants that compile")
	seed := flag.Uint64("seed", 0, "choose the same mutants again; 0 takes the seed from the clock")
	jobs := flag.Int("j", 2, "how many mutants are tested at a time")
	list := flag.String("equivalent", filepath.Join("engine", "cmd", "mutate", "equivalent.txt"), "the `file` of changes that make no difference")
	flag.Parse()
	if *seed == 0 {
		*seed = uint64(time.Now().UnixNano())
	}
	ok, err := run(theEngine, *n, *jobs, *seed, *list, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// A target is a package to change and the tests to run on each mutant, the quickest and
// strictest first. A stage is the arguments of go test.
type target struct {
	module string // the folder of the module
	dir    string // of the package, in the module
	stages [][]string
}

// packageDir is the folder of the package.
func (t target) packageDir() string { return filepath.Join(t.module, t.dir) }

// theEngine is tested by its recorded scripts, then by all else that exercises it.
var theEngine = target{".", "engine", [][]string{
	{"-run", "^TestRecorded$", "./engine"},
	{"./engine"},
	{"./engine/script", "./engine/explain", "./engine/draw", "./scenarios/..."},
	{"./engine/replay"},
	{"./engine/explore", "./engine/capture"},
}}
