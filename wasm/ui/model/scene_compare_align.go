package model

import (
	"slices"

	"closenotify/engine"
	"closenotify/scenarios/link"
)

// stepPair is a row of the comparison: the numbers of the step on the stage and of the other one,
// 0 where a scenario has no such step.
type stepPair struct{ here, there int }

// maxAligned is how many pairs of steps are tried. With more, what lies between the first and the
// last steps that differ is not aligned.
const maxAligned = 4_000_000

// alignSteps pairs the steps of two scenarios that make the same call, each in their order, and as
// many as possible. all is false if there are too many for that.
func alignSteps(here, there []engine.Op) (pairs []stepPair, all bool) {
	alike := func(i, j int) bool { return here[i] == there[j] }
	m, n := len(here), len(there)
	begin, end := 0, 0
	for begin < min(m, n) && alike(begin, begin) {
		begin++
	}
	for end < min(m, n)-begin && alike(m-1-end, n-1-end) {
		end++
	}
	for i := range begin {
		pairs = append(pairs, stepPair{i + 1, i + 1})
	}
	places, all := alignMiddle(m-begin-end, n-begin-end, func(i, j int) bool { return alike(begin+i, begin+j) })
	next := begin // of the steps on the stage
	until := func(i int) {
		for ; next < i; next++ {
			pairs = append(pairs, stepPair{here: next + 1})
		}
	}
	for j, place := range places {
		if k := slices.IndexFunc(places[j:], func(place int) bool { return place >= 0 }); k >= 0 {
			until(begin + places[j+k]) // steps that are only here stand before those that are only there
		} else {
			until(m - end)
		}
		pair := stepPair{there: begin + j + 1}
		if place >= 0 {
			next++
			pair.here = next
		}
		pairs = append(pairs, pair)
	}
	until(m - end)
	for k := end; k > 0; k-- {
		pairs = append(pairs, stepPair{m - k + 1, n - k + 1})
	}
	return pairs, all
}

// alignMiddle gives for each of n steps the place of its like among m others, or -1.
func alignMiddle(m, n int, alike func(i, j int) bool) (places []int, all bool) {
	if m*n > maxAligned {
		places = make([]int, n)
		for j := range places {
			places[j] = -1
		}
		return places, false
	}
	return link.Align(m, n, func(i, j int) uint16 {
		if alike(i, j) {
			return 1
		}
		return 0
	}), true
}

// compareRowCount is how many rows the comparison has.
func (m *Model) compareRowCount() int {
	if m.Other.Title == "" {
		return m.Len()
	}
	return len(m.Other.pairs)
}

// compareRowPair is row k of the comparison, from 1.
func (m *Model) compareRowPair(k int) stepPair {
	if m.Other.Title == "" {
		return stepPair{k, k}
	}
	return m.Other.pairs[k-1]
}

// compareWindow are the rows around the cursor, as many as the ladder has.
func (m *Model) compareWindow() (first, last int) {
	first, last = m.visibleSteps()
	if m.Other.Title == "" {
		return first, last
	}
	count, at := m.compareRowCount(), 0
	for k := 1; k <= count && at == 0; k++ {
		if m.compareRowPair(k).here == m.At {
			at = k
		}
	}
	first = max(1, min(at-MaxVisibleRows/2, count-MaxVisibleRows+1))
	return first, min(count, first+MaxVisibleRows-1)
}
