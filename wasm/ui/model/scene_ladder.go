package model

// Ladder is the drawing: the rows in sight and how many are not.
type Ladder struct {
	Rows       []Row
	RowsBefore int
	RowsAfter  int
	Empty      bool
	Forks      Forks
}

// Forks is where the history forks around the cursor. On says that it forks
// anywhere: the bar then stays, so that a step moves nothing.
type Forks struct {
	Any     bool
	Instead []Future // in place of the step under the cursor
	Next    []Future // behind it
}

// MaxVisibleRows is how many rows of the ladder, and of the transcript, are drawn at
// once.
const MaxVisibleRows = 24

// visibleSteps is the steps first..last that are in sight. It follows the cursor in
// strides, so that most steps, and calls at the end, leave it where it is.
func (m *Model) visibleSteps() (first, last int) {
	const stride = MaxVisibleRows / 3
	atEnd := (m.Len()-1)/stride - 2 // a call more moves it once in a stride
	first = max(1, min(m.At/stride-1, atEnd)*stride+1)
	return first, min(m.Len(), first+MaxVisibleRows-1)
}

// ladderScene draws the rows in sight.
func (m *Model) ladderScene() Ladder {
	if m.Len() == 0 {
		return Ladder{Empty: true}
	}
	first, last := m.visibleSteps()
	l := Ladder{RowsBefore: first - 1, RowsAfter: m.Len() - last, Forks: Forks{Any: m.hasBranches(), Next: m.futuresAt(m.At)}}
	if m.At > 0 {
		l.Forks.Instead = m.futuresAt(m.At - 1)
	}
	f := m.trackRecords(first)
	for i := first; i <= last; i++ {
		l.Rows = append(l.Rows, m.rowScene(i, f))
	}
	return l
}
