package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/explain"
)

// BytesScene is the inspector: one record, byte by byte.
type BytesScene struct {
	Records  []Choice // that can be looked at; a Value is a deed
	Title    string   // "close_notify"
	About    string   // "client to server, step 3"
	Progress string   // where its bytes are
	Damage   string   // what a flipped bit does, "" where none is
	Blocks   []HexBlock
	Fields   []FieldScene
}

// FieldScene is the explanation of a run of bytes.
type FieldScene struct {
	capture.Field
	ID  int // ties it to its bytes
	Hex string
}

// HexBlock is a part of the record, in rows of 16 bytes.
type HexBlock struct {
	Title string
	Rows  []HexRow
}

// partTitles name the parts.
var partTitles = map[capture.Part]string{
	capture.OnWire: "On the wire", capture.InNonce: "Nonce, never sent as a whole", capture.Inside: "Inside, decrypted",
}

// HexRow is a row, or, with Cut, the place of rows that are not shown.
type HexRow struct {
	Offset  int // of its first byte
	Runs    []HexRun
	RowsCut int // rows left out
}

// HexRun is bytes of a row that belong to one field and are in one state.
type HexRun struct {
	Field   int
	Name    string // of the field, where the field begins
	Hex     string
	State   ByteState
	Flipped bool
}

// bytesScene is the record at the cursor.
func (m *Model) bytesScene() BytesScene {
	t := m.derived.records
	if t == nil {
		return BytesScene{}
	}
	s := BytesScene{Records: m.recordChoices(t)}
	at := t.shownIndex(m.ShownRecord, m.At)
	if at < 0 {
		return s
	}
	r := t.records[at]
	b := t.conn.Bytes(r.record)
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
	s.Title, s.About = explain.RecordName(r.record), aboutRecord(r)
	s.Progress, s.Damage = progressText(states), damageText(b, flipped)
	return s
}

// partBytes is the bytes of a part.
func partBytes(b capture.Bytes, p capture.Part) []byte {
	switch p {
	case capture.InNonce:
		return b.Nonce
	case capture.Inside:
		return b.Inner
	}
	return b.Wire
}

// flipBits is a record with bits flipped.
func flipBits(record []byte, flipped map[int]bool) []byte {
	record = append([]byte(nil), record...)
	for at, on := range flipped {
		if on {
			record[at] ^= 1
		}
	}
	return record
}

// damageText says what comes of a flipped bit.
func damageText(b capture.Bytes, flipped map[int]bool) string {
	for at, on := range flipped {
		if !on {
			continue
		}
		text := "The last bit of byte " + strconv.Itoa(at) + " was flipped on the way. "
		switch {
		case !b.Protected:
			return text + "Nothing protects this record: its reader cannot tell."
		case at < capture.HeaderLength:
			return text + "It stands in the header, which the tag covers, too: whatever the reader makes of it, it cannot accept the record."
		}
		return text + "The tag that the reader computes is not the one that has come: it throws the record away, answers bad_record_mac, and the connection is over. What stands below as inside is what the sender had put in."
	}
	return ""
}

// recordChoices lists the records that the cursor has come to, and those around the
// cursor first of all: a long scenario has too many for a menu.
func (m *Model) recordChoices(t *recordLog) []Choice {
	const most = 40
	_, chosen := t.index[m.ShownRecord]
	list := []Choice{{"show-record 0 " + strconv.Itoa(m.At), "the one that this step moved", !chosen || m.ShownRecord == 0}}
	last := len(t.records)
	for last > 0 && t.records[last-1].step > m.At {
		last--
	}
	for i := max(0, last-most); i < last; i++ {
		list = append(list, recordChoice(t.records[i], m.ShownRecord))
	}
	if i := t.index[m.ShownRecord]; chosen && i < last-most {
		list = append(list, recordChoice(t.records[i], m.ShownRecord))
	}
	return list
}

// recordChoice is a record in the menu.
func recordChoice(r loggedRecord, chosen engine.RecordID) Choice {
	id := strconv.Itoa(int(r.record.ID))
	return Choice{"show-record " + id + " " + strconv.Itoa(r.step), explain.RecordName(r.record) + ", " + aboutRecord(r), r.record.ID == chosen}
}

// aboutRecord says who sent a record and when.
func aboutRecord(r loggedRecord) string {
	from := r.record.From.String()
	if r.record.Injected {
		from = "attacker"
	}
	step := ", before step 1"
	if r.step > 0 {
		step = ", step " + strconv.Itoa(r.step)
	}
	return from + " to " + r.record.From.Peer().String() + step
}
