package model

import (
	"errors"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// Editor is what a person has typed into the editor. While On is false the editor
// shows the stage's own script.
type Editor struct {
	Open     bool
	Typed    string
	Err      *script.Error // why Typed cannot be played, nil if it is on the stage
	lines    []int         // line of each step in Typed, from 0
	base     engine.History
	undoable bool // what stood on the stage before the typing can be brought back by Undo
}

// Source is the text in the editor and where the steps stand in it.
type Source struct {
	Text  string
	Lines []int // line of step i+1, counted from 1
	Ends  int   // how many lines there are
}

// setEditorText takes in what the editor holds now. A text that cannot be played changes
// nothing but the text; one that can becomes the branch on the stage.
func (w *Draft) setEditorText(text string) {
	base, kept := w.History, false
	if w.Editor.Open {
		base, kept = w.Editor.base, w.Editor.undoable
	}
	w.Editor = Editor{Open: true, Typed: text, base: base, undoable: kept}
	s, err := script.Parse(text)
	if err == nil {
		err = w.playScript(base, s)
	}
	if err != nil {
		w.Editor.Err = asScriptError(err)
	}
}

// playScript plays a parsed text. It grows on base, so a half-typed number leaves no
// branch behind, and what was there before the typing stays reachable.
func (w *Draft) playScript(base engine.History, s script.Script) error {
	world, err := engine.New(s.Config)
	if err != nil {
		return err
	}
	if world.Config() != base.World(0).Config() {
		base = engine.NewHistory(world)
	}
	if err := w.replay(base, s.Steps); err != nil {
		return err
	}
	w.Config, w.Intro, w.Outro, w.Dirty = world.Config(), s.Intro, s.Outro, true
	for _, step := range s.Steps {
		w.Editor.lines = append(w.Editor.lines, step.Line)
	}
	return nil
}

// asScriptError gives err a place in the text even where it has none.
func asScriptError(err error) *script.Error {
	if e, ok := errors.AsType[*script.Error](err); ok {
		return e
	}
	return &script.Error{Line: 1, Text: err.Error(), Want: "a script that can be played"}
}

// endTyping ends the typing: the stage's script is shown again. A text with an
// error stays as it was typed.
func (w *Draft) endTyping() {
	if w.Editor.Err == nil {
		w.Editor = Editor{}
	}
}

// editorSource is the text that the editor has to show.
func (w *Draft) editorSource() Source {
	if w.Editor.Open {
		return Source{w.Editor.Typed, w.Editor.lines, 1 + strings.Count(w.Editor.Typed, "\n")}
	}
	text := w.Script().String()
	src := Source{Text: text, Ends: 1 + strings.Count(text, "\n")}
	parsed, err := script.Parse(text)
	if err != nil { // never, but a mark less is better than no text
		return src
	}
	for _, step := range parsed.Steps {
		src.Lines = append(src.Lines, step.Line)
	}
	return src
}
