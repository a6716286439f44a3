package model

import "closenotify/engine"

// run is the branch on the stage, played under another configuration.
type run struct {
	history engine.History
	path    []engine.NodeID
	of      []engine.NodeID // the Path of the stage when it was played
}

// beginsLike reports whether a History begins with a World: with its configuration and programs.
func beginsLike(h engine.History, w engine.World) bool {
	root := h.World(0)
	return root.Config() == w.Config() && root.Program(engine.Client).Code() == w.Program(engine.Client).Code() &&
		root.Program(engine.Server).Code() == w.Program(engine.Server).Code()
}

// isOf reports whether the run is of the branch on the stage, under a configuration.
func (r *run) isOf(d *Draft, c engine.Config) bool {
	return r.path != nil && isSamePath(r.of, d.Path) && r.history.World(0).Config() == c
}

// play plays the branch. Steps that were played before are used again, so one more call
// costs one call. It reports false, and changes nothing, if the configuration cannot be run, or
// if programs run for too long.
func (r *run) play(d *Draft, c engine.Config) bool {
	world, err := d.start(c)
	if err != nil {
		return false
	}
	h := r.history
	most := 4 * (d.Len() + maxWritten) // typing leaves steps that nobody needs any more
	if r.path == nil || !beginsLike(h, world) || h.Len() > most {
		h = engine.NewHistory(world)
	}
	t := newTypedSteps(h, h.Path(0), d.Script().Steps)
	if err := t.play(d.Len(), mostInstructions); err != nil || !t.isDone() {
		return false
	}
	*r = run{t.history, t.path, d.Path}
	return true
}

// step is step i, counted from 1.
func (r *run) step(i int) engine.Step { return r.history.Step(r.path[i]) }

// world is the World after step i.
func (r *run) world(i int) engine.World { return r.history.World(r.path[i]) }
