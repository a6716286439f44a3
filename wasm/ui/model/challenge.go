package model

import (
	"slices"
	"strings"

	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/challenges/challenge"
)

// task is the challenge on the stage, with what the player has done about it besides the steps and
// the programs there. Nothing in it is written once the Model has it.
type task struct {
	challenge.Challenge
	result  challenge.Result
	program string // that was tried with every peer and network; "" if result is about none
	refused string // what the compiler says about a program, "" if it takes it
	hint    bool   // the hint is shown
	order   []int  // the lines that were put in order, as indexes into Lines
}

// deriveTask reads the challenge on the stage, and checks the steps up to the cursor.
func (m *Model) deriveTask(before *Model) {
	entry := m.Library.Entry(m.Preset)
	if entry == nil || entry.Challenge == "" {
		m.task = nil
		return
	}
	isNew := m.task == nil || m.task.Name != m.Preset
	if !isNew && m.At == before.At && isSamePath(m.Path, before.Path) {
		return
	}
	t := &task{}
	if isNew {
		t.Challenge, _ = challenge.Parse(m.Preset, entry.Challenge)
	} else {
		*t = *m.task
	}
	t.derive(m)
	m.task = t
}

// derive checks the steps up to the cursor, or forgets what was found about another program.
func (t *task) derive(m *Model) {
	if t.Kind.AddsSteps() {
		end := max(m.At, min(len(t.Script.Steps), m.Len()))
		t.result = t.CheckPath(m.History, m.Path[:end+1], m.Programs)
		return
	}
	text := m.Programs[t.Peer].Text
	if t.program != text {
		t.program, t.result = "", challenge.Result{}
	}
	if t.Kind == challenge.Order && len(t.order) == 0 {
		t.takeOrder(text)
	}
}

// isTask reports whether a shipped scenario is a challenge.
func isTask(lib scenarios.Library, name string) bool {
	e := lib.Entry(name)
	return e != nil && e.Challenge != ""
}

// beginTask puts the cursor where the player begins: after the steps of the challenge, or before
// those that run the program.
func (d *Draft) beginTask(e *scenarios.Entry) {
	if c, err := challenge.Parse(e.Name, e.Challenge); err == nil && c.Kind.AddsSteps() {
		d.seek(d.Len())
	}
}

// taskOf is the name of the challenge that a script is about, "" for none: it has its texts, and
// other steps or programs.
func taskOf(lib scenarios.Library, s script.Script) string {
	if len(s.Intro) == 0 {
		return ""
	}
	for _, e := range lib.Entries() {
		if e.Challenge == "" || e.Title != s.Intro[0] {
			continue
		}
		if sc, err := lib.Find(e.Name); err == nil && slices.Equal(sc.Script.Intro, s.Intro) {
			return e.Name
		}
	}
	return ""
}

// takeOrder takes the lines of a program as those that were put in order.
func (t *task) takeOrder(text string) {
	lines, _ := t.LinesOf(text)
	for _, line := range lines {
		for i, given := range t.Lines {
			if strings.TrimSpace(given) == line && !slices.Contains(t.order, i) {
				t.order = append(t.order, i)
				break
			}
		}
	}
}
