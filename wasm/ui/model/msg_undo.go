package model

// Undo reverts the last change of the scenario, Redo makes it again. A move of the cursor
// is no change.
type (
	Undo struct{}
	Redo struct{}
)

// maxUndo is how many changes can be undone. Drafts share their history, so one more
// costs little.
const maxUndo = 100

func (Undo) update(m *Model) []Cmd {
	return m.moveThroughUndo(&m.Undoable, &m.Redoable, "There is nothing to undo.", "Undone. ")
}

func (Redo) update(m *Model) []Cmd {
	return m.moveThroughUndo(&m.Redoable, &m.Undoable, "There is nothing to redo.", "Done again. ")
}

// moveThroughUndo puts the newest Draft of one list on the stage, and appends what was on
// the stage to the other. none is the notice if there is no Draft; done begins the status.
func (m *Model) moveThroughUndo(from, to *[]Draft, none, done string) []Cmd {
	n := len(*from)
	if n == 0 {
		return m.notify(none)
	}
	m.stopPlaying()
	now := m.Draft
	m.Draft = (*from)[n-1]
	m.SavedID, m.SavedAt, m.saving, m.Dirty, m.codes = now.SavedID, now.SavedAt, now.saving, true, now.codes
	*from, *to = (*from)[:n-1:n-1], append((*to)[:len(*to):len(*to)], now)
	m.showStep(false)
	m.Status = done + m.Status
	return m.playMore()
}

// recordUndo keeps what was on the stage before msg, if msg has changed the scenario.
func (m *Model) recordUndo(msg Msg, before *Model) {
	switch msg.(type) {
	case Undo, Redo, runMore: // a run is one change
		return
	}
	if m.opened != before.opened { // another scenario: the notice and the scenario menu lead back to the old one
		m.Undoable, m.Redoable = nil, nil
		return
	}
	if isSamePath(m.Path, before.Path) || before.Editor.undoable {
		return
	}
	m.Editor.undoable = m.Editor.Open // what is typed in one go is undone in one go
	m.Undoable, m.Redoable = appendNewest(before.Undoable, before.Draft, maxUndo), nil
}
