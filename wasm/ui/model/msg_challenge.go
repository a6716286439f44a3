package model

import (
	"errors"
	"slices"
	"strconv"

	"closenotify/engine/script"
	"closenotify/scenarios/challenges/challenge"
)

// CheckChallenge tries the program of a challenge with every peer and network. The first one with
// which it fails comes on the stage.
type CheckChallenge struct{}

// ShowHint shows the hint of the challenge on the stage.
type ShowHint struct{}

// MoveLine moves a line of the challenge up in the program, or down if By is 1. With By 0 it puts
// the line at the end, or takes it out.
type MoveLine struct{ Line, By int }

func (ShowHint) update(m *Model) []Cmd {
	if m.task == nil {
		return nil
	}
	t := *m.task
	t.hint, m.task = true, &t
	m.Status = "Hint: " + t.Hint
	return nil
}

func (l MoveLine) update(m *Model) []Cmd {
	if m.task == nil || l.Line < 0 || l.Line >= len(m.task.Lines) {
		return nil
	}
	t := *m.task
	t.order, m.task = slices.Clone(t.order), &t
	i := slices.Index(t.order, l.Line)
	to := i + l.By
	switch {
	case l.By == 0 && i < 0:
		t.order = append(t.order, l.Line)
		to = len(t.order) - 1
	case l.By == 0:
		t.order = append(t.order[:i], t.order[i+1:]...)
		m.Status = "Taken out. The program has " + countOf(len(t.order), "line") + "."
		return []Cmd{Focus{LineID(l)}}
	case i < 0 || to < 0 || to >= len(t.order):
		return nil
	default:
		t.order[i], t.order[to] = t.order[to], t.order[i]
	}
	m.Status = "Line " + strconv.Itoa(to+1) + " of " + strconv.Itoa(len(t.order)) + "."
	return []Cmd{Focus{LineID(l)}}
}

// LineID is the id of the button for a move of a line.
func LineID(l MoveLine) string { return "line-" + strconv.Itoa(l.Line) + "-" + strconv.Itoa(l.By) }

func (c CheckChallenge) update(m *Model) []Cmd {
	if m.task == nil || m.task.Kind.AddsSteps() {
		return nil
	}
	m.endTyping()
	t := *m.task
	m.task = &t
	program := m.Programs[t.Peer].Text
	if t.Kind == challenge.Order {
		lines := make([]string, len(t.order))
		for i, index := range t.order {
			lines[i] = t.Lines[index]
		}
		program = t.Assemble(lines)
	}
	result, err := t.CheckProgram(program, m.codes.Start)
	if cmds, ok := m.compileFor(err, c); ok {
		return cmds
	}
	t.refused, t.program, t.result = "", "", challenge.Result{}
	if list, ok := errors.AsType[script.ProgramErrors](err); ok {
		t.refused = "The program cannot be compiled: " + list[0].Error() + "."
		m.Status = t.refused
		return nil
	}
	d, err := newDraft(t.TrialScript(result.Trial, program), m.codes)
	if err != nil {
		return m.notifyError(err.Error())
	}
	m.stopPlaying()
	d.Preset, d.SavedID, d.SavedAt, d.saving, d.Intro, d.Dirty = m.Preset, m.SavedID, m.SavedAt, m.saving, t.Script.Intro, true
	d.LineBreaks, d.Editor.count = m.LineBreaks, m.Editor.count
	m.Draft, m.Dialog = d, ""
	t.program, t.result = program, result
	m.seek(m.Len())
	m.showStep(false)
	return []Cmd{Focus{ChallengeID}}
}

// ChallengeID is the id of the strip with the challenge.
const ChallengeID = "challenge"
