package predict

import (
	"cmp"
	"strconv"
)

// FNV-1a of 64 bits (draft-eastlake-fnv).
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hash goes on with a hash over a text and a line break.
func hash(h uint64, text string) uint64 {
	for _, b := range []byte(text) {
		h = (h ^ uint64(b)) * fnvPrime
	}
	return (h ^ '\n') * fnvPrime
}

// hashed is the hash of the start, the transport and all steps. Release and version are no part
// of it: a question is the same in all.
func (s *scenario) hashed() uint64 {
	config := s.root().Config()
	h := hash(hash(fnvOffset, config.Start), config.Transport)
	for _, op := range s.ops {
		h = hash(h, op.String())
	}
	return h
}

// key is the key of a question about the last step, 13 digits and small letters.
func (s *scenario) key(a Aspect) string {
	return keyText(hash(s.hashed(), a.String()))
}

// keyLength is the length of a key, which no number of 64 bits exceeds in base 36.
const keyLength = 13

// keyText is a hash as text of a fixed length.
func keyText(h uint64) string {
	text := strconv.FormatUint(h, 36)
	for len(text) < keyLength {
		text = "0" + text
	}
	return text
}

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
