package model

import "closenotify/engine"

// Ladder is the drawing: a window of rows around the cursor.
type Ladder struct {
	Rows       []Row
	RowsBefore int // how many rows there are before the window
	RowsAfter  int // and after it
	Empty      bool
	Forks      Forks
}

// Forks are the ways in which the history goes on around the cursor.
type Forks struct {
	Any     bool     // the history forks somewhere: the bar is shown, so that it does not come and go with the steps
	Instead []Future // other steps in place of the one under the cursor
	Next    []Future // the next steps, if there are several
}

// Future is one way in which a moment goes on.
type Future struct {
	Node    engine.NodeID
	Text    string // its step, "client SSL_shutdown"
	OnStage bool   // it is on the branch on the stage
}

// MaxVisibleRows is how many rows the windows of the ladder, of the transcript and of the
// other lists of steps have at most.
const MaxVisibleRows = 24

// visibleSteps is the window: the steps first..last. It follows the cursor in strides, so
// that most moves of the cursor, and calls at the end, leave it where it is.
func (m *Model) visibleSteps() (first, last int) {
	const stride = MaxVisibleRows / 3
	atEnd := (m.Len()-1)/stride - 2
	first = max(1, min(m.At/stride-1, atEnd)*stride+1)
	return first, min(m.Len(), first+MaxVisibleRows-1)
}

// ladderScene is the window of the ladder at the cursor.
func (m *Model) ladderScene() Ladder {
	if m.Len() == 0 {
		return Ladder{Empty: true}
	}
	first, last := m.visibleSteps()
	l := Ladder{RowsBefore: first - 1, RowsAfter: m.Len() - last, Forks: Forks{Any: m.hasBranches(), Next: m.futuresAt(m.At)}}
	if m.At > 0 {
		l.Forks.Instead = m.futuresAt(m.At - 1)
	}
	records := m.trackRecords(first)
	lines := m.linksOf(first, records)
	for i := first; i <= last; i++ {
		l.Rows = append(l.Rows, m.rowScene(i, records, lines))
	}
	return l
}

// futuresAt lists the ways in which the moment after step i goes on. It is nil if there is
// only one.
func (m *Model) futuresAt(i int) []Future {
	children := m.History.Children(m.Path[i])
	if len(children) < 2 {
		return nil
	}
	var list []Future
	for _, id := range children {
		list = append(list, Future{id, m.History.Step(id).Op.String(), m.isOnPath(id, i+1)})
	}
	return list
}
