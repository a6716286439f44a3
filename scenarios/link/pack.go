package link

import "strings"

// codeBits is how wide the numbers of a coder are: five digits.
const codeBits = 30

// DEFLATE, with the same primer as its dictionary, would do: compress/flate adds 30 kB to the
// download of the page, and such links are a quarter longer.

// coder is an arithmetic coder. The numbers from low to high stand for all that a text can still
// be; each bit of the text narrows them in proportion to how likely it was. What low and high
// begin with alike is written, or has been read.
type coder struct {
	low, high uint32
	*predictor
}

func newCoder() coder { return coder{0, 1<<codeBits - 1, newPredictor()} }

// middle is the last number that stands for a 1.
func (c *coder) middle() uint32 {
	return c.low + uint32(uint64(c.high-c.low)*uint64(c.chance)>>12)
}

// take narrows the numbers to those of a bit.
func (c *coder) take(bit int) {
	if bit == 1 {
		c.high = c.middle()
	} else {
		c.low = c.middle() + 1
	}
	c.learn(bit)
}

// hasDigit reports whether low and high begin with the same digit.
func (c *coder) hasDigit() bool { return c.low>>(codeBits-6) == c.high>>(codeBits-6) }

// shift leaves out the first digit.
func (c *coder) shift() {
	const all = 1<<codeBits - 1
	c.low, c.high = c.low<<6&all, c.high<<6&all|63
}

// pack writes a text in digits.
func pack(text string) string {
	c := newCoder()
	var b []byte
	for i := range len(text) {
		for shift := 7; shift >= 0; shift-- {
			for c.take(int(text[i]) >> shift & 1); c.hasDigit(); c.shift() {
				b = appendDigit(b, int(c.low>>(codeBits-6)))
			}
		}
	}
	if c.low > 0 { // the number between low and high that ends in most zeros
		b = appendDigit(b, int(c.low>>(codeBits-6))+1)
	}
	return strings.TrimRight(string(b), alphabet[:1])
}

// unpack reads what pack has written of a text with that many bytes. ok is false if pack would
// have written it in another way.
func unpack(packed string, length int) (text string, ok bool) {
	text, shifted, low := unpackUpTo(packed, length, false)
	// Each digit that was shifted out was read. So only the end can be written in another way.
	want := packed[:min(shifted, len(packed))]
	if low > 0 {
		want += strings.Repeat(alphabet[:1], shifted-len(want)) + string(alphabet[low>>(codeBits-6)+1])
	}
	return text, strings.TrimRight(want, alphabet[:1]) == packed
}

// unpackUpTo reads a text with at most that many bytes, or only what is certain of it if the last
// digits are missing. It also gives how many digits were shifted out, and low at the end.
func unpackUpTo(packed string, length int, isCut bool) (text string, shifted int, low uint32) {
	c, d, value := newCoder(), digits{text: packed}, uint32(0)
	next := func() {
		value = value << 6 & (1<<codeBits - 1)
		if d.text != "" {
			value |= uint32(d.digit())
		} else {
			d.bad = true
		}
	}
	for range codeBits / 6 {
		next()
	}
	start := len(c.text)
	for len(c.text) < start+length && !(isCut && d.bad) {
		bit := 0
		if value <= c.middle() {
			bit = 1
		}
		for c.take(bit); c.hasDigit(); c.shift() {
			next()
			shifted++
		}
	}
	return string(c.text[start:]), shifted, c.low
}
