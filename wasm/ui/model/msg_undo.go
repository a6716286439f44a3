package model

// Undo takes the last change of the scenario back, Redo makes it again. Moving the
// cursor is no change.
type (
	Undo struct{}
	Redo struct{}
)

// maxUndo bounds what can be undone. A Work shares its history with the others, so
// one more costs little.
const maxUndo = 100

func (Undo) update(m *Model) []Cmd {
	return m.moveThroughUndo(&m.Undoable, &m.Redoable, "There is nothing to undo.", "undone, ")
}

func (Redo) update(m *Model) []Cmd {
	return m.moveThroughUndo(&m.Redoable, &m.Undoable, "There is nothing to redo.", "done again, ")
}

// moveThroughUndo puts the last Work of one pile on the stage, and the stage on the other.
func (m *Model) moveThroughUndo(from, to *[]Draft, none, said string) []Cmd {
	n := len(*from)
	if n == 0 {
		return m.notify(none)
	}
	m.stopPlaying()
	w := (*from)[n-1]
	*from, *to = (*from)[:n-1:n-1], append((*to)[:len(*to):len(*to)], m.Draft)
	saved, at := m.SavedID, m.SavedAt
	m.Draft = w
	m.SavedID, m.SavedAt, m.Dirty = saved, at, true
	m.showStep(false)
	m.Status = said + m.Status
	return nil
}

// recordUndo makes the change from before to m one that can be undone, if it is one.
func (m *Model) recordUndo(msg Msg, before *Model) {
	switch msg.(type) {
	case Undo, Redo:
		return
	case Visit, RestoreStage, OpenPreset, OpenSaved, NewScenario, Unshelve: // another scenario: the notice and the picker lead back
		if !isSamePath(m.Path, before.Path) {
			m.Undoable, m.Redoable = nil, nil
		}
		return
	}
	if isSamePath(m.Path, before.Path) || before.Editor.undoable {
		return
	}
	m.Editor.undoable = m.Editor.Open // what is typed in one go is undone in one go
	list := before.Undoable
	if len(list) == maxUndo {
		list = list[1:]
	}
	m.Undoable, m.Redoable = append(list[:len(list):len(list)], before.Draft), nil
}
