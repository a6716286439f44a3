package main

import (
	"math"
	"strconv"
	"testing"
)

// TestStatementsAreEquallyLikely, however many changes they have. The seed is fixed.
func TestStatementsAreEquallyLikely(t *testing.T) {
	const statements, draws = 40, 8000
	var list []statement
	for i := range statements {
		var s statement
		for j := range 300 * (1 + i%3) {
			s.changes = append(s.changes, change{file: strconv.Itoa(i), line: j})
		}
		list = append(list, s)
	}
	d := newDrawer(list, 12)
	drawn, each := map[string]int{}, map[change]bool{}
	for range draws {
		c, ok := d.draw()
		if !ok || each[c] {
			t.Fatalf("%v, %v: there are more changes, none drawn twice", c, ok)
		}
		drawn[c.file]++
		each[c] = true
	}
	// A statement is drawn 200 times on average, with a standard deviation of 14.
	for i := range statements {
		if n := drawn[strconv.Itoa(i)]; math.Abs(float64(n)-draws/statements) > 60 {
			t.Errorf("statement %d is drawn %d times", i, n)
		}
	}
}

// TestEverythingIsDrawnOnce, in an order that only the seed decides.
func TestEverythingIsDrawnOnce(t *testing.T) {
	statements := loadSample(t).statements()
	order := func(seed uint64) (list []change) {
		d := newDrawer(statements, seed)
		for c, ok := d.draw(); ok; c, ok = d.draw() {
			list = append(list, c)
		}
		return list
	}
	a, again, b := order(1), order(1), order(2)
	same := 0
	for i := range a {
		if a[i] != again[i] {
			t.Fatalf("draw %d: %v, then with the same seed %v", i, a[i], again[i])
		}
		if a[i] == b[i] {
			same++
		}
	}
	all := 0
	for _, s := range statements {
		all += len(s.changes)
	}
	if len(a) != all || same == all {
		t.Errorf("%d of %d changes are drawn, %d at the same place with another seed", len(a), all, same)
	}
}
