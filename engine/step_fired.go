package engine

// maxFired is how many rules one step can list. No path through the library fires as
// many: FuzzApply looks for one.
const maxFired = 12

// firedRules are the rules that decided a step. Most steps fire few, and a Step is copied
// often, so only the first have a place in it.
type firedRules struct {
	n     int
	first [4]*Rule
	more  *[maxFired - 4]*Rule // shared by copies, written while the step is made
}

// at is rule i, from 0.
func (f *firedRules) at(i int) *Rule {
	if i < len(f.first) {
		return f.first[i]
	}
	return f.more[i-len(f.first)]
}

// has reports whether r is among them.
func (f *firedRules) has(r *Rule) bool {
	for i := range f.n {
		if f.at(i) == r {
			return true
		}
	}
	return false
}

// fire notes that a rule decided something. A step lists each rule once. It is called in
// more than a hundred places, where a copy of it would only make the client larger.
//
//go:noinline
func (s *Step) fire(r *Rule) {
	f := &s.fired
	switch {
	case f.has(r):
		return
	case f.n < len(f.first):
		f.first[f.n] = r
	default:
		if f.more == nil {
			f.more = new([maxFired - 4]*Rule)
		}
		f.more[f.n-len(f.first)] = r // panics for one too many
	}
	f.n++
}
