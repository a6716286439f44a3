package link

import (
	"hash/crc32"
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// change is one place at which the steps of a shipped scenario are changed.
type change struct {
	keep   int // steps to keep since the change before
	drop   int // steps to leave out after them
	insert int // steps to insert there
}

// changesOf tells what makes a scenario of the shipped one with that many steps, given
// the places of its steps; see align.
func changesOf(places []int, shippedSteps int) []change {
	var list []change
	var c change
	next := 0 // the first step of the shipped scenario that has not been looked at
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
func encodeShipped(sc scenarios.Scenario, places []int) string {
	b := appendNumber(nil, sc.Number)
	b = append(b, stepsName(sc.Script.Ops())...)
	for _, c := range changesOf(places, len(sc.Script.Steps)) {
		b = appendNumber(b, c.keep)
		b = appendNumber(b, c.drop)
		b = appendNumber(b, c.insert)
	}
	return string(b)
}

// stepsName is two digits that are others when a shipped scenario has other steps.
func stepsName(ops []engine.Op) string {
	sum := int(crc32.ChecksumIEEE([]byte(encodeSteps(ops))))
	return string(appendDigit(appendDigit(nil, sum>>6&63), sum&63))
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
func decodeShipped(section string, steps []engine.Op) (ops []engine.Op, texts []string, err error) {
	d := digits{text: section}
	number := d.number()
	list := scenarios.Library()
	found := slices.IndexFunc(list, func(sc scenarios.Scenario) bool { return sc.Number == number })
	switch {
	case d.bad:
		return nil, nil, errDamaged
	case found < 0:
		return nil, nil, errNewer
	}
	sc := list[found]
	shipped := sc.Script.Ops()
	name := string(appendDigit(appendDigit(nil, d.digit()), d.digit()))
	if !d.bad && name != stepsName(shipped) {
		return nil, nil, problem("the link changes the scenario \u201c" + sc.Title + "\u201d, which has other steps today")
	}
	ops, places, ok := d.changes(shipped, steps)
	if !ok {
		return nil, nil, errDamaged
	}
	return ops, keptTexts(sc.Script, places), nil
}

// changes reads and carries out the changes of section P.
func (d *digits) changes(shipped, steps []engine.Op) (ops []engine.Op, places []int, ok bool) {
	next := 0
	keep := func(n int) {
		for range n {
			ops, places = append(ops, shipped[next]), append(places, next)
			next++
		}
	}
	for first := true; d.text != ""; first = false {
		c := change{d.number(), d.number(), d.number()}
		nothing := c.drop == 0 && c.insert == 0 || c.keep == 0 && !first
		if d.bad || nothing || c.keep+c.drop > len(shipped)-next || c.insert > len(steps) {
			return nil, nil, false
		}
		keep(c.keep)
		dropped := shipped[next : next+c.drop]
		next += c.drop
		for _, op := range steps[:c.insert] {
			if slices.Contains(dropped, op) {
				return nil, nil, false
			}
			ops, places = append(ops, op), append(places, inserted)
		}
		steps = steps[c.insert:]
	}
	keep(len(shipped) - next)
	return ops, places, !d.bad && len(steps) == 0 && len(ops) <= maxSteps
}

// withShippedText gives s the title, summary and narration of the shipped scenario that
// has its steps, or none if there is no such scenario.
func withShippedText(s script.Script) script.Script {
	bare := script.Script{Config: s.Config.Sparse()}
	for _, step := range s.Steps {
		bare.Steps = append(bare.Steps, script.Step{Op: step.Op})
	}
	for _, sc := range scenarios.Library() {
		if sameSteps(sc.Script, bare) {
			sc.Script.Config = bare.Config
			return sc.Script
		}
	}
	return bare
}

// sameSteps reports whether two scripts have the same connection and the same steps.
func sameSteps(a, b script.Script) bool {
	return asShipped(a.Config) == asShipped(b.Config) && slices.Equal(a.Ops(), b.Ops())
}

// asShipped is c as the shipped scenarios have it. When the first links were made, their
// profile was openssl-3.5.7.
func asShipped(c engine.Config) engine.Config {
	if c.Profile == "openssl-3.5.7" {
		c.Profile = engine.DefaultProfile
	}
	return c.Sparse()
}
