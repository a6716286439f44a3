package model

import (
	"strings"

	"closenotify/engine"
)

// Side is the open panel.
type Side struct {
	Pane       Pane
	Why        Why
	State      StateScene
	Script     ScriptScene
	Transcript Transcript
	Code       Code
	Bytes      BytesScene
	Compare    Compare
	Tree       Tree
}

// Why says why the step under the cursor did what it did.
type Why struct {
	Step    string // "server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN", "" at the root
	Rules   []Because
	Trouble Trouble
	Wrong   bool // there is a Trouble
	Origins []Origin
	Flags   []FlagCause
}

// Because is a rule with what it rests on.
type Because struct{ Sentence, Man, RFC, Advice string }

// FlagCause is a set flag and what set it.
type FlagCause struct {
	Role engine.Role
	Name string
	Text string
	Step int
	Lit  bool
	Do   string // lights it
}

// ScriptScene is the editor.
type ScriptScene struct {
	Text    string
	Lines   int
	Current int // line of the step under the cursor, 0 for none
	Lit     int // line of the step that is lit, 0 for none
	BadLine int // 0 for none
	Bad     string
	Typed   bool
}

// Transcript is the ladder in sentences.
type Transcript struct {
	First int // number of the first sentence
	Lines []Line
	After int
}

// Line is a sentence of the transcript.
type Line struct {
	N       int
	Text    string
	Current bool
	Ahead   bool
	Lit     bool
}

// sideOf draws the open panel, and the transcript always: it is what a screen
// reader has in place of the drawing.
func sideOf(m *Model) Side {
	s := Side{Pane: m.Pane, Transcript: m.transcript()}
	switch m.Pane {
	case PaneWhy:
		s.Why = m.why()
	case PaneState:
		s.State = m.stateScene()
	case PaneScript:
		s.Script = m.scriptScene()
	case PaneBytes:
		s.Bytes = m.bytesScene()
	case PaneCode:
		s.Code = m.code()
	case PaneCompare:
		s.Compare = m.compareScene()
	case PaneTree:
		s.Tree = m.treeScene()
	}
	return s
}

// why collects the rules and the causes of the flags.
func (m *Model) why() Why {
	var w Why
	if m.At > 0 {
		step := m.Step(m.At)
		w.Step = short(step)
		for _, r := range step.Rules() {
			w.Rules = append(w.Rules, Because{r.Sentence, r.Man, r.RFC, r.Advice})
		}
		w.Trouble, w.Wrong = troubleOf(step, m.Config.Profile)
		w.Origins = m.originsOf(m.At)
	}
	for _, r := range engine.Roles {
		for _, p := range m.laneOf(r).Pills {
			if p.On {
				w.Flags = append(w.Flags, FlagCause{r, p.Name, p.Cause, p.Step, p.Lit, p.Do})
			}
		}
	}
	return w
}

// ruleText is the rule that says most of a step, in its own words.
func ruleText(s engine.Step) string {
	if rules := s.Rules(); len(rules) > 0 {
		return rules[0].Sentence
	}
	return short(s)
}

// scriptScene is the editor at the cursor.
func (m *Model) scriptScene() ScriptScene {
	src := m.marks.source
	if src == nil || m.Text.On {
		fresh := m.source()
		src = &fresh
	}
	s := ScriptScene{Text: src.Text, Lines: src.Ends, Typed: m.Text.On}
	if m.At > 0 && m.At <= len(src.Lines) && m.Text.Err == nil {
		s.Current = src.Lines[m.At-1]
	}
	if c := m.litCause(); c.Step > 0 && c.Step <= len(src.Lines) && m.Text.Err == nil {
		s.Lit = src.Lines[c.Step-1]
	}
	if e := m.Text.Err; e != nil {
		s.BadLine, s.Current = e.Line, 0
		s.Bad = e.Error()
	}
	return s
}

// transcript tells the steps in sight.
func (m *Model) transcript() Transcript {
	if m.Len() == 0 {
		return Transcript{First: 1}
	}
	first, last := m.window()
	t := Transcript{First: first, After: m.Len() - last}
	lit := m.litCause().Step
	for i := first; i <= last; i++ {
		t.Lines = append(t.Lines, Line{i, Sentence(m.History, m.Path[i]), i == m.At, i > m.At, i == lit})
	}
	return t
}

// joined is a narration as one paragraph.
func joined(note string) string { return strings.Join(strings.Fields(note), " ") }
