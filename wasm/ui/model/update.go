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
	m.recordUndo(msg, &before)
	m.derive(&before)
	if !m.sameAddress(&before) && !followsAddress(msg) {
		cmds = append(cmds, SyncURL{})
	}
	return m, cmds
}

// followsAddress reports whether msg tells what the address bar says, which is then
// left as it is.
func followsAddress(msg Msg) bool {
	switch msg.(type) {
	case Visit, AddressSynced, RestoreStage:
		return true
	}
	return false
}

// derive works out again what depends on the branch, if it has changed.
func (m *Model) derive(before *Model) {
	if !isSamePath(m.Path, before.Path) {
		m.derived = derived{marks: sliderMarks(&m.Draft)}
	}
	if m.Pane == PaneScript && !m.Editor.Open && m.derived.source == nil {
		src := m.editorSource()
		m.derived.source = &src
	}
	switch {
	case m.Pane == PaneBytes && m.derived.records == nil:
		m.derived.records = newRecordLog(&m.Draft)
	case m.Pane == PaneState && m.derived.flagRuns == nil:
		m.derived.flagRuns = flagRunsOf(&m.Draft)
	case m.Pane == PaneCompare:
		m.playOther()
	}
}
