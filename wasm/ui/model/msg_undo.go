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
	return m.swap(&m.Undone, &m.Redone, "There is nothing to undo.", "undone, ")
}

func (Redo) update(m *Model) []Cmd {
	return m.swap(&m.Redone, &m.Undone, "There is nothing to redo.", "done again, ")
}

// swap puts the last Work of one pile on the stage, and the stage on the other.
func (m *Model) swap(from, to *[]Work, none, said string) []Cmd {
	n := len(*from)
	if n == 0 {
		return m.say(none)
	}
	m.stop()
	w := (*from)[n-1]
	*from, *to = (*from)[:n-1:n-1], append((*to)[:len(*to):len(*to)], m.Work)
	saved, at := m.SavedID, m.SavedAt
	m.Work = w
	m.SavedID, m.SavedAt, m.Dirty = saved, at, true
	m.arrive(false)
	m.Status = said + m.Status
	return nil
}

// remember makes the change from before to m one that can be undone, if it is one.
func (m *Model) remember(msg Msg, before *Model) {
	switch msg.(type) {
	case Undo, Redo:
		return
	case Visit, Return, Pick, Open, Fresh, TakeBack: // another scenario: the notice and the picker lead back
		if !samePath(m.Path, before.Path) {
			m.Undone, m.Redone = nil, nil
		}
		return
	}
	if samePath(m.Path, before.Path) || before.Text.kept {
		return
	}
	m.Text.kept = m.Text.On // what is typed in one go is undone in one go
	list := before.Undone
	if len(list) == maxUndo {
		list = list[1:]
	}
	m.Undone, m.Redone = append(list[:len(list):len(list)], before.Work), nil
}
