package main

import "math/rand/v2"

// drawer draws changes. Each statement is as likely as any other, however many changes it
// has, and so is each change of a statement. None is drawn twice.
type drawer struct {
	random     *rand.Rand
	statements []statement
	drawn      map[change]bool
	left       int // how many have not been drawn
}

func newDrawer(statements []statement, seed uint64) *drawer {
	d := &drawer{random: rand.New(rand.NewPCG(seed, 0)), statements: statements, drawn: map[change]bool{}}
	for _, s := range statements {
		d.left += len(s.changes)
	}
	return d
}

// draw returns the next change; ok is false if there are no more.
func (d *drawer) draw() (c change, ok bool) {
	for d.left > 0 {
		s := d.statements[d.random.IntN(len(d.statements))]
		c := s.changes[d.random.IntN(len(s.changes))]
		if !d.drawn[c] {
			d.drawn[c] = true
			d.left--
			return c, true
		}
	}
	return change{}, false
}
