package explore

import (
	"hash/maphash"

	"closenotify/engine/conformance"
	"closenotify/engine/replay"
)

// Recorded says with which recordings of a file the engine agrees.
type Recorded struct {
	Disagreements map[string]int       // how many, by the script's directives
	Shortest      *replay.Disagreement // nil if there is none

	confirmed map[uint64]bool // hashes of the beginnings of scripts with which it agrees
}

// ReadRecorded replays the recordings of a file on the engine.
func ReadRecorded(file *conformance.Recordings) (*Recorded, error) {
	all := &Recorded{Disagreements: map[string]int{}, confirmed: map[uint64]bool{}}
	var player replay.Replayer
	var hashes []uint64 // of the beginnings of the previous script: its head, then with each step
	agreed := 0         // steps of the previous script with which the engine agrees
	for r, err := range file.All() {
		if err != nil {
			return nil, err
		}
		d, err := player.Run(r)
		if err != nil {
			return nil, err
		}
		if d != nil {
			all.note(r, d)
		}
		switch {
		case r.Shared > agreed: // it shares a step with which the engine disagrees
		case d != nil:
			agreed = d.Diff.Step - 1
		default:
			agreed = player.Compared()
		}
		if r.Shared == 0 {
			hashes = append(hashes[:0], extend(0, r.Head))
		}
		hashes = hashes[:r.Shared+1]
		for i := r.Shared; i < len(r.Steps); i++ {
			hashes = append(hashes, extend(hashes[i], r.Steps[i]))
			if i < agreed {
				all.confirmed[hashes[i+1]] = true
			}
		}
	}
	return all, nil
}

// note counts a disagreement.
func (all *Recorded) note(r conformance.Recording, d *replay.Disagreement) {
	all.Disagreements[r.Head]++
	if all.Shortest == nil || d.Diff.Step < all.Shortest.Diff.Step {
		all.Shortest = d
	}
}

// extend returns the hash of a beginning with one more line, given the hash without it.
func extend(before uint64, line string) uint64 {
	return before*0x9e3779b97f4a7c15 + maphash.String(seed, line)
}

// confirms reports whether a recording has the transition and the engine agrees with it.
func (all *Recorded) confirms(g *Graph, t transition) bool {
	hash := extend(0, g.head())
	for _, op := range t.path {
		hash = extend(hash, op.String())
	}
	return all.confirmed[hash]
}
