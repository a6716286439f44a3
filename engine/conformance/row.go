package conformance

import (
	"encoding/json"
	"strconv"
)

// The fields of a row, in the order in which the harness prints them: those of what the
// call returned, those of each peer, those of the wire, and the records.
const (
	fieldRet     = 0
	fieldError   = 1
	fieldReason  = 2
	fieldErrors  = 3
	fieldErrno   = 4
	fieldBytes   = 5
	fieldBlocked = 6 // then what has returned late, and whether there is a deadlock
	fieldPeers   = 9
	perPeer      = 9
	fieldWire    = fieldPeers + 2*perPeer
	fieldRecords = fieldWire + 4
	fieldCount   = fieldRecords + 1
)

// The keys of the fields of a call, and of a peer.
var (
	callKeys = [fieldPeers]string{"ret", "error", "reason", "errors", "errno", "bytes", "blocked", "returned", "deadlock"}
	peerKeys = [perPeer]string{"shutdown", "state", "pending", "want", "resumable", "cached", "has_pending", "state_string", "poll"}
)

// stateString is the index of the key in peerKeys.
const stateString = 7

// letters has the letter that stands for each field in a file. The keys that were added to
// the trace last have the last letters.
const letters = "abcuvwDEF" + "defghixyz" + "jklmnoABC" + "pqrs" + "t"

// row has the values of one step of a trace, as JSON. A value is "" if its key is
// missing, because the step returns nothing, the peer is freed, the wire is not compared,
// or the step was recorded before the key was in the trace.
type row [fieldCount]string

// object is the step that the harness prints, without what the call returned.
type object struct {
	Client, Server map[string]json.RawMessage
	Wire           struct {
		C2S, S2C struct{ Readable, Queued json.RawMessage }
	}
	Records json.RawMessage
}

// parseRow reads a line of a trace. Without wire, it leaves out the bytes on the wire.
func parseRow(line string, wire bool) (row, error) {
	var call map[string]json.RawMessage
	var o object
	if err := json.Unmarshal([]byte(line), &call); err != nil {
		return row{}, err
	}
	if err := json.Unmarshal([]byte(line), &o); err != nil {
		return row{}, err
	}
	var r row
	for i, key := range callKeys {
		r[i] = string(call[key])
	}
	for i, key := range peerKeys {
		r[fieldPeers+i] = string(o.Client[key])
		r[fieldPeers+perPeer+i] = string(o.Server[key])
	}
	if wire {
		copy(r[fieldWire:], []string{string(o.Wire.C2S.Readable), string(o.Wire.C2S.Queued), string(o.Wire.S2C.Readable), string(o.Wire.S2C.Queued)})
	}
	r[fieldRecords] = string(o.Records)
	return r, nil
}

// json returns the line that the row was read from, without a wire that was left out.
func (r *row) json(n int, step string) string {
	b := make([]byte, 0, 768)
	b = append(strconv.AppendInt(append(b, `{"n":`...), int64(n), 10), `,"step":"`...)
	b = append(append(b, step...), '"')
	b = appendKeys(b, callKeys[:], r[:])
	for i, peer := range peers {
		b = append(append(append(b, `,"`...), peer...), `":{`...)
		b = append(appendKeys(b, peerKeys[:], r[fieldPeers+i*perPeer:]), '}')
	}
	if w := r[fieldWire:]; w[0] != "" {
		b = append(append(b, `,"wire":{"c2s":{"readable":`...), w[0]...)
		b = append(append(b, `,"queued":`...), w[1]...)
		b = append(append(b, `},"s2c":{"readable":`...), w[2]...)
		b = append(append(append(b, `,"queued":`...), w[3]...), "}}"...)
	}
	return string(append(append(append(b, `,"records":`...), r[fieldRecords]...), '}'))
}

// appendKeys appends the keys whose values are not missing.
func appendKeys(b []byte, keys, values []string) []byte {
	for i, key := range keys {
		if values[i] == "" {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), key...), `":`...)
		b = append(b, values[i]...)
	}
	return b
}
