package model

import (
	"strconv"

	"closenotify/engine"
)

// WireHeader is the part of the header above the wire that tells of one direction.
type WireHeader struct {
	Dir   engine.Direction
	Notes []string
}

// wireScene tells of one direction at the cursor.
func (m *Model) wireScene(d engine.Direction) WireHeader {
	w := m.World().Wire(d)
	h := WireHeader{Dir: d}
	if n := w.Queued(); n > 0 && !w.Reset() { // nobody can read them any more
		text := strconv.Itoa(n) + " B queued"
		if r := w.Readable(); r < n {
			text = strconv.Itoa(r) + " of " + strconv.Itoa(n) + " B readable"
		}
		h.Notes = append(h.Notes, text)
	}
	if w.Held() {
		h.Notes = append(h.Notes, "held")
	}
	if _, ok := w.FIN(); ok {
		h.Notes = append(h.Notes, "FIN")
	}
	if _, ok := w.RST(); ok || w.Reset() {
		h.Notes = append(h.Notes, "RST")
	}
	if w.Capacity() < engine.DefaultCapacity {
		h.Notes = append(h.Notes, "capacity "+strconv.Itoa(w.Capacity())+" B")
	}
	if w.Broken() {
		h.Notes = append(h.Notes, "broken")
	}
	return h
}
