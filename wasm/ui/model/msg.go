package model

// Msg is something that happened: a press, a key, a clock, a store's answer.
type Msg interface {
	// update changes the Model, which nobody else has, and asks for effects.
	update(*Model) []Cmd
}

// Cmd is an effect that Update asks for.
type Cmd interface{ cmd() }

// Update returns the Model after msg, and the effects to carry out. The Model
// given stays as it was.
func Update(m Model, msg Msg) (Model, []Cmd) {
	before := m
	cmds := msg.update(&m)
	m.derive(&before)
	if _, visit := msg.(Visit); !visit && (m.At != before.At || !samePath(m.Path, before.Path)) {
		cmds = append(cmds, SyncURL{}) // a visit comes from the address bar: it is left as it is
	}
	return m, cmds
}

// derive works out again what depends on the branch, if it has changed.
func (m *Model) derive(before *Model) {
	if !samePath(m.Path, before.Path) {
		m.marks = marks{ticks: ticksOf(&m.Work)}
	}
	if m.Pane == PaneScript && !m.Text.On && m.marks.source == nil {
		src := m.source()
		m.marks.source = &src
	}
}
