package model

// Transcript is the ladder in sentences.
type Transcript struct {
	First int // number of the first sentence
	Lines []TranscriptLine
	After int
}

// TranscriptLine is a sentence of the transcript.
type TranscriptLine struct {
	N       int
	Text    string
	Current bool
	Ahead   bool
	Highlighted     bool
}

// transcript tells the steps in sight.
func (m *Model) transcript() Transcript {
	if m.Len() == 0 {
		return Transcript{First: 1}
	}
	first, last := m.window()
	t := Transcript{First: first, After: m.Len() - last}
	lit := m.highlightedCause().Step
	for i := first; i <= last; i++ {
		t.Lines = append(t.Lines, TranscriptLine{i, Sentence(m.History, m.Path[i]), i == m.At, i > m.At, i == lit})
	}
	return t
}
