package engine

import "slices"

// ToggleDifference returns w run by a release that has difference i of the table if w's
// does not have it, and the other way round.
func ToggleDifference(w World, i int) World {
	p := *w.profile
	p.differences ^= 1 << (noDifference + 1 + differenceID(i))
	w.profile = &p
	return w
}

// WithoutProfile returns w and s without what names their release.
func WithoutProfile(w World, s Step) (World, Step) {
	w.profile, w.config = nil, nil
	s.profile, s.differences = nil, 0
	s.late = slices.Clone(s.late)
	for i := range s.late {
		s.late[i].profile = nil
	}
	return w, s
}
