package model

import (
	"errors"
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
)

// refusedRun is a configuration under which the compiler refuses a program.
type refusedRun struct {
	config engine.Config
	errors script.ProgramErrors
}

// lacks notes why a configuration cannot be played: its programs are not compiled for it yet, or
// the compiler has refused them.
func (a *AllRuns) lacks(c engine.Config, err error) {
	if missing, ok := errors.AsType[script.NotCompiled](err); ok {
		a.missing = append(a.missing, missing...)
		return
	}
	if list, ok := errors.AsType[script.ProgramErrors](err); ok {
		a.refused = append(a.refused, refusedRun{c, list})
	}
}

// lacking says why releases cannot be played, in sentences.
func (a *AllRuns) lacking() []string {
	var list []string
	if len(a.missing) > 0 {
		list = append(list, "The program is being compiled for other releases.")
	}
	for _, r := range a.refused {
		text := "It cannot be compiled for " + profileLabel(r.config.Profile) + ": " + r.errors[0].Error() + "."
		if !slices.Contains(list, text) { // for each version
			list = append(list, text)
		}
	}
	return list
}

// hasPrograms reports whether a peer has a program.
func (d *Draft) hasPrograms() bool {
	return d.Programs[engine.Client].Text != "" || d.Programs[engine.Server].Text != ""
}

// compileForRuns asks for what the comparisons that are shown lack, once. They are drawn again
// when it has come.
func (m *Model) compileForRuns() []Cmd {
	if !m.hasPrograms() {
		return nil
	}
	var missing []script.TranslationUnit
	if m.Pane == PaneCompare {
		missing = slices.Clone(m.All.missing)
	}
	if m.Config != m.WrittenFor && m.written.path == nil && len(m.Notes) > 0 {
		_, err := m.start(m.WrittenFor)
		more, _ := errors.AsType[script.NotCompiled](err)
		missing = append(missing, more...)
	}
	missing = slices.DeleteFunc(withoutDoubles(missing), func(u script.TranslationUnit) bool { return slices.Contains(m.Compiling.asked, u) })
	if len(missing) == 0 {
		return nil
	}
	m.Compiling.asked = append(slices.Clip(m.Compiling.asked), missing...)
	return []Cmd{Compile{missing}}
}

// hasMore notes that programs have been compiled: runs that lacked one can be played. What could
// not be compiled is asked for again.
func (m *Model) hasMore() {
	m.Compiling.asked = nil
	if m.All.missing != nil {
		m.All = AllRuns{}
	}
}
