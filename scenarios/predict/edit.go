package predict

import (
	"iter"
	"slices"

	"closenotify/engine"
)

// EditKind says how an Edit changes a scenario.
type EditKind uint8

// The kinds.
const (
	Release      EditKind = iota + 1 // the same steps under another release
	OtherVersion                     // the same steps in another version of TLS
	LeaveOut                         // without step At
	Insert                           // with Op before step At
	Change                           // with Op instead of step At
)

// Edit is one change of a scenario.
type Edit struct {
	Kind    EditKind
	At      int // a step, from 1; 0 for a release and a version
	Op      engine.Op
	Profile string
	Version engine.Version
}

// settings are the edits that keep all steps, the nearest releases first.
func (s *scenario) settings(yield func(Edit) bool) {
	if s.programs || s.last() > maxReplayed {
		return
	}
	config := s.root().Config()
	for _, name := range neighbours(config.Profile) {
		if !yield(Edit{Kind: Release, Profile: name}) {
			return
		}
	}
	for _, v := range engine.Versions {
		if v != config.Version && !yield(Edit{Kind: OtherVersion, Version: v}) {
			return
		}
	}
}

// neighbours are the other profiles, nearest first, of two as near the older one.
func neighbours(profile string) []string {
	var names []string
	for _, p := range engine.Profiles() {
		names = append(names, p.Name)
	}
	at := slices.Index(names, profile)
	var list []string
	for d := 1; d < len(names); d++ {
		for _, i := range []int{at - d, at + d} {
			if i >= 0 && i < len(names) {
				list = append(list, names[i])
			}
		}
	}
	return list
}

// omissions leave out one step, the latest first.
func (s *scenario) omissions(yield func(Edit) bool) {
	for at := s.last() - 1; at > max(0, s.last()-maxEdited); at-- {
		if !yield(Edit{Kind: LeaveOut, At: at}) {
			return
		}
	}
}

// likely are the steps that might well have been taken, and unlikely are the others. That a peer
// closes its own socket before its call is unlikely.
func (s *scenario) likely() []engine.Op {
	list := slices.Clone(commonOps)
	for _, op := range byBoth(closing) {
		if asked := s.asked(); !asked.IsCall() || op.Role != asked.Role {
			list = append(list, op)
		}
	}
	return list
}

func (s *scenario) unlikely() []engine.Op {
	list := slices.Clone(rareOps)
	for _, op := range byBoth(closing) {
		if asked := s.asked(); asked.IsCall() && op.Role == asked.Role {
			list = append(list, op)
		}
	}
	return list
}

var closing = []engine.Op{{Verb: engine.VerbClose}}

// insertions put in one step, the latest place first.
func (s *scenario) insertions(ops []engine.Op) iter.Seq[Edit] {
	return func(yield func(Edit) bool) {
		for at := s.last(); at > max(0, s.last()-maxEdited); at-- {
			for _, op := range ops {
				if !yield(Edit{Kind: Insert, At: at, Op: op}) {
					return
				}
			}
		}
	}
}

// before puts in one step just before the one that is asked about.
func (s *scenario) before(ops []engine.Op) iter.Seq[Edit] {
	return func(yield func(Edit) bool) {
		for _, op := range ops {
			if !yield(Edit{Kind: Insert, At: s.last(), Op: op}) {
				return
			}
		}
	}
}

// changes give one earlier step another operation, the latest step first.
func (s *scenario) changes(yield func(Edit) bool) {
	for at := s.last() - 1; at > max(0, s.last()-maxEdited); at-- {
		for _, op := range others(s.ops[at-1]) {
			if !yield(Edit{Kind: Change, At: at, Op: op}) {
				return
			}
		}
	}
}

// replacements give the step that is asked about another operation: the same call by the other
// peer, and other calls by the same.
func (s *scenario) replacements(yield func(Edit) bool) {
	for _, op := range others(s.asked()) {
		if !yield(Edit{Kind: Change, At: s.last(), Op: op}) {
			return
		}
	}
}

// swap has the other peer make the call that is asked about.
func (s *scenario) swap(yield func(Edit) bool) {
	if op := s.asked(); op.IsCall() && !op.Verb.IsOfProgram() {
		op.Role = op.Role.Other()
		yield(Edit{Kind: Change, At: s.last(), Op: op})
	}
}

// others are operations that could stand in the place of one: with other numbers, by the other
// peer or in the other direction, and other operations of the same peer or direction.
func others(op engine.Op) []engine.Op {
	if op.Verb.IsOfProgram() {
		return nil
	}
	var list []engine.Op
	add := func(o engine.Op) {
		if o != op && !slices.Contains(list, o) {
			list = append(list, o)
		}
	}
	if op.Verb.TakesBytes() {
		for _, n := range []int{5, 100, 1000} {
			with := op
			with.N = n
			add(with)
		}
	}
	other := op
	if op.IsCall() {
		other.Role = op.Role.Other()
	} else {
		other.Dir = 1 - op.Dir
	}
	add(other)
	for _, o := range slices.Concat(commonOps, byBoth(closing), rareOps) {
		if o.IsCall() == op.IsCall() && o.Role == op.Role && o.Dir == op.Dir {
			add(o)
		}
	}
	return list
}

// commonOps are what most programs and networks do, and rareOps what only some do.
var (
	commonOps = slices.Concat(
		byBoth([]engine.Op{{Verb: engine.VerbShutdown}, {Verb: engine.VerbRead, N: 100}, {Verb: engine.VerbWrite, N: 10}}),
		inBoth([]engine.Op{
			{Verb: engine.VerbFIN}, {Verb: engine.VerbHold}, {Verb: engine.VerbDeliver, N: engine.All},
			{Verb: engine.VerbTruncate}, {Verb: engine.VerbCapacity, N: 10},
		}))
	rareOps = slices.Concat(
		byBoth([]engine.Op{
			{Verb: engine.VerbFree}, {Verb: engine.VerbSetNbio}, {Verb: engine.VerbSetQuietShutdown, N: 1},
			{Verb: engine.VerbSetOptions}, {Verb: engine.VerbKeyUpdate}, {Verb: engine.VerbRenegotiate},
			{Verb: engine.VerbKeepErrors, N: 1}, {Verb: engine.VerbDoHandshake}, {Verb: engine.VerbWrite, N: 20000},
			{Verb: engine.VerbSetShutdown}, {Verb: engine.VerbSetShutdown, N: 1}, {Verb: engine.VerbSetShutdown, N: 2},
			{Verb: engine.VerbSetShutdown, N: 3}, {Verb: engine.VerbClear},
		}),
		inBoth([]engine.Op{
			{Verb: engine.VerbReset}, {Verb: engine.VerbBroken}, {Verb: engine.VerbCorrupt},
			{Verb: engine.VerbInjectAlert}, {Verb: engine.VerbCapacity},
		}))
)

// byBoth are the calls, made by each peer.
func byBoth(calls []engine.Op) []engine.Op {
	var list []engine.Op
	for _, op := range calls {
		for _, op.Role = range engine.Roles {
			list = append(list, op)
		}
	}
	return list
}

// inBoth are the steps of the network, in each direction.
func inBoth(steps []engine.Op) []engine.Op {
	var list []engine.Op
	for _, op := range steps {
		for _, op.Dir = range engine.Directions {
			list = append(list, op)
		}
	}
	return list
}
