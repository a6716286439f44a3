package model

import "closenotify/engine/explain"

// TranscriptScene tells the steps of the ladder in sentences.
type TranscriptScene struct {
	First int // the number of the first step
	Lines []TranscriptLine
}

// TranscriptLine tells of step N.
type TranscriptLine struct {
	N           int
	Text        string
	Current     bool
	Ahead       bool // the cursor has not come to it
	Highlighted bool // it set the flag that is highlighted
}

// transcriptScene tells the steps that are in sight in the ladder. Beside a drawing that hides
// what comes, it tells only which calls come. As the open panel it tells everything.
func (m *Model) transcriptScene() TranscriptScene {
	if m.Len() == 0 {
		return TranscriptScene{First: 1}
	}
	first, last := m.visibleSteps()
	t := TranscriptScene{First: first}
	highlighted := m.highlightedCause().Step
	for i := first; i <= last; i++ {
		var text string
		if m.hides(i) || i > m.At && m.Future == "hidden" && !m.Static && m.Pane != PaneTranscript {
			text = explain.CallSentence(m.Step(i)) + "."
		} else {
			text = explain.Sentence(m.History, m.Path[i])
		}
		t.Lines = append(t.Lines, TranscriptLine{i, text, i == m.At, i > m.At && !m.Static, i == highlighted})
	}
	return t
}
