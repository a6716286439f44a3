package model

// StorePlayed asks to note on which day a lesson was played to its end, counted from 1970.
type StorePlayed struct {
	Lesson string
	Day    int
}

func (StorePlayed) cmd() {}

// notePlayed notes that the cursor has come to the end of a lesson.
func (m *Model) notePlayed(before *Model) []Cmd {
	if m.At == before.At || m.At < m.Len() || isCode(m.Preset) || !m.closingCard().Completed {
		return nil
	}
	return []Cmd{StorePlayed{m.Preset, m.Today}}
}
