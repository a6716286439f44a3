package model

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"closenotify/engine"
	"closenotify/engine/program"
	"closenotify/engine/script"
	"closenotify/scenarios/programs"
)

// ProgramEditor is the dialog in which the program of a peer is written.
type ProgramEditor struct {
	Role     engine.Role
	Typed    string
	Errors   []*script.Error // at lines of the program
	ForStage bool            // the program is for a peer on the stage, else for a new scenario
	base     string          // the program on the stage with which the text began
	replaced string          // the text before a program to begin with took its place, "" for none
	checked  bool            // it was compiled once: the compiler is there
	count    int             // of texts so far
}

// ProgramTextID is the id of the field.
const ProgramTextID = "program-text"

// PasteProgram opens the dialog for a new scenario.
type PasteProgram struct{}

// OpenProgram opens the dialog for the program of a peer on the stage.
type OpenProgram struct{ Role engine.Role }

// EditProgram takes the text of the dialog after every change.
type EditProgram struct{ Text string }

// ChooseProgram takes one of the programs to begin with. RestoreProgram takes back the text that
// was there before.
type (
	ChooseProgram  struct{ Name string }
	RestoreProgram struct{}
)

// SetProgramRole says whose program it is.
type SetProgramRole struct{ Role engine.Role }

// SetProgramPlace says whether the program is for the scenario on the stage, or for a new one.
type SetProgramPlace struct{ ForStage bool }

// RunProgram puts the program on the stage.
type RunProgram struct {
	Here bool // after the steps up to the cursor, else from the start
	Step bool // and does not run it
}

// checkProgram compiles the text with that number, to mark what is wrong with it.
type checkProgram struct{ count int }

func (PasteProgram) update(m *Model) []Cmd {
	if m.Code.ForStage {
		m.startEditing(ProgramEditor{})
	}
	return m.openProgramDialog()
}

func (o OpenProgram) update(m *Model) []Cmd {
	m.endTyping()
	e, text := &m.Code, m.Programs[o.Role].Text
	if !e.ForStage || e.Role != o.Role || e.base != text { // else somebody goes on with what is typed
		m.startEditing(ProgramEditor{Role: o.Role, Typed: text, ForStage: true, base: text})
	}
	return m.openProgramDialog()
}

// startEditing begins another text. The text before can be taken back, if it is nowhere else.
func (m *Model) startEditing(e ProgramEditor) {
	before := &m.Code
	if before.Typed != before.base && !isOffered(before.Typed) && before.Typed != e.Typed {
		e.replaced = before.Typed
	}
	if _, run := m.Compiling.change.then.(RunProgram); run {
		m.Compiling.giveUp() // it was to run the text before
	}
	e.count, e.checked = before.count+1, before.checked
	m.Code = e
}

// openProgramDialog opens the dialog with the keyboard in its text.
func (m *Model) openProgramDialog() []Cmd {
	return append(ShowDialog{"program"}.update(m), Focus{ProgramTextID})
}

func (s SetProgramRole) update(m *Model) []Cmd {
	before := m.Code
	m.Code.Role = s.Role
	m.takeStageProgram(before)
	return nil
}

func (s SetProgramPlace) update(m *Model) []Cmd {
	before := m.Code
	m.Code.ForStage = s.ForStage
	m.takeStageProgram(before)
	return nil
}

// takeStageProgram takes the program of the peer on the stage, if the dialog has become about
// another one and there is one. The text before can be taken back.
func (m *Model) takeStageProgram(before ProgramEditor) {
	e := &m.Code
	text := m.Programs[e.Role].Text
	if !e.ForStage || text == "" || before.ForStage && before.Role == e.Role || text == e.Typed {
		return
	}
	role := e.Role
	m.Code = before
	m.startEditing(ProgramEditor{Role: role, Typed: text, ForStage: true, base: text})
}

func (e EditProgram) update(m *Model) []Cmd {
	c := &m.Code
	c.Typed, c.replaced, c.count = e.Text, "", c.count+1
	if !c.checked {
		c.Errors = nil
		return nil
	}
	return []Cmd{Wait{300 * time.Millisecond, checkProgram{c.count}}}
}

func (c ChooseProgram) update(m *Model) []Cmd {
	p, ok := programs.Find(c.Name)
	if !ok {
		return nil
	}
	before, e := m.Code.Typed, &m.Code
	EditProgram{p.Text}.update(m)
	e.Errors = nil
	if !isOffered(before) {
		e.replaced = before
	}
	m.Status = p.Title + ". " + p.Summary
	return nil
}

// isOffered reports whether a text is one of the programs to begin with, or none.
func isOffered(text string) bool {
	for _, p := range programs.All() {
		if p.Text == text {
			return true
		}
	}
	return strings.TrimSpace(text) == ""
}

func (RestoreProgram) update(m *Model) []Cmd {
	if m.Code.replaced == "" {
		return nil
	}
	EditProgram{m.Code.replaced}.update(m)
	return []Cmd{Focus{ProgramTextID}}
}

func (c checkProgram) update(m *Model) []Cmd {
	_, checks := m.Compiling.change.then.(checkProgram)
	if c.count != m.Code.count || m.Dialog != "program" || m.Compiling.change.then != nil && !checks {
		return nil // what somebody waits for compiles the text, too, and must not be displaced
	}
	_, err := m.codes.Start(m.scriptWithProgram(nil))
	if cmds, ok := m.compileFor(err, c); ok {
		return cmds
	}
	m.Code.refuse(err)
	return nil
}

// onlyChecks reports whether nothing waits but the check of a text. Nobody has asked for that, so it
// shows no progress bar, which would move the buttons below it.
func (c *Compiling) onlyChecks() bool {
	_, ok := c.change.then.(checkProgram)
	return ok && c.typed.then == nil && c.visit.then == nil && c.restore.then == nil
}

// refuse notes what is wrong with the text, if anything is.
func (e *ProgramEditor) refuse(err error) {
	var list script.ProgramErrors
	switch {
	case err == nil:
	case errors.As(err, &list):
	default:
		list = script.ProgramErrors{{Line: 1, Column: 1, Want: err.Error()}}
	}
	e.Errors = list[:min(len(list), script.MaxErrors)]
}

// text is what is typed, as a script can hold it.
func (e *ProgramEditor) text() string {
	text := strings.ReplaceAll(strings.ReplaceAll(e.Typed, "\r\n", "\n"), "\r", "\n")
	return strings.TrimRight(text, " \t\n") + "\n"
}

// scriptWithProgram is the script of the stage, or a new one, with the program that is typed and
// the given steps.
func (m *Model) scriptWithProgram(steps []script.Step) script.Script {
	s := script.Script{Intro: []string{"The " + m.Code.Role.String() + "\u2019s program"}}
	if m.Code.ForStage {
		s = m.Script()
	}
	s.Steps = steps
	s.Programs[m.Code.Role] = script.Program{Text: m.Code.text(), Line: 1}
	return s
}

// checkText says what is wrong with the text whatever a compiler says, "" for nothing.
func (e *ProgramEditor) checkText() (line int, why string) {
	text := e.text()
	switch {
	case strings.TrimSpace(text) == "":
		return 1, "There is no program yet. Paste one, or begin with one of the five."
	case len(text) > script.MaxProgram:
		return 1, "The program has " + strconv.Itoa(len(text)) + " bytes. At most " + strconv.Itoa(script.MaxProgram) + " are taken."
	case strings.ToValidUTF8(text, "") != text:
		return 1, "The text is not UTF-8."
	}
	for i, l := range strings.Split(text, "\n") {
		if l == "end program" {
			return i + 1, "A line that says only \u201cend program\u201d would end the program in a script."
		}
	}
	return 0, ""
}

func (r RunProgram) update(m *Model) []Cmd {
	e := &m.Code
	if line, why := e.checkText(); why != "" {
		e.Errors = []*script.Error{{Line: line, Column: 1, Want: why}}
		m.Status = why
		return nil
	}
	e.checked = true
	s := m.scriptWithProgram(m.stepsBefore(r.Here))
	world, err := m.codes.Start(s)
	if cmds, ok := m.compileFor(err, r); ok {
		return cmds
	}
	if err != nil {
		e.refuse(err)
		m.Status = e.Errors[0].Place() + ": " + e.Errors[0].Short()
		return []Cmd{Focus{ProgramTextID}}
	}
	s.Steps = stepsThatAct(world, s.Steps)
	return m.stageProgram(s, r)
}

// stepsBefore are the steps that come before the program runs: those up to the cursor, or those
// before the first step of a program.
func (m *Model) stepsBefore(here bool) []script.Step {
	if !m.Code.ForStage {
		return nil
	}
	steps := m.Script().Steps
	if here {
		return steps[:m.At]
	}
	for i, s := range steps {
		if s.Op.Verb.IsOfProgram() {
			return steps[:i]
		}
	}
	return steps[:m.At]
}

// stepsThatAct leaves out steps of programs that would do nothing, because the program has come to
// its end or waits.
func stepsThatAct(w engine.World, steps []script.Step) []script.Step {
	var list []script.Step
	for _, s := range steps {
		r, verb := s.Op.Role, s.Op.Verb
		if verb == engine.VerbNext && !w.CanGoOn(r) || verb == engine.VerbTimeout && w.Program(r).Status() != program.Calling {
			continue
		}
		after, _, err := w.Apply(s.Op)
		if err != nil {
			continue
		}
		s.Line = 0
		w, list = after, append(list, s)
	}
	return list
}

// stageProgram puts a script with the program on the stage, and runs it.
func (m *Model) stageProgram(s script.Script, r RunProgram) []Cmd {
	d, err := newDraft(s, m.codes)
	if err != nil {
		return m.notifyError(err.Error())
	}
	m.Dialog = ""
	defer func() { m.Code.Typed, m.Code.base = m.Code.text(), m.Code.text() }()
	var cmds []Cmd
	if m.Code.ForStage {
		m.stopPlaying()
		m.endTyping()
		d.Preset, d.SavedID, d.SavedAt, d.saving, d.WrittenFor = m.Preset, m.SavedID, m.SavedAt, m.saving, m.WrittenFor
		d.LineBreaks, d.Dirty = m.LineBreaks, true
		d.Editor.count = m.Editor.count
		m.Draft = d
		m.seek(m.Len())
		m.showStep(false)
	} else {
		cmds = m.openDraft(d, "")
		m.Dirty = true
	}
	m.ProgramSheet, m.Sheet = true, false
	if !r.Step {
		return append(cmds, RunPrograms{}.update(m)...)
	}
	return append(cmds, Focus{"programs"})
}
