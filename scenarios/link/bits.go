package link

// bitWriter packs numbers into characters of six bits each, most significant
// first.
type bitWriter struct {
	chars []byte
	free  int // bits still free in the last character's value
}

// alphabet is base64url's (RFC 4648 §5): letters, digits, - and _.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// put appends the low n bits of v.
func (w *bitWriter) put(v uint64, n int) {
	for n--; n >= 0; n-- {
		if w.free == 0 {
			w.chars, w.free = append(w.chars, 0), 6
		}
		w.free--
		w.chars[len(w.chars)-1] |= byte(v>>n&1) << w.free
	}
}

// putNumber appends a number in groups of four bits, each with a bit in front
// that says whether another follows, the lowest group first.
func (w *bitWriter) putNumber(v uint64) {
	for ; v >= 16; v >>= 4 {
		w.put(1, 1)
		w.put(v&15, 4)
	}
	w.put(v, 5)
}

// bits gives what was written, a byte for each bit.
func (w *bitWriter) bits() []byte {
	return (&bitReader{chars: w.chars}).rest(6*len(w.chars) - w.free)
}

// String gives the characters.
func (w *bitWriter) String() string {
	s := make([]byte, len(w.chars))
	for i, c := range w.chars {
		s[i] = alphabet[c]
	}
	return string(s)
}

// bitReader takes a bitWriter's characters apart.
type bitReader struct {
	chars []byte // values, not characters
	at    int    // bits read
	short bool   // more was asked for than there is
}

// get reads n bits; it gives 0 and notes it when they are not all there.
func (r *bitReader) get(n int) (v uint64) {
	for ; n > 0; n-- {
		if r.at >= 6*len(r.chars) {
			r.short = true
			return 0
		}
		v = v<<1 | uint64(r.chars[r.at/6]>>(5-r.at%6)&1)
		r.at++
	}
	return v
}

// getNumber reads what putNumber wrote. A number of more than 32 bits, or one
// with a needless group, is no number.
func (r *bitReader) getNumber() (v uint64, ok bool) {
	for shift := 0; shift < 32; shift += 4 {
		more, group := r.get(1), r.get(4)
		v |= group << shift
		if more == 0 {
			return v, !r.short && (group != 0 || shift == 0)
		}
	}
	return 0, false
}

// rest reads n bits into a byte each.
func (r *bitReader) rest(n int) []byte {
	bits := make([]byte, n)
	for i := range bits {
		bits[i] = byte(r.get(1))
	}
	return bits
}
