package engine

import "strconv"

// result is what a call of v returns to the application: its return value, and how many
// bytes of application data it has read or written. ret is what the call without _ex
// returns. SSL_write_ex of 0 bytes succeeds.
func (v Verb) result(ret int) (value, bytes int) {
	switch {
	case !v.ReadsData() && !v.WritesData():
		return ret, 0
	case !v.IsEx():
		return ret, max(ret, 0)
	case ret > 0 || ret == 0 && v == VerbWriteEx:
		return 1, ret
	}
	return 0, 0
}

// ReturnText says what a call of v returned, "-1". For an _ex call that succeeded it adds
// the number of bytes, "1, 10 bytes".
func (v Verb) ReturnText(ret, bytes int) string {
	text := strconv.Itoa(ret)
	switch {
	case !v.IsEx() || ret != 1:
		return text
	case bytes == 1:
		return text + ", 1 byte"
	}
	return text + ", " + strconv.Itoa(bytes) + " bytes"
}

// fireResult fires the rule of the return value of an _ex call.
func (s *Step) fireResult(v Verb, value int) {
	if v.IsEx() {
		s.fire(pick(value == 1, RuleExSuccess, RuleExFailure))
	}
}
