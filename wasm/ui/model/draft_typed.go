package model

import (
	"closenotify/engine"
	"closenotify/engine/script"
)

// stepsAtOnce is how many steps of a typed text are played before the page draws and reads
// keys again: few enough for a frame or two.
const stepsAtOnce = 1000

// typedSteps is a typed text that is being played. It begins with the base of the Editor, the
// History before the typing: so a number that was only half typed leaves no branch, and what
// was on the stage before stays reachable.
type typedSteps struct {
	history engine.History
	path    []engine.NodeID // of the steps that have been played; never written in place
	steps   []script.Step   // all of them
}

// done is how many steps have been played.
func (t *typedSteps) done() int { return len(t.path) - 1 }

// startTyped begins to play the typed text. Steps that the text before had at its beginning,
// too, are used again.
func (d *Draft) startTyped(before *Editor) error {
	s := &d.Editor.source.Script
	world, err := d.codes.Start(*s)
	if err == nil {
		*s, err = s.Unrolled(world)
	}
	if err != nil {
		return err
	}
	base := d.Editor.base
	if !beginsLike(base, world) {
		base = engine.NewHistory(world)
	}
	earlier := before.unplayed
	if earlier == nil {
		earlier = &typedSteps{d.History, d.Path, before.source.Script.Steps}
	}
	d.Editor.unplayed = &typedSteps{base, base.Path(0), s.Steps}
	if beginsLike(earlier.history, world) {
		path := earlier.path[:1+earlier.same(s.Steps)]
		newest := int(path[len(path)-1])
		d.Editor.unplayed = &typedSteps{earlier.history.First(max(base.Len(), newest+1)), path[:len(path):len(path)], s.Steps}
	}
	return nil
}

// same is how many of the played steps are the first of other steps.
func (t *typedSteps) same(steps []script.Step) int {
	n := 0
	for n < min(len(steps), t.done()) {
		op := steps[n].Op
		if n < len(t.steps) && t.steps[n].Op != op || n >= len(t.steps) && t.history.Op(t.path[n+1]) != op {
			break
		}
		n++
	}
	return n
}

// playTyped plays up to n more steps of the typed text. After the last one the text is on the
// stage.
func (d *Draft) playTyped(n int) error {
	t := *d.Editor.unplayed
	from, to := t.done(), min(t.done()+n, len(t.steps))
	h, tip, err := t.history.ActAll(t.path[from], script.Script{Steps: t.steps[from:to]}.Ops())
	if err != nil {
		return err
	}
	path := append(make([]engine.NodeID, 0, to+1), t.path...)[:to+1]
	for i := to; i > from; i-- {
		path[i] = tip
		tip, _ = h.Parent(tip)
	}
	t.history, t.path = h, path
	d.Editor.unplayed = &t
	if to == len(t.steps) {
		d.takeTyped(t)
	}
	return nil
}

// takeTyped puts the typed text on the stage.
func (d *Draft) takeTyped(t typedSteps) {
	s := &d.Editor.source.Script
	d.setBranch(t.history, t.path, s.Steps)
	config := t.history.World(0).Config()
	if d.Config != config { // the text says another release or version, and so does its author
		d.WrittenFor = config
	}
	d.Config, d.Programs, d.Intro, d.Outro, d.Dirty = config, s.Programs, s.Intro, s.Outro, true
	d.Editor.unplayed = nil
}
