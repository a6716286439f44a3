package model

import (
	"slices"
	"strconv"

	"closenotify/engine"
	"closenotify/engine/script"
)

// How much of a typed text is played before the page draws and reads keys again: little enough
// for a frame or two.
const (
	stepsAtOnce        = 1000
	instructionsAtOnce = 1_000_000 // of programs
)

// typedSteps is a typed text that is being played. It begins with the base of the Editor, the
// History before the typing: so a number that was only half typed leaves no branch, and what
// was on the stage before stays reachable.
type typedSteps struct {
	history engine.History
	path    []engine.NodeID // of the steps that have been played; never written in place
	script  []script.Step   // of the text
	next    int             // the one of script that comes next
	run     engine.Run      // if that is the step run: how far it is
	begun   bool            // it has begun
	hasRun  bool            // one of script is the step run
	steps   []script.Step   // those that have been played, if hasRun: with what run stands for in its place
	tooMany *script.Error   // there are more than a script may have
}

func newTypedSteps(h engine.History, path []engine.NodeID, steps []script.Step) *typedSteps {
	return &typedSteps{history: h, path: path, script: steps, hasRun: slices.ContainsFunc(steps, func(s script.Step) bool { return s.Run })}
}

// done is how many steps have been played.
func (t *typedSteps) done() int { return len(t.path) - 1 }

// progress says how many have been played. How many a step run stands for is not known before.
func (t *typedSteps) progress() string {
	text := "Playing step " + strconv.Itoa(t.done())
	if !t.hasRun {
		text += " of " + strconv.Itoa(len(t.script))
	}
	return text + "."
}

// played are the steps that have been played.
func (t *typedSteps) played() []script.Step {
	if t.hasRun {
		return t.steps
	}
	return t.script[:t.next]
}

// isDone reports whether all have been played.
func (t *typedSteps) isDone() bool { return t.next == len(t.script) }

// take is the operation that follows at a moment; ok is false at the end.
func (t *typedSteps) take(h engine.History, at engine.NodeID) (op engine.Op, ok bool) {
	for !t.isDone() {
		of := t.script[t.next]
		if !of.Run {
			t.next++
			t.keep(of)
			return of.Op, true
		}
		if t.begun {
			t.run.Took(h.Step(at))
			of.Note = ""
		}
		if of.Op, ok = t.run.Next(h.World(at)); ok {
			if len(t.steps) == script.MaxSteps {
				t.tooMany = script.TooManySteps(of.Line)
				return engine.Op{}, false
			}
			of.Run, t.begun = false, true
			t.keep(of)
			return of.Op, true
		}
		t.next++
		t.run, t.begun = engine.Run{}, false
	}
	return engine.Op{}, false
}

// keep notes a step that is played now.
func (t *typedSteps) keep(s script.Step) {
	if t.hasRun {
		t.steps = append(t.steps, s)
	}
}

// startTyped begins to play the typed text. Steps that the text before had at its beginning,
// too, are used again.
func (d *Draft) startTyped(before *Editor) error {
	s := &d.Editor.source.Script
	world, err := d.codes.Start(*s)
	if err != nil {
		return err
	}
	base := d.Editor.base
	if !beginsLike(base, world) {
		base = engine.NewHistory(world)
	}
	earlier, path := d.History, d.Path
	if before.unplayed != nil {
		earlier, path = before.unplayed.history, before.unplayed.path
	}
	d.Editor.unplayed = newTypedSteps(base, base.Path(0), s.Steps)
	if beginsLike(earlier, world) {
		d.Editor.unplayed.followAlong(earlier, path)
	}
	return nil
}

// followAlong takes the steps that are already played in a path of another History, which goes on
// with that of the text.
func (t *typedSteps) followAlong(h engine.History, path []engine.NodeID) {
	n := 0
	for ; n+1 < len(path); n++ {
		before := *t
		if op, ok := t.take(h, path[n]); !ok || h.Op(path[n+1]) != op {
			*t = before
			break
		}
	}
	newest := int(path[n])
	t.history, t.path = h.First(max(t.history.Len(), newest+1)), slices.Clip(path[:n+1])
}

// play plays up to n more steps, and no more than about so many instructions of programs.
func (t *typedSteps) play(n, instructions int) error {
	t.steps = slices.Clip(t.steps)
	from := t.done()
	to := from
	h, tip, err := t.history.ActEach(t.path[from], func(h engine.History, at engine.NodeID) (op engine.Op, ok bool) {
		if to > from {
			instructions -= instructionsOf(h, at)
		}
		if to-from == n || instructions < 0 {
			return op, false
		}
		if op, ok = t.take(h, at); ok {
			to++
		}
		return op, ok
	})
	switch {
	case err != nil:
		return err
	case t.tooMany != nil:
		return t.tooMany
	}
	path := append(make([]engine.NodeID, 0, to+1), t.path...)[:to+1]
	for i := to; i > from; i-- {
		path[i] = tip
		tip, _ = h.Parent(tip)
	}
	t.history, t.path = h, path
	return nil
}

// playTyped plays more steps of the typed text, see typedSteps.play. After the last one the text
// is on the stage.
func (d *Draft) playTyped(n, instructions int) error {
	t := *d.Editor.unplayed
	if err := t.play(n, instructions); err != nil {
		return err
	}
	d.Editor.unplayed = &t
	if t.isDone() {
		d.takeTyped(t)
	}
	return nil
}

// instructionsOf is how many instructions a program ran in the step to a moment.
func instructionsOf(h engine.History, at engine.NodeID) int {
	op := h.Op(at)
	if op.Verb != engine.VerbNext {
		return 0
	}
	return h.World(at).Program(op.Role).Instructions()
}

// takeTyped puts the typed text on the stage.
func (d *Draft) takeTyped(t typedSteps) {
	s := &d.Editor.source.Script
	s.Steps = t.played()
	d.setBranch(t.history, t.path, s.Steps)
	config := t.history.World(0).Config()
	if d.Config != config { // the text says another release or version, and so does its author
		d.WrittenFor = config
	}
	d.Config, d.Programs, d.Intro, d.Outro, d.Dirty = config, s.Programs, s.Intro, s.Outro, true
	d.Editor.unplayed = nil
}
