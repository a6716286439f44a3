// Command mutateclose shows that what the recommended close does can be seen: it changes the
// program in one operator, one constant or one statement at a time, and for each of these mutants
// there is a script, with another peer and a network, in which the mutant does something else.
//
//	mutateclose [-harnesses DIR]
//	mutateclose -record DIR [-n SCRIPTS] [-seed S]
//
// Statements that only print are left as they are, and changes that do not compile do not count.
//
// Without an option, the engine plays the scripts. The traces of the program and of its mutants
// must be those that were recorded, which differ. With -harnesses, the real library plays them,
// with the harnesses in DIR. Each mutant must be told apart, or stand in equivalent.txt with the
// reason; these must not be more than 5 %. The exit status is 1 if something is wrong.
//
// With -record, scripts are searched at random, made short, and recorded from the real library.
// A script counts only if the library's traces are the engine's.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"
)

func main() {
	program := flag.String("program", filepath.Join("scenarios", "programs", "c", "recommended-close.c"), "the `file` of the program")
	folder := flag.String("examples", filepath.Join("engine", "cmd", "mutateclose", "testdata"), "the `folder` of the recorded scripts")
	harnesses := flag.String("harnesses", "", "play the scripts with the real library, with the harnesses in this `folder`")
	record := flag.String("record", "", "search scripts and record them, with the harnesses in this `folder`")
	n := flag.Int("n", 1000, "with -record: how many random scripts in a row may be of no use")
	seed := flag.Uint64("seed", 0, "try the same scripts again; 0 takes the seed from the clock")
	flag.Parse()
	if *seed == 0 {
		*seed = uint64(time.Now().UnixNano())
	}
	c := close{}
	err := c.load(*program)
	if err == nil && *record != "" {
		err = c.record(*record, *folder, *n, rand.New(rand.NewPCG(*seed, 1)))
	}
	if err == nil {
		err = c.read(*folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutateclose:", err)
		os.Exit(2)
	}
	if !c.report(*harnesses) {
		os.Exit(1)
	}
}

// load reads a program and makes its mutants that compile.
func (c *close) load(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	c.program = string(text)
	c.mutants, err = mutants(c.program)
	p := &player{}
	c.mutants = slices.DeleteFunc(c.mutants, func(m mutant) bool { return p.compile(compiled{text: m.text}) == nil })
	return err
}

// read reads what is known of the mutants.
func (c *close) read(folder string) (err error) {
	if c.examples, err = readExamples(folder); err != nil {
		return err
	}
	c.equivalent, err = readEquivalent(filepath.Join(folder, "equivalent.txt"))
	return err
}

// record searches scripts that tell the mutants apart, and writes them.
func (c *close) record(harnesses, folder string, n int, r *rand.Rand) error {
	l := &library{folder: harnesses}
	defer l.close()
	s := &searcher{program: c.program, profiles: profiles(), library: l.play, log: os.Stderr}
	apart, left := s.search(r, c.mutants, n, false)
	stops, left := s.search(r, left, n/10, true)
	for _, m := range left {
		fmt.Println("not told apart:", m.key)
	}
	return writeExamples(folder, append(apart, stops...))
}

// report checks and prints everything, and reports whether all is well.
func (c *close) report(harnesses string) bool {
	p := &player{}
	wrong := c.checkAll(p)
	play := p.play
	if harnesses != "" {
		l := &library{folder: harnesses}
		defer l.close()
		play = l.play
	}
	wrong = append(wrong, c.check(play)...)
	for _, what := range wrong {
		fmt.Println(what)
	}
	fmt.Println(c.summary())
	return len(wrong) == 0
}
