package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"closenotify/engine/conformance"
)

// searcher looks for scripts that tell mutants apart.
type searcher struct {
	player   player
	program  string
	profiles []string
	// library returns the trace of a script of the real library.
	library func(script string) ([]string, error)
	log     io.Writer
}

// search tries random scripts, until that many in a row were of no use. It returns examples, and
// the mutants that none of them tells apart. If stops is true, it looks for scripts in which a
// mutant is stopped.
func (s *searcher) search(r *rand.Rand, alive []mutant, useless int, stops bool) (examples []example, left []mutant) {
	for n := 0; n < useless; n++ {
		script := randomScript(r, s.profiles)
		for i := 0; i < len(alive); {
			if !s.tellsApart(script, alive[i], stops) {
				i++
				continue
			}
			e := example{script: s.minimised(script, alive[i], stops), stops: stops}
			before := len(alive)
			if alive = s.take(&e, alive); len(alive) == before { // the library does not confirm it
				break
			}
			fmt.Fprintf(s.log, "%d mutants are left\n", len(alive))
			examples, n = append(examples, e), 0
		}
	}
	return examples, alive
}

// take adds to an example the mutants that it tells apart and the library's traces, and returns
// the other mutants.
func (s *searcher) take(e *example, alive []mutant) (left []mutant) {
	var ok bool
	if e.trace, ok = s.confirmed(e.script, s.program); !ok {
		return alive
	}
	for _, m := range alive {
		if !s.tellsApart(e.script, m, e.stops) {
			left = append(left, m)
			continue
		}
		var trace []string
		if !e.stops {
			if trace, ok = s.confirmed(e.script, m.text); !ok {
				left = append(left, m)
				continue
			}
		}
		e.apart = append(e.apart, apart{m.key, trace})
	}
	return left
}

// minimised is the shortest script that tells the mutant apart.
func (s *searcher) minimised(script string, m mutant, stops bool) string {
	return conformance.Minimise(script, func(script string) bool { return s.tellsApart(script, m, stops) })
}

// tellsApart reports whether the engine's traces of the program and of a mutant differ, and the
// mutant is stopped only if it shall be.
func (s *searcher) tellsApart(script string, m mutant, stops bool) bool {
	want, err := s.player.play(withProgram(script, s.program))
	if err != nil || isStopped(want) {
		return false
	}
	got, err := s.player.play(withProgram(script, m.text))
	return err == nil && isStopped(got) == stops && differ(script, want, got)
}

// confirmed returns the library's trace of a script with a program, and whether it is always
// the engine's.
func (s *searcher) confirmed(script, program string) (trace []string, ok bool) {
	text := withProgram(script, program)
	got, err := s.player.play(text)
	if err != nil {
		return nil, false
	}
	for range 2 {
		if trace, err = s.library(text); err != nil {
			fmt.Fprintln(s.log, err)
			return nil, false
		}
		if diff, differ := conformance.Compare(text, trace, got); differ {
			fmt.Fprintf(s.log, "the engine is not the library: %v\n%s\n", diff, text)
			return nil, false
		}
	}
	return trace, true
}
