package link

import (
	_ "embed" // one string
	mathbits "math/bits"
	"slices"
	"sync"
)

// primer is what a predictor has read before it reads a script: the words that scripts and
// programs have. It is part of format 3, so it never changes.
//
//go:embed primer.txt
var primer string

// The contexts in which a predictor expects a bit: the bytes of the text before this one.
const (
	contextNone  = iota // that many bytes, up to
	contextThree = iota + 2
	contextFive  // five bytes
	contextWord  // the letters of the word so far, or else the last byte
	contextPair  // the same, and the word before it
	contexts

	inputs = contexts + 1 // the match is one more
)

// Sizes of a predictor.
const (
	tableBits    = 18
	matchBits    = 12
	leastMatch   = 3         // bytes
	longestMatch = 31        // that are counted
	mostSeen     = 30        // a guess moves no slower than after so many bits,
	mostMatched  = 1<<10 - 1 // and that of a match after so many
	learning     = 20        // how fast weights change
	paceBits     = 40
)

// A guess is how likely the next bit is 1, in 22 bits, and how many bits it has seen, in 10.
type guess uint32

// undecided is a guess that has seen nothing.
const undecided guess = 1 << 31

// A predictor says how likely the next bit of a text is 1. It has a guess for each context that
// it has met, and one more from the place at which the text has gone on like this before. It
// mixes them by weights, which it learns. Encoder and decoder do the same with whole numbers, so
// both predict the same.
type predictor struct {
	text    []byte
	bits    uint32 // of the byte that is being read, after a 1
	table   []guess
	hashes  [contexts]uint32 // of the contexts
	found   [contexts]uint32 // their places in table
	inputs  [inputs]int
	weights [contexts * 3][inputs]int
	chosen  int // which of weights were used last

	word, wordBefore uint32

	places  [1 << matchBits]int32 // where the text went on after three bytes
	match   int                   // the place at which it goes on like this
	length  int                   // of what is the same there, 0 for no match
	matches [2 * (longestMatch + 1)]guess
	matched int // the one that was used last, -1 for none

	chance int // of a 1, in 4096ths
}

// primed is a predictor that has read the primer.
var primed = sync.OnceValue(newPrimed)

func newPrimed() *predictor {
	p := &predictor{bits: 1, table: make([]guess, 1<<tableBits)}
	for i := range p.table {
		p.table[i] = undecided
	}
	for i := range p.matches {
		p.matches[i] = undecided
	}
	for i := range p.weights {
		for j := range p.weights[i] {
			p.weights[i][j] = 1 << 14
		}
	}
	p.endByte()
	p.predict()
	for i := range len(primer) {
		for shift := 7; shift >= 0; shift-- {
			p.learn(int(primer[i]) >> shift & 1)
		}
	}
	return p
}

// newPredictor is a predictor before the first bit of a script.
func newPredictor() *predictor {
	p := *primed()
	p.text, p.table = slices.Clip(p.text), slices.Clone(p.table)
	return &p
}

// learn takes in the next bit.
func (p *predictor) learn(bit int) {
	wrong := (bit<<12 - p.chance) * learning
	weights := &p.weights[p.chosen]
	for i, x := range p.inputs {
		weights[i] += (x*wrong + 1<<15) >> 16
	}
	learnAll(p.table, p.found[:], bit, mostSeen)
	if p.matched >= 0 {
		learnAll(p.matches[:], []uint32{uint32(p.matched)}, bit, mostMatched)
	}
	if p.bits = p.bits<<1 | uint32(bit); p.bits >= 1<<8 {
		p.text = append(p.text, byte(p.bits))
		p.bits = 1
		p.endByte()
	}
	p.predict()
}

// learnAll takes one more bit into the guesses at some places. Each moves towards that bit by what
// is left, times 3/(3*seen+4), rounded down.
func learnAll(guesses []guess, places []uint32, bit int, most uint64) {
	all := uint64(bit) * (1<<22 - 1) // a chance XOR all is what is left
	for _, place := range places {
		g := uint64(guesses[place])
		left, seen := g>>10^all, g&mostMatched
		left -= left * paces[seen] >> paceBits
		guesses[place] = guess((left^all)<<10 | min(seen+1, most))
	}
}

// paces is 3/(3*seen+4), times 1<<paceBits and rounded up. To multiply by it takes less time than to
// divide, and gives the same: a chance has 22 bits, so the error is less than what could change the
// whole number.
var paces = func() (table [mostMatched + 1]uint64) {
	for seen := range uint64(len(table)) {
		table[seen] = (3<<paceBits + 3*seen + 3) / (3*seen + 4)
	}
	return table
}()

// endByte makes the contexts of the next byte.
func (p *predictor) endByte() {
	n := len(p.text)
	last := uint32(0)
	if n > 0 {
		last = uint32(p.text[n-1])
	}
	if isWordByte(byte(last)) {
		p.word = hash(p.word, last)
	} else if p.word != 0 {
		p.wordBefore, p.word = p.word, 0
	}
	h := uint32(0)
	for i := 1; i <= min(n, 5); i++ {
		h = hash(h, uint32(p.text[n-i])+1)
		if i <= 3 {
			p.hashes[i] = h + uint32(i)
		}
	}
	p.hashes[contextFive] = h + 5
	p.hashes[contextWord] = hash(p.word, last+1000)
	p.hashes[contextPair] = hash(p.hashes[contextWord], p.wordBefore)
	p.findMatch(n)
}

// isWordByte reports whether a byte can be part of a name.
func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

// findMatch follows the match, or looks for one, after n bytes.
func (p *predictor) findMatch(n int) {
	if p.length > 0 && p.text[p.match] == p.text[n-1] {
		p.match++
		p.length = min(p.length+1, longestMatch)
	} else {
		p.length = 0
	}
	if n < leastMatch {
		return
	}
	place := &p.places[hash(hash(uint32(p.text[n-1]), uint32(p.text[n-2])), uint32(p.text[n-3]))>>(32-matchBits)]
	if p.length == 0 {
		p.match = int(*place)
		for p.length < min(longestMatch, p.match) && p.text[p.match-1-p.length] == p.text[n-1-p.length] {
			p.length++
		}
		if p.length < leastMatch {
			p.length = 0
		}
	}
	*place = int32(n)
}

// predict says how likely the next bit is 1.
func (p *predictor) predict() {
	longest := 0
	table := (*[1 << tableBits]guess)(p.table)
	bits := p.bits*hashSecond + hashAdded
	for i, h := range p.hashes {
		h = h*hashFirst + bits // as hash does, without calls: they take a third of the time
		h = (h ^ h>>15) * hashMixed
		place := (h ^ h>>13) >> (32 - tableBits)
		g := table[place]
		p.found[i] = place
		if g&1023 > 0 && i <= contextFive {
			longest = i
		}
		p.inputs[i] = stretch[g>>20]
	}
	kind := p.predictMatch()
	p.chosen = longest*3 + kind
	weights := &p.weights[p.chosen]
	sum := 0
	for i, x := range p.inputs {
		sum += weights[i] * x
	}
	p.chance = squash(sum >> 16)
}

// predictMatch is the input of the match. It reports 0 for no match, 2 for a long one.
func (p *predictor) predictMatch() (kind int) {
	p.matched, p.inputs[contexts] = -1, 0
	if p.length == 0 {
		return 0
	}
	expected := uint32(p.text[p.match]) | 1<<8
	left := 9 - mathbits.Len32(p.bits)
	if expected>>left != p.bits {
		p.length = 0
		return 0
	}
	p.matched = 2*p.length + int(expected>>(left-1)&1)
	p.inputs[contexts] = stretch[p.matches[p.matched]>>20]
	if p.length > longestMatch/2 {
		return 2
	}
	return 1
}

// hash mixes two numbers.
func hash(a, b uint32) uint32 {
	h := a*hashFirst + b*hashSecond + hashAdded
	h = (h ^ h>>15) * hashMixed
	return h ^ h>>13
}

const (
	hashFirst  = 0x9E3779B1
	hashSecond = 0x85EBCA6B
	hashAdded  = 0x7F4A7C15
	hashMixed  = 0x2C1B3C6D
)

// squash is the logistic function: 4096/(1+e^(-x/256)), between the points of a table.
func squash(x int) int {
	switch {
	case x > 2047:
		return 4095
	case x < -2047:
		return 1
	}
	i, part := x>>7+16, x&127
	return (points[i]*(128-part) + points[i+1]*part + 64) >> 7
}

// points are those of squash.
var points = [...]int{1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549,
	2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094}

// stretch is the inverse of squash.
var stretch = func() (table [4096]int) {
	next := 0
	for x := -2047; x <= 2047; x++ {
		for ; next <= squash(x); next++ {
			table[next] = x
		}
	}
	for ; next < len(table); next++ {
		table[next] = 2047
	}
	return table
}()
