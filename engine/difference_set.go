package engine

// differenceSet is a set of differences, a bit each.
type differenceSet uint64

func (s *differenceSet) add(d differenceID) { *s |= 1 << d }

func (s differenceSet) has(d differenceID) bool { return s>>d&1 != 0 }

// list has the differences of the set in the order of the table.
func (s differenceSet) list() []Difference {
	var list []Difference
	for id, d := range differences {
		if s.has(differenceID(id)) {
			list = append(list, d)
		}
	}
	return list
}

// differs reports whether the release has a difference, and notes in the Step that the
// answer decided something. So ask it last, and only where the other answer would change
// what the library does or remembers.
func (c *call) differs(d differenceID) bool {
	c.step.differences.add(d)
	return c.profile.has(d)
}
