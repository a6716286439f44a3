package capture

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// fate is what becomes of a record's bytes behind the place where the capture is
// taken, or became of them in front of it.
type fate struct {
	flipped []int // bytes whose last bit the attacker flips
	lost    []string
	flips   []string
}

// fatesOf looks through a scenario for the harm it does.
func fatesOf(steps []engine.Step) map[engine.RecordID]fate {
	all := map[engine.RecordID]fate{}
	for _, s := range steps {
		for _, m := range s.Moves() {
			f := all[m.Record.ID]
			step := "step " + strconv.Itoa(s.N)
			switch m.Kind {
			case engine.Damaged:
				f.flip(m.From)
				f.flips = append(f.flips, "In "+step+" an attacker flips the last bit of byte "+strconv.Itoa(m.From)+".")
			case engine.Lost:
				f.lost = append(f.lost, "In "+step+" bytes "+span(m.From, m.To)+" are lost behind this point.")
			default:
				continue
			}
			all[m.Record.ID] = f
		}
	}
	return all
}

// flip notes a flipped bit; twice is back again.
func (f *fate) flip(at int) {
	if i := slices.Index(f.flipped, at); i >= 0 {
		f.flipped = slices.Delete(f.flipped, i, i+1)
		return
	}
	f.flipped = append(f.flipped, at)
}

// fated is the bytes that a move puts on the wire, as the attacker leaves them, and
// what is to be said of them.
func (c *Connection) fated(m engine.Move, fates map[engine.RecordID]fate) ([]byte, string) {
	f := fates[m.Record.ID]
	b := c.Bytes(m.Record)
	whole := b.Wire
	if len(f.flipped) > 0 {
		whole = slices.Clone(whole)
	}
	for _, at := range f.flipped {
		whole[at] ^= 1
	}
	text := describe(m.Record)
	if m.To-m.From < len(whole) {
		text += ", bytes " + span(m.From, m.To) + " of " + strconv.Itoa(len(whole))
	}
	if !b.Known {
		text += ", whose content is not recorded: zeros stand in for it"
	}
	return whole[m.From:m.To], strings.Join(slices.Concat([]string{text}, f.flips, f.lost), "\n")
}

// span is bytes from <= i < to, in words.
func span(from, to int) string {
	if to-from == 1 {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + " to " + strconv.Itoa(to-1)
}

// describe names a record.
func describe(r engine.Record) string {
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

// sentence says what a step did, in a packet's comment.
func sentence(n int, s engine.Step) string {
	if n == 0 {
		return "before step 1: " + s.Op.String()
	}
	return "step " + strconv.Itoa(n) + ": " + script.Sentence(s)
}
