package engine

// firedRules are the rules that decided a step. Most steps fire few, and a Step is copied
// often, so only the first have a place in it.
type firedRules struct {
	n     int
	first [4]*Rule
	more  []*Rule // a step in which two blocked calls finish a handshake fires more than ten
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
		f.more = append(f.more, r)
	}
	f.n++
}
