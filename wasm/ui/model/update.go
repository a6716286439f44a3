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
	m.remember(msg, &before)
	m.derive(&before)
	if !m.said(&before) && !fromAddress(msg) {
		cmds = append(cmds, SyncURL{})
	}
	return m, cmds
}

// fromAddress reports whether msg tells what the address bar says, which is then
// left as it is.
func fromAddress(msg Msg) bool {
	switch msg.(type) {
	case Visit, Synced, Return:
		return true
	}
	return false
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
	switch {
	case m.Pane == PaneBytes && m.marks.tape == nil:
		m.marks.tape = newTape(&m.Work)
	case m.Pane == PaneState && m.marks.runs == nil:
		m.marks.runs = runsOf(&m.Work)
	case m.Pane == PaneCompare:
		m.playRival()
	}
}
