package link

import (
	"errors"
	"hash/crc32"
	"slices"

	"closenotify/engine"
	"closenotify/scenarios"
)

// change is a change to the steps of a shipped scenario, at one place.
type change struct {
	keep   int // steps to keep since the change before
	drop   int // steps to leave out after them
	insert int // steps to insert there
}

// changesOf is the changes that make a scenario of a shipped one, which has that many
// steps, given the places of the scenario's steps; see align.
func changesOf(places []int, shippedSteps int) []change {
	var list []change
	var c change
	next := 0 // the first step of the shipped scenario that is not accounted for
	for _, i := range append(slices.Clone(places), shippedSteps) {
		if i == inserted {
			c.insert++
			continue
		}
		c.drop = i - next
		if c.drop > 0 || c.insert > 0 {
			list = append(list, c)
			c = change{}
		}
		c.keep++
		next = i + 1
	}
	return list
}

// encodeShipped is section P.
func encodeShipped(sc *scenarios.Scenario, places []int) string {
	b := appendNumber(nil, sc.Number)
	b = appendNumber(b, stepsCheckSum(sc.Script.Ops()))
	for _, c := range changesOf(places, len(sc.Script.Steps)) {
		for _, n := range []int{c.keep, c.drop, c.insert} {
			b = appendNumber(b, n)
		}
	}
	return string(b)
}

// stepsCheckSum is how a link notices that the steps of the shipped scenario which it
// changes are no longer the same.
func stepsCheckSum(ops []engine.Op) int {
	return int(crc32.ChecksumIEEE([]byte(encodeSteps(ops))) & (1<<15 - 1))
}

// checkSum reads a check sum and reports whether it is this one. In the first hours of format 2 it was
// two digits, the lowest 12 bits.
func (d *digits) checkSum(want int) bool {
	first := *d
	if d.number() == want && !d.bad {
		return true
	}
	if first.digit()<<6|first.digit() == want&(1<<12-1) && !first.bad {
		*d = first
		return true
	}
	return false
}

// insertedOps is those of ops that are inserted, given the places of all.
func insertedOps(ops []engine.Op, places []int) []engine.Op {
	var list []engine.Op
	for j, op := range ops {
		if places[j] == inserted {
			list = append(list, op)
		}
	}
	return list
}

// decodeShipped reads section P, given the steps of section S: all steps of the scenario,
// and the texts that it has from the shipped one.
func decodeShipped(lib scenarios.Library, section string, steps []engine.Op) (ops []engine.Op, texts []string, err error) {
	sc, d, err := findShipped(lib, section)
	if err != nil {
		return nil, nil, err
	}
	shipped := sc.Script.Ops()
	places, ok := d.changes(shipped, steps)
	switch {
	case !ok:
		return nil, nil, errDamaged
	case len(places) > maxSteps:
		return nil, nil, errNewer
	}
	return opsAt(places, shipped, steps), keptTexts(&sc.Script, places), nil
}

// opsAt is the steps of a scenario by their places in a shipped one, given those that are inserted.
func opsAt(places []int, shipped, insert []engine.Op) []engine.Op {
	ops := make([]engine.Op, len(places))
	for j, i := range places {
		if i == inserted {
			ops[j], insert = insert[0], insert[1:]
		} else {
			ops[j] = shipped[i]
		}
	}
	return ops
}

// findShipped reads the number and the check sum in section P. The digits are what follows them.
func findShipped(lib scenarios.Library, section string) (sc scenarios.Scenario, d digits, err error) {
	d = digits{text: section}
	sc, err = lib.FindByNumber(d.number())
	switch {
	case d.bad:
		return sc, d, errDamaged
	case errors.Is(err, scenarios.ErrNotShipped):
		return sc, d, errNewer
	case err != nil:
		return sc, d, err
	}
	switch fits := d.checkSum(stepsCheckSum(sc.Script.Ops())); {
	case d.bad:
		return sc, d, errDamaged
	case !fits:
		return sc, d, shortError("it changes " + quoted(sc.Title) + ", whose steps are different now")
	}
	return sc, d, nil
}

// changes reads the changes to the steps of a shipped scenario, and gives the places of
// the steps that it has then. ok is false if they do not fit; places then has the steps before
// the one that does not.
func (d *digits) changes(shipped, steps []engine.Op) (places []int, ok bool) {
	next := 0
	keep := func(n int) {
		for range n {
			places = append(places, next)
			next++
		}
	}
	for first := true; d.text != ""; first = false {
		c := change{d.number(), d.number(), d.number()}
		needless := c.drop == 0 && c.insert == 0 || c.keep == 0 && !first
		if d.bad || needless || c.keep+c.drop > len(shipped)-next {
			return places, false
		}
		keep(c.keep)
		for i := range c.insert {
			if i == len(steps) || slices.Contains(shipped[next:next+c.drop], steps[i]) {
				return places, false
			}
			places = append(places, inserted)
		}
		next, steps = next+c.drop, steps[c.insert:]
	}
	keep(len(shipped) - next)
	return places, len(steps) == 0
}
