package predict

import (
	"cmp"

	"closenotify/engine/explain"
	"closenotify/scenarios/predict/deck"
)

// hash goes on with a hash over a text and a line break.
func hash(h uint64, text string) uint64 { return uint64(deck.Hash(h).With(text)) }

// hashed is the hash of the scenario with all its steps.
func (s *scenario) hashed() uint64 {
	h := deck.HashOf(s.root().Config())
	for i, op := range s.ops {
		h = h.Step(op)
		if op.Verb.IsOfProgram() { // steps of all programs read alike
			h = h.With(explain.CallText(s.h.Step(s.path[i+1])))
		}
	}
	return uint64(h)
}

// key is the key of a question about the last step.
func (s *scenario) key(a Aspect) string { return deck.Hash(s.hashed()).Key(a.String()) }

// shuffle puts choices in an order that the scenario decides.
func (s *scenario) shuffle(choices []Choice, a Aspect) {
	seed := hash(s.hashed(), a.String())
	sortShort(choices, func(x, y *Choice) int {
		return cmp.Or(cmp.Compare(mix(hash(seed, x.Text)), mix(hash(seed, y.Text))), cmp.Compare(x.Text, y.Text))
	})
}

// sortShort sorts a list of a few. slices.SortFunc is for long ones, and for each type a tenth of what this
// package adds to the download.
func sortShort[T any](list []T, compare func(a, b *T) int) {
	for i := range list {
		for j := i; j > 0 && compare(&list[j], &list[j-1]) < 0; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// mix spreads a hash over all bits (the finalizer of MurmurHash3): texts that differ in their
// last letters only have hashes that are close together.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
