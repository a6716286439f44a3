package model

import (
	"fmt"
	"strings"

	"closenotify/engine/capture"
)

// What is drawn of a record at most. All of it can be copied.
const (
	hexWidth    = 16 // bytes in a row
	hexRows     = 14 // rows of a part
	hexTail     = 4  // how many of these are from its end
	maxFieldHex = 16 // bytes beside an explanation
)

// hexBlock lays a part out in rows. states and flipped tell of the bytes on the wire.
func hexBlock(b capture.RecordBytes, part capture.Part, fields []FieldScene, states []ByteState, flipped map[int]bool) HexBlock {
	all := partBytes(b, part)
	block := HexBlock{Title: partTitles[part]}
	rows := (len(all) + hexWidth - 1) / hexWidth
	for row := 0; row < rows; row++ {
		if rows > hexRows && row == hexRows-hexTail {
			cut := rows - hexRows
			block.Rows = append(block.Rows, HexRow{RowsCut: cut})
			row += cut
		}
		r := HexRow{Offset: row * hexWidth}
		for i := r.Offset; i < min(len(all), r.Offset+hexWidth); i++ {
			run := byteRun(all[i], i, part, fields)
			if part == capture.OnWire {
				run.State, run.Flipped = states[i], flipped[i]
			}
			r.appendByte(run)
		}
		block.Rows = append(block.Rows, r)
	}
	return block
}

// byteRun is byte i of a part, as a run of its own.
func byteRun(b byte, i int, part capture.Part, fields []FieldScene) HexRun {
	run := HexRun{Hex: fmt.Sprintf("%02x", b)}
	for _, f := range fields {
		if f.Part != part || i < f.From || f.To <= i {
			continue
		}
		run.Field = f.ID
		if i == f.From {
			run.Name = f.Name
		}
	}
	return run
}

// appendByte appends a byte, to the last run if it belongs to the same field and is in the same
// state.
func (r *HexRow) appendByte(run HexRun) {
	if n := len(r.Runs); n > 0 {
		last := &r.Runs[n-1]
		if last.Field == run.Field && last.State == run.State && last.Flipped == run.Flipped {
			last.Hex += " " + run.Hex
			return
		}
	}
	r.Runs = append(r.Runs, run)
}

// hexOf writes bytes as "17 03 03". If there are more than most, it writes only these.
func hexOf(b []byte, most int) string {
	text := fmt.Sprintf("% x", b[:min(len(b), most)])
	if len(b) > most {
		text += " \u2026"
	}
	return text
}

// hexDump writes all of a record, 16 bytes on a line.
func hexDump(b []byte) string {
	var s strings.Builder
	for len(b) > 0 {
		n := min(len(b), hexWidth)
		s.WriteString(hexOf(b[:n], n) + "\n")
		b = b[n:]
	}
	return s.String()
}
