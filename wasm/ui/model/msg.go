package model

// Msg is something that happened: a press, a key, a clock, a store's answer.
type Msg interface {
	update(Model) (Model, []Cmd)
}

// Cmd is an effect that Update asks for.
type Cmd interface{ cmd() }

// Update returns the Model after msg, and the effects to carry out.
func Update(m Model, msg Msg) (Model, []Cmd) {
	next, cmds := msg.update(m)
	next = next.derive(m)
	if _, visit := msg.(Visit); !visit && (next.At != m.At || !samePath(next.Path, m.Path)) {
		cmds = append(cmds, SyncURL{}) // a visit comes from the address bar: it is left as it is
	}
	return next, cmds
}

// derive works out again what depends on the branch, if it has changed.
func (m Model) derive(before Model) Model {
	if !samePath(m.Path, before.Path) {
		m.marks = marks{ticks: ticksOf(m.Work)}
	}
	if m.Pane == PaneScript && !m.Text.On && m.marks.source == nil {
		src := m.source()
		m.marks.source = &src
	}
	return m
}
