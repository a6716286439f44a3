package model

import (
	"reflect"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/script"
)

// Msg is something that happened: a press, a key, a tick of the clock, an answer of the
// store.
type Msg interface {
	// update changes the Model, which is a copy of Update's own, and asks for effects.
	update(*Model) []Cmd
}

// Cmd is an effect that Update asks for.
type Cmd interface{ cmd() }

// Update returns the Model after msg, and the effects to carry out. The Model that it
// is given stays unchanged.
func Update(m Model, msg Msg) (Model, []Cmd) {
	before, told := m, msg
	if w := &m.Compiling.change; w.then != nil && reflect.TypeOf(w.then) == reflect.TypeOf(msg) {
		m.Compiling.end(w) // a later press of the same kind takes its place, also if it waits for nothing
	}
	cmds := msg.update(&m)
	if then := before.Compiling.answeredBy(msg); then != nil {
		msg = then // which was taken in
	}
	if got, ok := msg.(SavedGot); ok && got.Err == nil {
		msg = got.Then
	}
	m.recordUndo(msg, &before)
	cmds = append(cmds, m.gate(&before)...)
	m.Opening = m.Opening && !m.hasBegun(&before)
	m.derive(&before)
	m.sayTask(&before)
	cmds = append(cmds, m.compileForRuns()...)
	if followsAddress(msg) {
		return m, cmds
	}
	cmds = append(cmds, m.notePlayed(&before)...)
	sameStage := m.sameStage(&before)
	m.inAddress = m.inAddress && sameStage
	if !sameStage {
		m.hasChanged(told)
	}
	// While the cursor moves by itself, its address is of no use, and costs more than a step.
	if !m.Awaiting() && (!sameStage || m.Query() != before.Query() || !m.Playing && (m.At != before.At || before.Playing)) {
		cmds = append(cmds, SyncURL{})
	}
	return m, cmds
}

// followsAddress reports whether msg comes from the address bar, which then stays
// unchanged.
func followsAddress(msg Msg) bool {
	switch msg.(type) {
	case Visit, openVisit, AddressSynced, RestoreStage:
		return true
	}
	return false
}

// derived is what is computed once for a branch or a step: too much to do for every drawing.
// Only derive and Address write it.
type derived struct {
	kinds    []StepKind // of the steps
	marks    []SliderMark
	source   *Source        // nil until the Script panel is open
	unmet    []script.Unmet // nil until the Script panel is open
	records  *recordLog     // nil until the Bytes panel is open
	flagRuns []flagRun      // nil until the State panel is open
	looks    [2]programLook // by engine.Role; unknown for a peer without a program
	causes   causes         // of the step at the cursor, while the Why panel is open
	link     *linkParts     // nil until Address is asked
}

// causes are the causes of a step. To find them, many steps are played again.
type causes struct {
	of    int // its number, 0 for none
	steps []explain.CausingStep
}

// derive computes what depends on the branch, or on the step at the cursor, if it has changed
// or a panel needs it for the first time.
func (m *Model) derive(before *Model) {
	if !isSamePath(m.Path, before.Path) {
		kinds := stepKinds(&m.Draft, &before.Draft, before.derived.kinds)
		m.derived = derived{kinds: kinds, marks: sliderMarks(kinds)}
	}
	m.deriveTask(before)
	m.playWritten()
	for _, r := range engine.Roles {
		if m.hasProgram(r) && m.derived.looks[r].of != m.lookedAt(r) {
			m.derived.looks[r] = m.lookAt(r)
		}
	}
	if m.Pane == PaneScript && !m.Editor.Open && m.derived.source == nil {
		src := m.editorSource()
		m.Written, m.derived.source = src, &src
	}
	if m.Pane == PaneScript && m.derived.unmet == nil && len(m.Expected) > 0 {
		played := func(i int) engine.Step { return m.Step(i + 1) }
		m.derived.unmet = append([]script.Unmet{}, m.Script().Unmet(played)...)
	}
	switch {
	case m.Pane == PaneWhy && m.At > 0 && m.derived.causes.of != m.At:
		m.derived.causes = causes{m.At, explain.CausingSteps(m.History, m.Path, m.At)}
	case m.Pane == PaneBytes && m.derived.records == nil:
		m.derived.records = newRecordLog(&m.Draft)
	case m.Pane == PaneState && m.derived.flagRuns == nil:
		m.derived.flagRuns = flagRunsOf(&m.Draft)
	case m.Pane == PaneCompare:
		m.playOther()
	}
}
