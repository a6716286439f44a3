package challenge

import (
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
)

// A Result says how far the player has come.
type Result struct {
	Reached bool
	Missing string // what is still missing, in a sentence; "" if it is reached
	Trial   int    // the one in which it is, 0 for the script of the challenge
	Count   int    // steps that the player has added, or lines of the program: see Challenge.Par
}

// Starter compiles the programs of a script and returns the World with which it begins.
type Starter func(script.Script) (engine.World, error)

// Check checks the script that a player has made of the challenge's. The error is that of start.
func (c *Challenge) Check(s script.Script, start Starter) (Result, error) {
	if !c.Kind.AddsSteps() {
		return c.CheckProgram(s.Programs[c.Peer].Text, start)
	}
	w, err := start(s)
	if err != nil {
		return Result{}, err
	}
	h, tip, err := s.RunFrom(w)
	if err != nil {
		return Result{}, err
	}
	return c.CheckPath(h, h.Path(tip), s.Programs), nil
}

// CheckPath checks steps that were taken. They must begin as the challenge does and go on with
// steps that are allowed.
func (c *Challenge) CheckPath(h engine.History, path []engine.NodeID, programs [2]script.Program) Result {
	begin := c.Script.Steps
	if len(path) <= len(begin) || !c.beginsLike(h, path, programs) {
		return Result{Missing: "This is not how the challenge begins. Release, version, transport, programs and first steps stay as they are."}
	}
	r := Result{Count: len(path) - 1 - len(begin)}
	var p Progress
	for i, id := range path[1:] {
		if op := h.Op(id); i >= len(begin) && !slices.Contains(c.Allowed, op) {
			r.Missing = "The step " + op.String() + " is not allowed here."
			return r
		}
		p = c.Trials[0].After(p, h.Step(id))
	}
	r.Missing = c.Trials[0].Missing(p, h.World(path[len(path)-1]))
	r.Reached = r.Missing == ""
	return r
}

// beginsLike reports whether steps begin as those of the challenge do.
func (c *Challenge) beginsLike(h engine.History, path []engine.NodeID, programs [2]script.Program) bool {
	for i, step := range c.Script.Steps {
		if h.Op(path[i+1]) != step.Op {
			return false
		}
	}
	for r := range programs {
		if programs[r].Text != c.Script.Programs[r].Text {
			return false
		}
	}
	return h.World(path[0]).Config().Sparse() == c.Script.Config.Sparse()
}
