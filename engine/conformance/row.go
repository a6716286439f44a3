package conformance

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// The fields of a row, in the order in which the harness prints them: three of what the
// call returned, those of each peer, those of the wire, and the records.
const (
	fieldRet     = 0
	fieldError   = 1
	fieldReason  = 2
	fieldPeers   = 3
	perPeer      = 6
	fieldWire    = fieldPeers + 2*perPeer
	fieldRecords = fieldWire + 4
	fieldCount   = fieldRecords + 1
)

// row has the values of one step of a trace, as JSON. A value is "" if its key is
// missing, because the step returns nothing, the peer is freed, or the wire is not
// compared.
type row [fieldCount]string

// object is the step that the harness prints.
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

// parseRow reads a line of a trace. Without wire, it leaves out the bytes on the wire.
func parseRow(line string, wire bool) (row, error) {
	var o object
	if err := json.Unmarshal([]byte(line), &o); err != nil {
		return row{}, err
	}
	r := row{string(o.Ret), string(o.Error), string(o.Reason)}
	i := fieldPeers
	for _, p := range []struct {
		Shutdown, State, Pending, Want, Resumable, Cached json.RawMessage
	}{o.Client, o.Server} {
		for _, v := range []json.RawMessage{p.Shutdown, p.State, p.Pending, p.Want, p.Resumable, p.Cached} {
			r[i] = string(v)
			i++
		}
	}
	if wire {
		copy(r[fieldWire:], []string{string(o.Wire.C2S.Readable), string(o.Wire.C2S.Queued), string(o.Wire.S2C.Readable), string(o.Wire.S2C.Queued)})
	}
	r[fieldRecords] = string(o.Records)
	return r, nil
}

// json returns the line that the row was read from, without a wire that was left out.
func (r *row) json(n int, step string) string {
	b := make([]byte, 0, 512)
	b = append(strconv.AppendInt(append(b, `{"n":`...), int64(n), 10), `,"step":"`...)
	b = append(append(b, step...), '"')
	if r[fieldRet] != "" {
		b = append(append(b, `,"ret":`...), r[fieldRet]...)
		b = append(append(b, `,"error":`...), r[fieldError]...)
		b = append(append(b, `,"reason":`...), r[fieldReason]...)
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
	return string(append(append(append(b, `,"records":`...), r[fieldRecords]...), '}'))
}

// appendPeer appends the keys of a peer that are not missing.
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

// change returns a text from which changed makes the row again, given the row before and
// the step: the fields that differ from the expected value, each with a letter for its
// field, with tabs between them. For bytes on the wire it has the difference, for a call
// that returns its argument "=".
func (r *row) change(before *row, step string) string {
	var b strings.Builder
	for i, value := range r {
		switch {
		case i < fieldPeers || i == fieldRecords:
			if value == usual(i, r[fieldRet]) {
				continue
			}
			if i == fieldRet && strings.HasSuffix(step, " "+value) {
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

// usual returns the most frequent value of a field that does not depend on the row
// before, for a call that returned ret, or "" for none.
func usual(field int, ret string) string {
	switch {
	case field == fieldRecords:
		return "[]"
	case ret == "" || field == fieldRet:
		return ""
	case field == fieldError:
		return `"SSL_ERROR_NONE"`
	}
	return `""`
}

// changed returns the row after r for which change returned the text. Any other text gives
// an error or a meaningless row.
func (r row) changed(change, step string) (row, error) {
	r[fieldRet], r[fieldError], r[fieldReason], r[fieldRecords] = "", "", "", "[]"
	for change != "" {
		var one string
		one, change, _ = strings.Cut(change, "\t")
		if one == "" || one[0] < 'a' || one[0] >= 'a'+fieldCount {
			return r, fmt.Errorf("conformance: no field %q", one)
		}
		i := int(one[0] - 'a')
		value := one[1:]
		switch {
		case i == fieldRet && value == "=":
			value = step[strings.LastIndexByte(step, ' ')+1:]
		case i >= fieldWire && i < fieldRecords:
			value = strconv.Itoa(number(r[i]) + number(value))
		}
		r[i] = value
		if i == fieldRet {
			r[fieldError], r[fieldReason] = usual(fieldError, value), usual(fieldReason, value)
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
