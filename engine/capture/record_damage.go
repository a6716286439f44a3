package capture

import (
	"slices"
	"strconv"

	"closenotify/engine"
)

// recordDamage is what a scenario does to the bytes of one record: what an
// attacker changes before the capture point, and what is lost after it.
type recordDamage struct {
	flippedBytes []int // positions in the record; the lowest bit of each is flipped
	flipNotes    []string
	lossNotes    []string
}

// damageByRecord collects the damage of a whole scenario. It has to look ahead: a
// later step can flip a bit of bytes that are captured now.
func damageByRecord(steps []engine.Step) map[engine.RecordID]recordDamage {
	all := map[engine.RecordID]recordDamage{}
	for _, s := range steps {
		for _, m := range s.ByteMoves() {
			d := all[m.Record.ID]
			step := "In step " + strconv.Itoa(s.N)
			switch m.Kind {
			case engine.Damaged:
				d.flip(m.From)
				d.flipNotes = append(d.flipNotes, step+", an attacker flips the last bit of byte "+strconv.Itoa(m.From)+".")
			case engine.Lost:
				d.lossNotes = append(d.lossNotes, step+", bytes "+byteRange(m.From, m.To)+" are lost after the capture point.")
			default:
				continue
			}
			all[m.Record.ID] = d
		}
	}
	return all
}

// flip notes that the lowest bit of a byte is flipped. A second flip restores it.
func (d *recordDamage) flip(at int) {
	if i := slices.Index(d.flippedBytes, at); i >= 0 {
		d.flippedBytes = slices.Delete(d.flippedBytes, i, i+1)
		return
	}
	d.flippedBytes = append(d.flippedBytes, at)
}

// apply returns the record as it passes the capture point.
func (d *recordDamage) apply(record []byte) []byte {
	if len(d.flippedBytes) == 0 {
		return record
	}
	record = slices.Clone(record)
	for _, at := range d.flippedBytes {
		record[at] ^= 1
	}
	return record
}
