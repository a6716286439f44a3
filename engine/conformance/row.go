package conformance

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// The fields of a row, in the order in which the harness prints them. The three of
// the call's outcome come first, then those of the peers, then the wire's.
const (
	fieldReturn = 0
	fieldPeers  = 3
	perPeer     = 6
	fieldWire   = fieldPeers + 2*perPeer
	fieldEvents = fieldWire + 4
	fields      = fieldEvents + 1
)

// row is what a trace says of one step, each value as JSON. "" is a key that is
// not there, because the step returns nothing, the peer is freed, or the wire is
// not compared.
type row [fields]string

// object is a step as the harness prints it.
type object struct {
	Ret, Error, Reason json.RawMessage
	Client, Server     struct {
		Shutdown, State, Pending, Want, Resumable, Cached json.RawMessage
	}
	Wire struct {
		C2S, S2C struct{ Readable, Queued json.RawMessage }
	}
	Records json.RawMessage
}

// parseRow reads a line of a harness. Without wire, the numbers of bytes on the wire are left out.
func parseRow(line string, wire bool) (row, error) {
	var o object
	if err := json.Unmarshal([]byte(line), &o); err != nil {
		return row{}, err
	}
	r := row{string(o.Ret), string(o.Error), string(o.Reason)}
	at := fieldPeers
	for _, p := range []struct {
		Shutdown, State, Pending, Want, Resumable, Cached json.RawMessage
	}{o.Client, o.Server} {
		for _, v := range []json.RawMessage{p.Shutdown, p.State, p.Pending, p.Want, p.Resumable, p.Cached} {
			r[at] = string(v)
			at++
		}
	}
	if wire {
		copy(r[fieldWire:], []string{string(o.Wire.C2S.Readable), string(o.Wire.C2S.Queued), string(o.Wire.S2C.Readable), string(o.Wire.S2C.Queued)})
	}
	r[fieldEvents] = string(o.Records)
	return r, nil
}

// json is the line that the row was read from, but for a wire left out.
func (r *row) json(n int, step string) string {
	b := make([]byte, 0, 512)
	b = append(strconv.AppendInt(append(b, `{"n":`...), int64(n), 10), `,"step":"`...)
	b = append(append(b, step...), '"')
	if r[fieldReturn] != "" {
		b = append(append(b, `,"ret":`...), r[fieldReturn]...)
		b = append(append(b, `,"error":`...), r[fieldReturn+1]...)
		b = append(append(b, `,"reason":`...), r[fieldReturn+2]...)
	}
	for i, peer := range peers {
		b = append(append(append(b, `,"`...), peer...), `":{`...)
		b = append(appendPeer(b, r[fieldPeers+i*perPeer:][:perPeer]), '}')
	}
	if w := r[fieldWire:]; w[0] != "" {
		b = append(append(b, `,"wire":{"c2s":{"readable":`...), w[0]...)
		b = append(append(b, `,"queued":`...), w[1]...)
		b = append(append(b, `},"s2c":{"readable":`...), w[2]...)
		b = append(append(append(b, `,"queued":`...), w[3]...), "}}"...)
	}
	return string(append(append(append(b, `,"records":`...), r[fieldEvents]...), '}'))
}

// appendPeer appends the keys of a peer that are there.
func appendPeer(b []byte, values []string) []byte {
	for i, key := range [perPeer]string{`"shutdown":`, `"state":`, `"pending":`, `"want":`, `"resumable":`, `"cached":`} {
		if values[i] == "" {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(append(b, key...), values[i]...)
	}
	return b
}

// change is what makes the row from the one before, for the step given: the
// fields that differ from what is expected, each with its letter, a tab between
// them. Bytes on the wire are differences, and a call that returns as much as it
// was given returns "=".
func (r *row) change(before *row, step string) string {
	var b strings.Builder
	for i, value := range r {
		switch {
		case i < fieldPeers || i == fieldEvents:
			if value == usual(i, r[fieldReturn]) {
				continue
			}
			if i == fieldReturn && strings.HasSuffix(step, " "+value) {
				value = "="
			}
		case value == before[i]:
			continue
		case i >= fieldWire:
			value = strconv.Itoa(number(value) - number(before[i]))
		}
		fmt.Fprintf(&b, "%c%s\t", 'a'+i, value)
	}
	return strings.TrimSuffix(b.String(), "\t")
}

// usual is what a field that is new at each step mostly holds, after a call that
// returned something or nothing.
func usual(field int, returned string) string {
	switch {
	case field == fieldEvents:
		return "[]"
	case returned == "" || field == fieldReturn:
		return ""
	case field == fieldReturn+1:
		return `"SSL_ERROR_NONE"`
	}
	return `""`
}

// changed is the row that a change makes of r. A change that was not made by the
// method of that name gives an error or nonsense.
func (r row) changed(change, step string) (row, error) {
	r[0], r[1], r[2], r[fieldEvents] = "", "", "", "[]"
	for change != "" {
		var one string
		one, change, _ = strings.Cut(change, "\t")
		if one == "" || one[0] < 'a' || one[0] >= 'a'+fields {
			return r, fmt.Errorf("conformance: no field %q", one)
		}
		i := int(one[0] - 'a')
		value := one[1:]
		switch {
		case i == fieldReturn && value == "=":
			value = step[strings.LastIndexByte(step, ' ')+1:]
		case i >= fieldWire && i < fieldEvents:
			value = strconv.Itoa(number(r[i]) + number(value))
		}
		r[i] = value
		if i == fieldReturn {
			r[1], r[2] = usual(1, value), usual(2, value)
		}
	}
	return r, nil
}

// number reads a number, 0 for what is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
