package model

import (
	"errors"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// Editor is the script editor. While it is not Open, it shows the script of the stage.
type Editor struct {
	Open      bool             // somebody has typed
	Typed     string           // the text, once it is Open
	Errors    []*script.Error  // why Typed cannot be played, as script.Reading has them; none if it can
	Wrong     int              // how many lines are wrong, as in script.Reading
	Rewrites  []script.Rewrite // lines of Typed that are understood but not of the language
	Rewritten []script.Rewrite // lines that were rewritten when the typing ended
	Compiling bool             // Typed is not on the stage, because its programs are not compiled yet

	source   Source // of Typed
	base     engine.History
	undoable bool        // Undo already leads back to what was on the stage before the typing
	unplayed *typedSteps // nil once all of Typed is on the stage
	count    int         // of texts so far, to tell them apart
}

// isPlayable reports whether the text is on the stage, or will be as soon as it is played.
func (e *Editor) isPlayable() bool { return len(e.Errors) == 0 && !e.Compiling }

// setEditorText takes in the text of the editor. A text that can be played becomes the
// branch on the stage. One that cannot changes nothing else. A long text is on the stage
// only after playTyped has been called often enough.
//
// The error is script.NotCompiled if the text is not on the stage because its programs are not
// compiled yet.
func (d *Draft) setEditorText(text string) error {
	before := d.Editor
	r := script.Read(text)
	d.Editor = Editor{
		Open: true, Typed: text, Errors: r.Errors, Wrong: r.Wrong, Rewrites: r.Rewrites, count: before.count + 1,
		source: newSource(text, r.Script), base: d.History,
	}
	if before.Open {
		d.Editor.base, d.Editor.undoable = before.base, before.undoable
	}
	if r.Wrong > 0 {
		return nil
	}
	return d.startPlaying(&before)
}

// startPlaying plays the first steps of the typed text. Before is the Editor before the typing.
func (d *Draft) startPlaying(before *Editor) error {
	err := d.startTyped(before)
	if err == nil {
		err = d.playTyped(stepsAtOnce, instructionsAtOnce)
	}
	if _, ok := errors.AsType[script.NotCompiled](err); ok {
		d.Editor.Compiling = true
		return err
	}
	d.refuseTyped(err)
	return nil
}

// refuseTyped notes why the text cannot be played, if it cannot.
func (d *Draft) refuseTyped(err error) {
	if err == nil {
		return
	}
	var list script.ProgramErrors
	var wrong *script.Error
	switch {
	case errors.As(err, &list):
	case errors.As(err, &wrong):
		list = script.ProgramErrors{wrong}
	default:
		list = script.ProgramErrors{{Line: 1, Column: 1, Text: err.Error(), Want: "a script that can be played"}}
	}
	d.Editor.Errors, d.Editor.Wrong, d.Editor.unplayed = list, len(list), nil
}

// endTyping shows the script of the stage again, in the form in which it was typed. A text
// with an error stays in the editor.
func (d *Draft) endTyping() {
	if !d.Editor.Open {
		return
	}
	d.finishTyped()
	if d.Editor.isPlayable() && d.Editor.unplayed == nil {
		d.rewriteTyped()
		d.Written = d.Editor.source
		d.Written.of = d.Path
		d.Editor = Editor{Rewritten: d.Editor.Rewritten, count: d.Editor.count}
	}
}

// mostInstructions of programs are waited for when the stage is needed: a few seconds.
const mostInstructions = 100_000_000

// finishTyped plays all steps of the typed text, unless that takes too long: the stage is needed
// now.
func (d *Draft) finishTyped() {
	if d.Editor.unplayed != nil {
		d.refuseTyped(d.playTyped(script.MaxSteps, mostInstructions))
	}
}

// rewriteTyped gives lines that are not of the language its form.
func (d *Draft) rewriteTyped() {
	e := &d.Editor
	if len(e.Rewrites) == 0 {
		return
	}
	e.Typed = script.Reading{Rewrites: e.Rewrites}.Rewritten(e.Typed)
	runs := e.source.runs
	e.source = newSource(e.Typed, e.source.Script)
	e.source.runs = runs
	e.Rewrites, e.Rewritten = nil, e.Rewrites
}

// editorSource is the text that the editor shows.
func (d *Draft) editorSource() Source {
	switch {
	case d.Editor.Open:
		return d.Editor.source
	case d.Written.isOf(d):
		return d.Written
	}
	src := d.Written.inFormOf(d.Script())
	src.of = d.Path
	return src
}

// text is the script of the stage, in the form in which it was written.
func (d *Draft) text() string {
	e := &d.Editor
	if e.Open && e.isPlayable() && e.unplayed == nil {
		return script.Reading{Rewrites: e.Rewrites}.Rewritten(e.Typed)
	}
	if d.Written.isOf(d) {
		return d.Written.Text
	}
	return d.Written.inFormOf(d.Script()).Text
}

// Source is the text of a script, and what it says.
type Source struct {
	Text      string
	Script    script.Script // its steps have their lines; those that run stands for have that of run
	LineCount int
	runs      []int           // the lines of steps run
	of        []engine.NodeID // the Path of the stage that it is the text of; nil if that is not known
}

// newSource is the text of a script as it was parsed.
func newSource(text string, s script.Script) Source {
	src := Source{Text: text, Script: s, LineCount: 1 + strings.Count(text, "\n")}
	for _, step := range s.Steps {
		if step.Run {
			src.runs = append(src.runs, step.Line)
		}
	}
	return src
}

// isOf reports whether it is the text of what is on the stage.
func (s *Source) isOf(d *Draft) bool { return s.of != nil && isSamePath(s.of, d.Path) }

// line is the line of step i, counted from 1 as the steps are; 0 if there is no such step.
func (s *Source) line(i int) int {
	if i < 1 || i > len(s.Script.Steps) {
		return 0
	}
	return s.Script.Steps[i-1].Line
}
