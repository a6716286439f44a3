package explore

import (
	"hash/maphash"

	"closenotify/engine/conformance"
	"closenotify/engine/replay"
)

// Recorded is what a file of recordings says of the engine.
type Recorded struct {
	Disagreements map[string]int       // by the script's directives
	First         *replay.Disagreement // the shortest, nil if there is none

	beginnings map[uint64]bool // of scripts, in which the engine does what was recorded
}

// ReadRecorded replays a file.
func ReadRecorded(file *conformance.Recordings) (*Recorded, error) {
	all := &Recorded{Disagreements: map[string]int{}, beginnings: map[uint64]bool{}}
	var player replay.Replayer
	var chain []uint64 // after each step of the last script, the head first
	right := 0         // how many steps of the last script the engine does as recorded
	for r, err := range file.All() {
		if err != nil {
			return nil, err
		}
		d, err := player.Run(r)
		if err != nil {
			return nil, err
		}
		if d != nil {
			all.disagree(r, d)
		}
		switch {
		case r.Shared > right: // what it shares with the last one is not right already
		case d != nil:
			right = d.Diff.Step - 1
		default:
			right = len(r.Steps)
		}
		if r.Shared == 0 {
			chain = append(chain[:0], link(0, r.Head))
		}
		chain = chain[:r.Shared+1]
		for i := r.Shared; i < len(r.Steps); i++ {
			chain = append(chain, link(chain[i], r.Steps[i]))
			if i < right {
				all.beginnings[chain[i+1]] = true
			}
		}
	}
	return all, nil
}

// disagree counts a disagreement.
func (all *Recorded) disagree(r conformance.Recording, d *replay.Disagreement) {
	all.Disagreements[r.Head]++
	if all.First == nil || d.Diff.Step < all.First.Diff.Step {
		all.First = d
	}
}

// link is a number for what a text makes of all before it.
func link(before uint64, text string) uint64 {
	return before*0x9e3779b97f4a7c15 + maphash.String(seed, text)
}

// Confirms reports whether a library was seen to take the transition as the
// engine does.
func (all *Recorded) Confirms(g *Graph, t Transition) bool {
	at := link(0, g.head())
	for _, op := range t.Path {
		at = link(at, op.String())
	}
	return all.beginnings[at]
}
