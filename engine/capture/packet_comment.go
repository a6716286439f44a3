package capture

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// stepComment says what a step did, for the comments of its packets. Step 0 is
// the handshake before the first step.
func stepComment(n int, s engine.Step) string {
	if n == 0 {
		return "before step 1: " + s.Op.String()
	}
	return "step " + strconv.Itoa(n) + ": " + script.StepText(s)
}

// moveComment describes the bytes that a move writes, and what happens to them.
func moveComment(m engine.ByteMove, b RecordBytes, d recordDamage) string {
	text := recordName(m.Record)
	if m.To-m.From < len(b.Wire) {
		text += ", bytes " + byteRange(m.From, m.To) + " of " + strconv.Itoa(len(b.Wire))
	}
	if !b.Recorded {
		text += "; its content was not recorded, so zeros are shown"
	}
	return strings.Join(slices.Concat([]string{text}, d.flipNotes, d.lossNotes), "\n")
}

// recordName gives a record's type and, for alerts and handshake messages, which
// one it is.
func recordName(r engine.Record) string {
	switch {
	case r.Injected:
		return "an attacker's " + r.Alert.String() + " in plaintext"
	case r.Type == engine.TypeAlert:
		return r.Alert.Level.String() + " alert " + r.Alert.String()
	case r.Type == engine.TypeHandshake:
		return r.Message.String()
	case r.Type == engine.TypeApplicationData:
		return "application data, " + strconv.Itoa(r.Length) + " bytes"
	}
	return r.Type.String()
}

// byteRange gives the positions from <= i < to as "3 to 5", or "3" for one byte.
func byteRange(from, to int) string {
	if to-from == 1 {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + " to " + strconv.Itoa(to-1)
}
