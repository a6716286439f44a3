package model

import (
	"time"

	"closenotify/engine/script"
)

// EditScript takes the text of the script editor after every change.
type EditScript struct{ Text string }

// DiscardEdit discards what was typed and shows the script of the stage again.
type DiscardEdit struct{}

// RewriteScript gives lines that are understood the form that the language has for them.
type RewriteScript struct{}

// playTyped plays more steps of the text with that number.
type playTyped struct{ count int }

func (e EditScript) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Flight.On = false
	m.Compiling.end(&m.Compiling.typed)
	err := m.setEditorText(e.Text)
	if cmds, ok := m.Compiling.wait(&m.Compiling.typed, err, playCompiled{m.Editor.count}); ok {
		return cmds
	}
	return m.playMore()
}

// playCompiled plays the text with that number, whose programs are compiled now.
type playCompiled struct{ count int }

func (p playCompiled) update(m *Model) []Cmd {
	if !m.Editor.Open || m.Editor.count != p.count {
		return nil
	}
	return EditScript{m.Editor.Typed}.update(m)
}

func (p playTyped) update(m *Model) []Cmd {
	if m.Editor.unplayed == nil || m.Editor.count != p.count {
		return nil
	}
	m.refuseTyped(m.playTyped(stepsAtOnce, instructionsAtOnce))
	return m.playMore()
}

// playsTyped reports whether what is typed will soon be on the stage.
func (m *Model) playsTyped() bool { return m.Editor.unplayed != nil || m.Compiling.typed.then != nil }

// afterTyped has a change of the stage wait until what was typed before it is there. It reports false
// if that does not wait for the compiler.
func (m *Model) afterTyped(change Msg) (cmds []Cmd, ok bool) {
	if m.Compiling.typed.then == nil {
		return nil, false
	}
	return m.compileFor(script.NotCompiled(m.Compiling.typed.units), change)
}

// playMore asks to go on with a long text once the page has been drawn and keys were read.
func (m *Model) playMore() []Cmd {
	if m.Editor.Compiling { // it was not on the stage when its programs came
		return EditScript{m.Editor.Typed}.update(m)
	}
	if m.Editor.unplayed == nil {
		return nil
	}
	return []Cmd{Wait{time.Millisecond, playTyped{m.Editor.count}}}
}

func (DiscardEdit) update(m *Model) []Cmd {
	m.Editor = Editor{}
	return []Cmd{Focus{"script-text"}}
}

func (RewriteScript) update(m *Model) []Cmd {
	m.rewriteTyped()
	return []Cmd{Focus{"script-text"}}
}
