package model

// TogglePresent shows only the narration, the flags and the drawing, in large type, or ends
// that.
type TogglePresent struct{}

func (TogglePresent) update(m *Model) []Cmd {
	m.Present, m.Opening, m.Menu, m.Sheet = !m.Present, false, Menu{}, false
	m.Status = "presentation ended"
	if m.Present {
		m.Status = "presentation: the drawing alone. Escape leaves."
	}
	return nil
}
