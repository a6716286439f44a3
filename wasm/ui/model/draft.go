package model

import (
	"maps"
	"time"

	"closenotify/engine"
	"closenotify/engine/script"
)

// Draft is the scenario on the stage with all that has been done to it. It is a
// value: a copy keeps everything, so whatever replaces it can be taken back.
type Draft struct {
	Preset      string    // the shipped scenario it began as, "" for none
	SavedID     string    // the record it is stored in, "" for none
	SavedAt     time.Time // when that record was changed last, as far as the stage knows
	Intro       []string  // title, then summary
	Outro       string    // comments behind the last step
	Config      engine.Config
	History     engine.History
	Path        []engine.NodeID          // the branch on the stage, from the root to its tip
	At          int                      // the cursor: how many steps of Path have been taken
	Notes       map[engine.NodeID]string // narration in front of a step; never written in place
	Breakpoints []engine.NodeID          // moments at which playing stops; never written in place
	Dirty       bool                     // changed since it was opened or saved
	Editor      Editor
	ShownRecord engine.RecordID // that the Bytes panel shows, 0 for the one that the cursor's step moves
}

// newDraft plays s and puts the cursor before its first step.
func newDraft(s script.Script) (Draft, error) {
	w := Draft{Intro: s.Intro, Config: s.Config, Outro: s.Outro}
	world, err := engine.New(s.Config)
	if err != nil {
		return w, err
	}
	w.Config = world.Config()
	err = w.replay(engine.NewHistory(world), s.Steps)
	return w, err
}

// replay plays steps on h from its root; moments that h already has are used
// again. An error leaves w as it was.
func (w *Draft) replay(h engine.History, steps []script.Step) error {
	ops := make([]engine.Op, len(steps))
	for i, s := range steps {
		ops[i] = s.Op
	}
	h, tip, err := h.ActAll(0, ops)
	if err != nil {
		return err
	}
	w.History, w.Path = h, h.Path(tip)
	w.Notes = maps.Clone(w.Notes)
	if w.Notes == nil {
		w.Notes = map[engine.NodeID]string{}
	}
	for i, s := range steps {
		if s.Note != "" {
			w.Notes[w.Path[i+1]] = s.Note
		} else {
			delete(w.Notes, w.Path[i+1])
		}
	}
	w.At = min(w.At, len(steps))
	return nil
}

// Len is how many steps the branch on the stage has.
func (w *Draft) Len() int { return len(w.Path) - 1 }

// World is the World at the cursor.
func (w *Draft) World() engine.World { return w.History.World(w.Path[w.At]) }

// Step is step i of the branch, counted from 1.
func (w *Draft) Step(i int) engine.Step { return w.History.Step(w.Path[i]) }

// Note is the narration in front of step i, "" for none.
func (w *Draft) Note(i int) string { return w.Notes[w.Path[i]] }

// Title is what the scenario calls itself.
func (w *Draft) Title() string {
	if len(w.Intro) == 0 || w.Intro[0] == "" {
		return "Untitled scenario"
	}
	return w.Intro[0]
}

// Summary is what the scenario says of itself below its title, a string a
// paragraph.
func (w *Draft) Summary() []string {
	var paragraphs []string
	next := true
	for _, l := range w.Intro[min(1, len(w.Intro)):] {
		switch {
		case l == "":
		case next:
			paragraphs = append(paragraphs, l)
		default:
			paragraphs[len(paragraphs)-1] += " " + l
		}
		next = l == ""
	}
	return paragraphs
}

// Script is the branch on the stage as a script.
func (w *Draft) Script() script.Script {
	s := script.Script{Intro: w.Intro, Config: w.Config, Outro: w.Outro}
	s.Steps = make([]script.Step, w.Len())
	for i := range s.Steps {
		s.Steps[i] = script.Step{Op: w.Step(i + 1).Op, Note: w.Note(i + 1)}
	}
	return s
}

// seek moves the cursor, as far as there are steps.
func (w *Draft) seek(at int) { w.At = max(0, min(at, w.Len())) }

// apply applies op at the cursor. Where the branch goes on with the same op, the
// cursor follows it; else a new branch begins and the old one stays in History.
func (w *Draft) apply(op engine.Op) error {
	h, id, err := w.History.Act(w.Path[w.At], op)
	if err != nil {
		return err
	}
	if w.At < w.Len() && w.Path[w.At+1] == id {
		w.At++
		return nil
	}
	w.Dirty = w.Dirty || h.Len() > w.History.Len()
	w.History = h
	w.Path = append(w.Path[:w.At+1:w.At+1], h.Path(h.Tip(id))[w.At+1:]...)
	w.At++
	return nil
}

// switchBranch puts the branch through a moment on the stage. A cursor behind the
// place where the two part goes to the first step of the new one.
func (w *Draft) switchBranch(id engine.NodeID) {
	if id < 0 || int(id) >= w.History.Len() {
		return
	}
	old := w.Path
	w.Path, w.ShownRecord = w.History.Path(w.History.Tip(id)), 0
	same := 0
	for same < len(w.Path) && same < len(old) && w.Path[same] == old[same] {
		same++
	}
	w.At = max(0, min(w.At, same, w.Len()))
}

// hasBranches reports whether any moment has more than one future.
func (w *Draft) hasBranches() bool { return w.History.Len() > len(w.Path) }

// draftFromText is a stored or shared text as Work.
func draftFromText(text string) (Draft, error) {
	s, err := script.Parse(text)
	if err != nil {
		return Draft{}, err
	}
	return newDraft(s)
}
