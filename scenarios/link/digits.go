package link

import "strings"

// alphabet has the character of each digit from 0 to 63, those of base64url (RFC 4648,
// section 5).
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// appendDigit appends a digit from 0 to 63.
func appendDigit(b []byte, v int) []byte { return append(b, alphabet[v]) }

// appendNumber appends v, which is not negative, in digits of five bits, the lowest
// first, with 32 added to those that another follows.
func appendNumber(b []byte, v int) []byte {
	if v < 32 {
		return appendDigit(b, v)
	}
	return appendNumber(appendDigit(b, 32+v&31), v>>5)
}

// digits reads what appendDigit and appendNumber have written.
type digits struct {
	text string // what is left
	bad  bool   // there was too little, or a number written in another way
}

// digit reads one digit.
func (d *digits) digit() int {
	if d.text == "" {
		d.bad = true
		return 0
	}
	v := strings.IndexByte(alphabet, d.text[0])
	d.text = d.text[1:]
	if v < 0 {
		d.bad = true
		return 0
	}
	return v
}

// number reads a number of at most 31 bits.
func (d *digits) number() int {
	const most = 1<<31 - 1
	v := 0
	for shift := 0; !d.bad; shift += 5 {
		digit := d.digit()
		v |= digit & 31 << shift
		if digit < 32 {
			d.bad = d.bad || v > most || digit == 0 && shift > 0
			return v
		}
		d.bad = d.bad || shift >= 30
	}
	return 0
}
