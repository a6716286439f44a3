package conformance

import (
	"fmt"
	"strconv"
	"strings"
)

// change returns a text from which changed makes the row again, given the row before and
// the step: the fields that differ from the expected value, each after its letter, with
// tabs between them. For bytes on the wire it has the difference, for a number that is the
// argument of the call "=".
func (r *row) change(before *row, step string) string {
	var b strings.Builder
	for i, value := range r {
		switch {
		case i < fieldPeers || i == fieldRecords:
			if value == r.usual(i) {
				continue
			}
			if (i == fieldRet || i == fieldBytes) && strings.HasSuffix(step, " "+value) {
				value = "="
			}
		case value == before[i]:
			continue
		case i >= fieldWire:
			value = strconv.Itoa(number(value) - number(before[i]))
		}
		fmt.Fprintf(&b, "%c%s\t", letters[i], value)
	}
	return strings.TrimSuffix(b.String(), "\t")
}

// usual returns the most frequent value of a field that does not depend on the row before,
// given the fields to the left of it and state_string; "" if its key is usually missing.
func (r *row) usual(field int) string {
	switch {
	case field == fieldRecords:
		return "[]"
	case r[fieldRet] == "" || field == fieldRet || field >= fieldBytes:
		return ""
	case field == fieldError:
		return `"SSL_ERROR_NONE"`
	case field == fieldReason:
		return `""`
	case r[fieldPeers+stateString] == "" && r[fieldPeers+perPeer+stateString] == "":
		return "" // recorded before errors and errno were in the trace
	case field == fieldErrors:
		return "[]"
	case strings.HasPrefix(r[fieldError], `"SSL_ERROR_WANT_`):
		return `"EAGAIN"`
	}
	return `""`
}

// changed returns the row after r for which change returned the text. Any other text gives
// an error or a meaningless row.
func (r row) changed(change, step string) (row, error) {
	clear(r[:fieldPeers])
	r[fieldRecords] = "[]"
	for change != "" {
		var one string
		one, change, _ = strings.Cut(change, "\t")
		if one == "" || strings.IndexByte(letters, one[0]) < 0 {
			return r, fmt.Errorf("conformance: no field %q", one)
		}
		i := strings.IndexByte(letters, one[0])
		value := one[1:]
		switch {
		case (i == fieldRet || i == fieldBytes) && value == "=":
			value = step[strings.LastIndexByte(step, ' ')+1:]
		case i >= fieldWire && i < fieldRecords:
			value = strconv.Itoa(number(r[i]) + number(value))
		}
		r[i] = value
	}
	for i := range fieldPeers {
		if r[i] == "" {
			r[i] = r.usual(i)
		}
	}
	return r, nil
}

// number reads a number, 0 if the text is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
