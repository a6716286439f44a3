package link

import (
	"hash/crc32"

	"closenotify/engine"
)

// A promise is what a link says about the outcome of its steps.
type promise struct {
	outcome outcome // what it is about; nil if it cannot be compared
	digest  uint16
	steps   string // section d, "" if there is none
}

// outcomeSums is for each step the CRC-32 (IEEE) of the outcomes of all steps up to it.
func outcomeSums(h engine.History, path []engine.NodeID, add outcome) []uint32 {
	sums := make([]uint32, 0, len(path))
	sum := uint32(0)
	var b []byte
	for _, id := range path[1:] {
		b = add(b[:0], h.Step(id), h.World(id))
		sum = crc32.Update(sum, crc32.IEEETable, b)
		sums = append(sums, sum)
	}
	return sums
}

// digestOf is 16 bits of the last sum.
func digestOf(sums []uint32) uint16 {
	if len(sums) == 0 {
		return 0
	}
	last := sums[len(sums)-1]
	return uint16(last>>16) ^ uint16(last)
}

// enough is how many bits must be alike before two outcomes are taken to be the same.
const enough = 6

// encodeOutcomes is section d with that many digits, at most one for each step, "" for no steps.
func encodeOutcomes(sums []uint32, size int) string {
	var b []byte
	bits, left := 0, 0 // what is not written yet, and how much that is
	for i, sum := range sums {
		width := outcomeBits(i, len(sums), size)
		bits, left = bits<<width|outcomeHash(sum, width), left+width
		if left >= 6 {
			left -= 6
			b = appendDigit(b, bits>>left&63)
		}
	}
	return string(b)
}

// outcomeBits is how many bits section d has for a step, from 0 on: as even as possible.
func outcomeBits(step, steps, size int) int {
	return 6*size*(step+1)/steps - 6*size*step/steps
}

// outcomeHash is that many bits of a sum. A sum alone does not do: outcomes that are different
// in one byte may have sums with the same last bits.
func outcomeHash(sum uint32, width int) int { return int(uint64(hash(sum, 0)) >> (32 - width)) }

// broken compares the promise with what the steps do now. It reports whether they have another
// outcome, and the first step that has, from 1 on: it is one of from to to, most likely the last
// of them. They are 0 if the link does not say.
func (p promise) broken(h engine.History, path []engine.NodeID) (changed bool, from, to int) {
	if p.outcome == nil {
		return false, 0, 0
	}
	sums := outcomeSums(h, path, p.outcome)
	steps := len(sums)
	changed = digestOf(sums) != p.digest
	if p.steps == "" {
		return changed, 0, 0
	}
	from, to = p.different(sums, steps)
	if to == steps && !changed {
		return false, 0, 0
	}
	return true, min(from+1, steps), min(to+1, steps)
}

// different compares section d of a link with so many steps with the sums of the first of them. The
// first step that is different, from 0 on, is one of from to to. The last of these has other bits, or
// follows the last sum; the bits of the others may be the same by chance.
func (p promise) different(sums []uint32, steps int) (from, to int) {
	size := len(p.steps)
	for d := (&bits{text: p.steps}); to < len(sums); to++ {
		if width := outcomeBits(to, steps, size); d.get(width) != outcomeHash(sums[to], width) {
			break
		}
	}
	from = to
	for alike := 0; from > 0; from-- {
		if alike += outcomeBits(from-1, steps, size); alike >= enough {
			break
		}
	}
	return from, to
}
