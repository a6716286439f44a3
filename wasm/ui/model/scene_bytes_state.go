package model

import (
	"strconv"

	"closenotify/engine"
)

// ByteState says where a byte of a record is at the cursor.
type ByteState string

// The states.
const (
	ByteUnsent  ByteState = "unsent" // its sender still has it
	ByteFlight  ByteState = "flight"
	ByteArrived ByteState = "arrived" // and not yet read
	ByteRead    ByteState = "read"
	ByteLost    ByteState = "lost"
)

// byteStates says where each byte of a record is at the cursor, and which of them have a
// flipped bit. length is that of the record in bytes.
func (m *Model) byteStates(r loggedRecord, length int) (states []ByteState, flipped map[int]bool) {
	states, flipped = make([]ByteState, length), map[int]bool{}
	fill := func(from, to int, s ByteState) {
		for i := from; i < to; i++ {
			states[i] = s
		}
	}
	fill(0, length, ByteUnsent)
	for _, move := range r.moves {
		if move.step > m.At {
			break
		}
		switch move.kind {
		case engine.Queued, engine.Injected:
			fill(move.from, move.to, ByteFlight) // corrected below if they have arrived
		case engine.Consumed:
			fill(move.from, move.to, ByteRead)
		case engine.Lost:
			fill(move.from, move.to, ByteLost)
		case engine.Damaged:
			flipped[move.from] = !flipped[move.from]
		}
	}
	taken := length // off the wire, by the reader or its BIO
	for _, f := range m.World().Wire(engine.Outgoing(r.record.Sender)).Records() {
		if f.Record.ID == r.record.ID {
			fill(f.From, f.From+f.Readable, ByteArrived)
			taken = f.From
		}
	}
	for i, s := range states[:taken] {
		if s == ByteFlight {
			states[i] = ByteArrived
		}
	}
	return states, flipped
}

// stateWords follow a number of bytes in a sentence.
var stateWords = []struct {
	state ByteState
	words string
}{
	{ByteRead, "read"}, {ByteArrived, "arrived, not read"}, {ByteFlight, "in flight (dashed)"},
	{ByteUnsent, "not yet sent (dotted)"}, {ByteLost, "lost (struck out)"},
}

// progressText says where the bytes of a record are: "12 of 24 bytes arrived, not read;
// 12 in flight (dashed)."
func progressText(states []ByteState) string {
	count := map[ByteState]int{}
	for _, s := range states {
		count[s]++
	}
	text := ""
	for _, w := range stateWords {
		n := count[w.state]
		switch {
		case n == 0:
			continue
		case n == len(states):
			return "All " + strconv.Itoa(n) + " bytes " + w.words + "."
		case text == "":
			text = strconv.Itoa(n) + " of " + strconv.Itoa(len(states)) + " bytes " + w.words
		default:
			text += "; " + strconv.Itoa(n) + " " + w.words
		}
	}
	return text + "."
}
