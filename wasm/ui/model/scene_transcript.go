package model

import "closenotify/engine/explain"

// TranscriptScene is the ladder in sentences.
type TranscriptScene struct {
	First     int // number of the first sentence
	Lines     []TranscriptLine
	RowsAfter int
}

// TranscriptLine is a sentence of the transcript.
type TranscriptLine struct {
	N           int
	Text        string
	Current     bool
	Ahead       bool
	Highlighted bool
}

// transcriptScene tells the steps in sight.
func (m *Model) transcriptScene() TranscriptScene {
	if m.Len() == 0 {
		return TranscriptScene{First: 1}
	}
	first, last := m.visibleSteps()
	t := TranscriptScene{First: first, RowsAfter: m.Len() - last}
	lit := m.highlightedCause().Step
	for i := first; i <= last; i++ {
		t.Lines = append(t.Lines, TranscriptLine{i, explain.Sentence(m.History, m.Path[i]), i == m.At, i > m.At, i == lit})
	}
	return t
}
