package link

import (
	"hash/crc32"
	"strings"
)

// bits reads the characters of a link of format 1, each of six bits, the highest first.
type bits struct {
	text  string
	read  int  // bits
	short bool // more was asked for than there is
}

// get reads n bits as a number. It gives 0, and notes it, when they are not all there.
func (b *bits) get(n int) (v int) {
	for ; n > 0; n-- {
		if b.read >= 6*len(b.text) {
			b.short = true
			return 0
		}
		digit := strings.IndexByte(alphabet, b.text[b.read/6])
		v = v<<1 | digit>>(5-b.read%6)&1
		b.read++
	}
	return v
}

// number reads a number in groups of four bits, the lowest first, each with a bit before
// it that says whether another follows. One of more than 32 bits, or with a group that
// adds nothing, is not a number.
func (b *bits) number() (v int, ok bool) {
	for shift := 0; shift < 32; shift += 4 {
		more, group := b.get(1), b.get(4)
		v |= group << shift
		if more == 0 {
			return v, !b.short && (group != 0 || shift == 0)
		}
	}
	return 0, false
}

// sum is the check sum of what has been read: the low half of the CRC-32 of the bits, a
// byte for each.
func (b *bits) sum() int {
	again := bits{text: b.text}
	each := make([]byte, b.read)
	for i := range each {
		each[i] = byte(again.get(1))
	}
	return int(uint16(crc32.ChecksumIEEE(each)))
}

// atEnd reports whether only zeros up to the end of the last character are left. No link
// ended in - or _: a 0 that means nothing was put after it.
func (b *bits) atEnd() bool {
	left := 6*len(b.text) - b.read
	text, padded := strings.CutSuffix(b.text, "0")
	switch {
	case padded && left >= 6 && endsBadly(text):
		left -= 6
	case endsBadly(b.text):
		return false
	}
	return left < 6 && b.get(left) == 0
}

// endsBadly reports whether some programs would leave out the last character of a link.
func endsBadly(text string) bool { return strings.HasSuffix(text, "-") || strings.HasSuffix(text, "_") }
