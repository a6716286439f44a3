package capture

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// damage is what becomes of a record's bytes behind the place where the capture is
// taken, or became of them in front of it.
type damage struct {
	flippedBytes []int // bytes whose last bit the attacker flips
	lossNotes    []string
	flipNotes    []string
}

// damageByRecord looks through a scenario for the harm it does.
func damageByRecord(steps []engine.Step) map[engine.RecordID]damage {
	all := map[engine.RecordID]damage{}
	for _, s := range steps {
		for _, m := range s.Moves() {
			f := all[m.Record.ID]
			step := "step " + strconv.Itoa(s.N)
			switch m.Kind {
			case engine.Damaged:
				f.flipBit(m.From)
				f.flipNotes = append(f.flipNotes, "In "+step+" an attacker flips the last bit of byte "+strconv.Itoa(m.From)+".")
			case engine.Lost:
				f.lossNotes = append(f.lossNotes, "In "+step+" bytes "+byteRange(m.From, m.To)+" are lost behind this point.")
			default:
				continue
			}
			all[m.Record.ID] = f
		}
	}
	return all
}

// flipBit notes a flipped bit; twice is back again.
func (f *damage) flipBit(at int) {
	if i := slices.Index(f.flippedBytes, at); i >= 0 {
		f.flippedBytes = slices.Delete(f.flippedBytes, i, i+1)
		return
	}
	f.flippedBytes = append(f.flippedBytes, at)
}

// bytesOnWire is the bytes that a move puts on the wire, as the attacker leaves them, and
// what is to be said of them.
func (c *Connection) bytesOnWire(m engine.Move, fates map[engine.RecordID]damage) ([]byte, string) {
	f := fates[m.Record.ID]
	b := c.Bytes(m.Record)
	whole := b.Wire
	if len(f.flippedBytes) > 0 {
		whole = slices.Clone(whole)
	}
	for _, at := range f.flippedBytes {
		whole[at] ^= 1
	}
	text := recordName(m.Record)
	if m.To-m.From < len(whole) {
		text += ", bytes " + byteRange(m.From, m.To) + " of " + strconv.Itoa(len(whole))
	}
	if !b.Known {
		text += ", whose content is not recorded: zeros stand in for it"
	}
	return whole[m.From:m.To], strings.Join(slices.Concat([]string{text}, f.flipNotes, f.lossNotes), "\n")
}

// byteRange is bytes from <= i < to, in words.
func byteRange(from, to int) string {
	if to-from == 1 {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + " to " + strconv.Itoa(to-1)
}

// recordName names a record.
func recordName(r engine.Record) string {
	switch {
	case r.Injected:
		return "an attacker's " + r.Alert.String() + " in plain text"
	case r.Type == engine.TypeAlert:
		return r.Alert.Level.String() + " alert " + r.Alert.String()
	case r.Type == engine.TypeHandshake:
		return r.Message.String()
	case r.Type == engine.TypeApplicationData:
		return "application data, " + strconv.Itoa(r.Length) + " bytes"
	}
	return r.Type.String()
}

// stepComment says what a step did, in a packet's comment.
func stepComment(n int, s engine.Step) string {
	if n == 0 {
		return "before step 1: " + s.Op.String()
	}
	return "step " + strconv.Itoa(n) + ": " + script.Sentence(s)
}
