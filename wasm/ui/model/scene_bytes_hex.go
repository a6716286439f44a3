package model

import (
	"encoding/hex"
	"strings"

	"closenotify/engine/capture"
)

// Limits of what is drawn of a record of many bytes; all of it can be copied.
const (
	hexWidth    = 16 // bytes a row
	hexRows     = 14 // rows of a part
	hexTail     = 4  // of them, rows of its end
	maxFieldHex = 16 // bytes beside an explanation
)

// hexBlock lays a part out.
func hexBlock(b capture.Bytes, part capture.Part, fields []FieldScene, states []ByteState, flipped map[int]bool) HexBlock {
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
			run := HexRun{Hex: hexOf(all[i:i+1], 1)}
			if part == capture.OnWire {
				run.State, run.Flipped = states[i], flipped[i]
			}
			for _, f := range fields {
				if f.Part == part && f.From <= i && i < f.To {
					run.Field = f.ID
					if i == f.From {
						run.Name = f.Name
					}
				}
			}
			r.addRun(run)
		}
		block.Rows = append(block.Rows, r)
	}
	return block
}

// addRun puts a byte behind the others, into the last run if it is of its kind.
func (r *HexRow) addRun(run HexRun) {
	if n := len(r.Runs); n > 0 {
		last := &r.Runs[n-1]
		if last.Field == run.Field && last.State == run.State && last.Flipped == run.Flipped {
			last.Hex += " " + run.Hex
			return
		}
	}
	r.Runs = append(r.Runs, run)
}

// hexOf is bytes as text, "17 03 03", the first of more than most of them.
func hexOf(b []byte, most int) string {
	var s strings.Builder
	for i, x := range b[:min(len(b), most)] {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(hex.EncodeToString([]byte{x}))
	}
	if len(b) > most {
		s.WriteString(" \u2026")
	}
	return s.String()
}

// hexDump is all of a record as text, 16 bytes a line.
func hexDump(b []byte) string {
	var s strings.Builder
	for len(b) > 0 {
		n := min(len(b), hexWidth)
		s.WriteString(hexOf(b[:n], n) + "\n")
		b = b[n:]
	}
	return s.String()
}
