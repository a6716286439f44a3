package model

import (
	"errors"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// Editor is the script editor. While it is not Open, it shows the script of the stage.
type Editor struct {
	Open     bool          // somebody has typed
	Typed    string        // the text, once it is Open
	Err      *script.Error // why Typed cannot be played; nil if it is on the stage
	lines    []int         // the line of each step in Typed, counted from 1
	base     engine.History
	undoable bool // Undo already leads back to what was on the stage before the typing
}

// Source is the text in the editor, and where in it the steps are.
type Source struct {
	Text      string
	Lines     []int // the line of each step, counted from 1; Lines[0] is that of step 1
	LineCount int
}

// setEditorText takes in the text of the editor. A text that can be played becomes the
// branch on the stage. One that cannot changes nothing else.
func (d *Draft) setEditorText(text string) {
	base, undoable := d.History, false
	if d.Editor.Open {
		base, undoable = d.Editor.base, d.Editor.undoable
	}
	d.Editor = Editor{Open: true, Typed: text, base: base, undoable: undoable}
	s, err := script.Parse(text)
	if err == nil {
		err = d.playScript(base, s)
	}
	if err != nil {
		d.Editor.Err = asScriptError(err)
	}
}

// playScript plays a parsed text. It begins with base, the History before the typing:
// so a number that was only half typed leaves no branch, and what was on the stage
// before stays reachable.
func (d *Draft) playScript(base engine.History, s script.Script) error {
	world, err := engine.New(s.Config)
	if err != nil {
		return err
	}
	if world.Config() != base.World(0).Config() {
		base = engine.NewHistory(world)
	}
	if err := d.replay(base, s.Steps); err != nil {
		return err
	}
	if d.Config != world.Config() { // the text says another release or version, and so does its author
		d.WrittenFor = world.Config()
	}
	d.Config, d.Intro, d.Outro, d.Dirty = world.Config(), s.Intro, s.Outro, true
	for _, step := range s.Steps {
		d.Editor.lines = append(d.Editor.lines, step.Line)
	}
	return nil
}

// asScriptError gives err a place in the text. An error that names none gets line 1.
func asScriptError(err error) *script.Error {
	if e, ok := errors.AsType[*script.Error](err); ok {
		return e
	}
	return &script.Error{Line: 1, Text: err.Error(), Want: "a script that can be played"}
}

// endTyping shows the script of the stage again. A text with an error stays in the
// editor.
func (d *Draft) endTyping() {
	if d.Editor.Err == nil {
		d.Editor = Editor{}
	}
}

// editorSource is the text that the editor shows.
func (d *Draft) editorSource() Source {
	if d.Editor.Open {
		return Source{d.Editor.Typed, d.Editor.lines, 1 + strings.Count(d.Editor.Typed, "\n")}
	}
	text := d.Script().String()
	src := Source{Text: text, LineCount: 1 + strings.Count(text, "\n")}
	parsed, err := script.Parse(text)
	if err != nil { // never; but without it the editor still has its text
		return src
	}
	for _, step := range parsed.Steps {
		src.Lines = append(src.Lines, step.Line)
	}
	return src
}
