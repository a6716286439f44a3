package model

import (
	"maps"
	"slices"
	"strconv"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/explain"
)

// BytesScene is the Bytes panel: one record, byte by byte.
type BytesScene struct {
	Records  []Choice // the menu of records; each Value is an action
	Title    string   // "close_notify"
	About    string   // "client to server, step 3"
	Progress string   // where its bytes are: "All 24 bytes read."
	Damage   string   // what a flipped bit causes, "" if there is none
	Blocks   []HexBlock
	Fields   []FieldScene
}

// FieldScene is a field of the record with its explanation.
type FieldScene struct {
	capture.Field
	ID  int    // see FieldID
	Hex string // its bytes, or the first of them
}

// HexBlock is a part of the record, in rows of 16 bytes.
type HexBlock struct {
	Title string
	Rows  []HexRow
}

// partTitles are the titles of the parts.
var partTitles = map[capture.Part]string{
	capture.OnWire: "On the wire", capture.InNonce: "Nonce", capture.Inside: "Inside, decrypted",
}

// HexRow is a row of bytes. One with RowsCut stands for rows that are not shown.
type HexRow struct {
	Offset  int // of its first byte in the part
	Runs    []HexRun
	RowsCut int // how many rows are not shown
}

// HexRun is a run of bytes that belong to the same field and are in the same state.
type HexRun struct {
	Field   int    // see FieldID
	Name    string // of the field, "" if the run does not begin it
	Hex     string
	State   ByteState
	Flipped bool
}

// bytesScene is the panel at the cursor.
func (m *Model) bytesScene() BytesScene {
	log := m.derived.records
	if log == nil {
		return BytesScene{}
	}
	s := BytesScene{Records: m.recordChoices(log)}
	i := log.shownIndex(m.ShownRecord, m.At)
	if i < 0 {
		return s
	}
	r := log.records[i]
	b := log.conn.RecordBytes(r.record)
	states, flipped := m.byteStates(r, len(b.Wire))
	b.Wire = flipBits(b.Wire, flipped)
	for i, f := range b.Fields() {
		s.Fields = append(s.Fields, FieldScene{f, i, hexOf(partBytes(b, f.Part)[f.From:f.To], maxFieldHex)})
	}
	for _, p := range []capture.Part{capture.OnWire, capture.InNonce, capture.Inside} {
		if p == capture.OnWire || b.Protected {
			s.Blocks = append(s.Blocks, hexBlock(b, p, s.Fields, states, flipped))
		}
	}
	s.Title, s.About = explain.RecordName(r.record), r.about()
	s.Progress, s.Damage = progressText(states), damageText(b, flipped)
	return s
}

// partBytes are the bytes of a part.
func partBytes(b capture.RecordBytes, p capture.Part) []byte {
	switch p {
	case capture.InNonce:
		return b.Nonce
	case capture.Inside:
		return b.Inner
	}
	return b.Wire
}

// flipBits is a copy of a record in which the last bit of some bytes is flipped.
func flipBits(record []byte, flipped map[int]bool) []byte {
	record = slices.Clone(record)
	for at, on := range flipped {
		if on {
			record[at] ^= 1
		}
	}
	return record
}

// damageText says what a flipped bit causes, the first one if there are several.
func damageText(b capture.RecordBytes, flipped map[int]bool) string {
	for _, at := range slices.Sorted(maps.Keys(flipped)) {
		if !flipped[at] {
			continue
		}
		text := "The last bit of byte " + strconv.Itoa(at) + " was flipped on the way. "
		switch {
		case !b.Protected:
			return text + "Nothing protects this record: its reader cannot tell."
		case at < capture.HeaderLength:
			return text + "It is in the header. The tag covers the header too, so the reader cannot accept the record."
		}
		return text + "The tag that the reader computes is not the one that arrived. So the reader discards the record and answers bad_record_mac, and the connection is over. The part called Inside shows what the sender encrypted."
	}
	return ""
}

// maxRecordChoices is how many records the menu has: a long scenario has too many.
const maxRecordChoices = 40

// recordChoices lists the newest records that the cursor has come to, and the chosen one.
func (m *Model) recordChoices(log *recordLog) []Choice {
	_, chosen := log.index[m.ShownRecord]
	list := []Choice{{"show-record 0 " + strconv.Itoa(m.At), "the one that this step moved", !chosen || m.ShownRecord == 0}}
	last := len(log.records)
	for last > 0 && log.records[last-1].step > m.At {
		last--
	}
	for i := max(0, last-maxRecordChoices); i < last; i++ {
		list = append(list, log.records[i].choice(m.ShownRecord))
	}
	if i := log.index[m.ShownRecord]; chosen && i < last-maxRecordChoices {
		list = append(list, log.records[i].choice(m.ShownRecord))
	}
	return list
}

// choice is the record's entry in the menu.
func (r loggedRecord) choice(chosen engine.RecordID) Choice {
	id := strconv.Itoa(int(r.record.ID))
	return Choice{"show-record " + id + " " + strconv.Itoa(r.step), explain.RecordName(r.record) + ", " + r.about(), r.record.ID == chosen}
}

// about says who sent the record to whom, and when.
func (r loggedRecord) about() string {
	from := r.record.Sender.String()
	if r.record.Injected {
		from = "attacker"
	}
	step := ", before step 1"
	if r.step > 0 {
		step = ", step " + strconv.Itoa(r.step)
	}
	return from + " to " + r.record.Sender.Other().String() + step
}
