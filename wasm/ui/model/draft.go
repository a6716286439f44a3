package model

import (
	"errors"
	"maps"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/store"
)

// Draft is a scenario with all that has been done to it. It is a value: a copy keeps
// everything, so whatever replaces it can be undone. The Draft of the Model is the
// scenario on the stage.
type Draft struct {
	Preset      string        // the shipped scenario it began as, "" for none
	SavedID     string        // the record it is stored in, "" for none
	SavedAt     store.Version // of that record, as far as this page knows
	Intro       []string      // title, then summary
	Outro       string        // comments after the last step
	Config      engine.Config
	Programs    [2]script.Program // of the peers, by engine.Role
	WrittenFor  engine.Config     // what its comments were written for: another than Config after a choice in the menus
	History     engine.History
	Path        []engine.NodeID                       // the branch on the stage, from the root to its tip
	At          int                                   // the cursor: how many steps of Path have been taken
	Notes       map[engine.NodeID]string              // comments and captions of a step; never written in place
	Expected    map[engine.NodeID]*script.Expectation // of a step; never written in place
	Breakpoints []engine.NodeID                       // moments at which playing stops; never written in place
	LineBreaks  [2][]int                              // lines of the programs, by engine.Role, before which playing stops; never written in place
	TriedFrom   string                                // the release before a Try that plays the steps under another one; "" for none
	Dirty       bool                                  // changed since it was opened or saved
	saving      saving                                // a Save of it that the store has not answered
	Editor      Editor
	Written     Source          // the text as somebody has written it, for its form; it can be older than the stage
	ShownRecord engine.RecordID // in the Bytes panel; 0 for the record that the step at the cursor moves

	ahead programAhead
	ranTo runEnd
	codes script.Codes // all programs that have been compiled so far, for whatever scenario
}

// errTooLong is the error of a script whose programs run for too long to be played at once.
var errTooLong = errors.New("its programs run for a very long time")

// newDraft plays s and puts the cursor before its first step. The error is script.NotCompiled if
// codes have not all of its programs, and may be errTooLong.
func newDraft(s script.Script, codes script.Codes) (Draft, error) {
	d, _, err := playScript(s, codes)
	return d, err
}

// playScript is newDraft. It returns also the script with the steps that each step run stands for.
func playScript(s script.Script, codes script.Codes) (Draft, script.Script, error) {
	d := Draft{Intro: s.Intro, Config: s.Config, Programs: s.Programs, Outro: s.Outro, codes: codes}
	world, err := codes.Start(s)
	if err != nil {
		return d, s, err
	}
	h := engine.NewHistory(world)
	t := newTypedSteps(h, h.Path(0), s.Steps)
	if err := t.play(script.MaxSteps, mostInstructions); err != nil {
		return d, s, err
	}
	if !t.isDone() {
		return d, s, errTooLong
	}
	s.Steps = t.played()
	d.Config, d.WrittenFor = world.Config(), world.Config()
	d.setBranch(t.history, t.path, s.Steps)
	return d, s, nil
}

// start is the World with which the scenario begins under a configuration.
func (d *Draft) start(c engine.Config) (engine.World, error) {
	return d.codes.Start(script.Script{Config: c, Programs: d.Programs})
}

// draftFromText plays the text of a script.
func draftFromText(text string, codes script.Codes) (Draft, error) {
	s, err := script.Parse(text)
	if err != nil {
		return Draft{}, err
	}
	src := newSource(text, s)
	d, unrolled, err := playScript(s, codes)
	src.Script, src.of = unrolled, d.Path
	d.Written = src
	return d, err
}

// replay plays steps from the root of h. An error leaves d unchanged.
func (d *Draft) replay(h engine.History, steps []script.Step) error {
	t := newTypedSteps(h, h.Path(0), steps)
	if err := t.play(script.MaxSteps, mostInstructions); err != nil {
		return err
	}
	if !t.isDone() {
		return errTooLong
	}
	d.setBranch(t.history, t.path, steps)
	return nil
}

// setBranch puts the branch with a path on the stage, with the texts of its steps.
func (d *Draft) setBranch(h engine.History, path []engine.NodeID, steps []script.Step) {
	d.History, d.Path = h, path
	d.Notes, d.Expected = cloneOrNew(d.Notes), cloneOrNew(d.Expected)
	for i, s := range steps {
		setOrDelete(d.Notes, d.Path[i+1], s.Note)
		setOrDelete(d.Expected, d.Path[i+1], s.Expect)
	}
	d.At = min(d.At, len(steps))
}

func cloneOrNew[V any](m map[engine.NodeID]V) map[engine.NodeID]V {
	if m == nil {
		return map[engine.NodeID]V{}
	}
	return maps.Clone(m)
}

// setOrDelete keeps no zero values, so that few steps with a text make a small map.
func setOrDelete[V comparable](m map[engine.NodeID]V, id engine.NodeID, value V) {
	var zero V
	if value == zero {
		delete(m, id)
	} else {
		m[id] = value
	}
}

// Len is how many steps the branch has.
func (d *Draft) Len() int { return len(d.Path) - 1 }

// World is the World at the cursor.
func (d *Draft) World() engine.World { return d.History.World(d.Path[d.At]) }

// Step is step i of the branch, counted from 1.
func (d *Draft) Step(i int) engine.Step { return d.History.Step(d.Path[i]) }

// Script is the branch as a script.
func (d *Draft) Script() script.Script {
	s := script.Script{Intro: d.Intro, Config: d.Config, Programs: d.Programs, Outro: d.Outro}
	s.Steps = make([]script.Step, d.Len())
	for i := range s.Steps {
		id := d.Path[i+1]
		s.Steps[i] = script.Step{Op: d.Step(i + 1).Op, Expect: d.Expected[id], Note: d.Notes[id]}
	}
	return s
}

// Title is what the scenario calls itself, with the length of a title in the store.
func (d *Draft) Title() string {
	if len(d.Intro) == 0 || d.Intro[0] == "" {
		return "Untitled scenario"
	}
	return clipTitle(clip(d.Intro[0]))
}

// maxShown is how many bytes of a summary or of a narration are shown: a page and a half. A
// text can have millions, and it is drawn again with every key.
const maxShown = 4000

// clip is a text of at most maxShown bytes.
func clip(text string) string {
	if len(text) <= maxShown {
		return text
	}
	return strings.ToValidUTF8(text[:maxShown], "") + "\u2026"
}

// Summary is what the scenario says about itself below its title, one string for each
// paragraph, as far as it is shown.
func (d *Draft) Summary() []string {
	var paragraphs []string
	next, shown := true, 0
	for _, l := range d.Intro[min(1, len(d.Intro)):] {
		shown += 1 + len(l)
		if shown > maxShown {
			return append(paragraphs, clip(l)+"\u2026")
		}
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
