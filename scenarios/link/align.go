package link

import "closenotify/engine/script"

// inserted is the place of a step that the shipped scenario does not have.
const inserted = -1

// align gives for each step of s its place in a shipped scenario, from 0, or inserted.
// It keeps as many steps as it can, in their order; one that has its narration still
// counts twice, because keeping it makes a link shorter.
func align(shipped, s *script.Script) []int {
	return Align(len(shipped.Steps), len(s.Steps), func(i, j int) uint16 {
		switch a, b := &shipped.Steps[i], &s.Steps[j]; {
		case a.Op != b.Op:
			return 0
		case a.Note != b.Note:
			return 1
		}
		return 2
	})
}

// Align pairs n steps with m others, each in their order, so that the pairs are worth as much as
// possible together. worth says what a pair of step i of the others and step j is worth, 0 if they
// are no pair. For each of the n steps the result has the place of the other one, from 0, or -1.
// It takes time and memory in proportion to m*n.
func Align(m, n int, worth func(i, j int) uint16) []int {
	// best[i][j] is the worth of all pairs from step i of the others and step j on.
	best := make([][]uint16, m+1)
	best[m] = make([]uint16, n+1)
	for i := m - 1; i >= 0; i-- {
		best[i] = make([]uint16, n+1)
		for j := n - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if w := worth(i, j); w > 0 {
				best[i][j] = max(best[i][j], w+best[i+1][j+1])
			}
		}
	}
	places := make([]int, n)
	for i, j := 0, 0; j < n; {
		switch {
		case i < m && worth(i, j) > 0 && best[i][j] == worth(i, j)+best[i+1][j+1]:
			places[j] = i
			i, j = i+1, j+1
		case i < m && best[i][j] == best[i+1][j]:
			i++
		default:
			places[j] = inserted
			j++
		}
	}
	return places
}
