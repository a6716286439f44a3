package deck

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// FNV-1a of 64 bits (draft-eastlake-fnv).
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// Hash is the hash of a scenario: of its start, its transport and its steps. Release and version are no
// part of it: a question is the same in all.
type Hash uint64

// HashOf is the hash of a scenario without steps.
func HashOf(c engine.Config) Hash { return Hash(fnvOffset).With(c.Start).With(c.Transport) }

// With goes on with the hash over a text and a line break.
func (h Hash) With(text string) Hash {
	for _, b := range []byte(text) {
		h = (h ^ Hash(b)) * fnvPrime
	}
	return (h ^ '\n') * fnvPrime
}

// Step goes on with the hash over a step.
func (h Hash) Step(op engine.Op) Hash { return h.With(op.String()) }

// Key is the key of a question about one aspect of the last step, 13 digits and small letters.
func (h Hash) Key(aspect string) string {
	text := strconv.FormatUint(uint64(h.With(aspect)), 36)
	return strings.Repeat("0", keyLength-len(text)) + text
}

// keyLength is the length of a key, which no number of 64 bits exceeds in base 36.
const keyLength = 13
