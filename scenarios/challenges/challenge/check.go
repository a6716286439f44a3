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
	Trial   string // the title of the trial in which it is; "" for the script of the challenge
	Count   int    // steps that the player has added, or lines of the program: see Challenge.Par
}

// Starter compiles the programs of a script and returns the World with which it begins.
type Starter func(script.Script) (engine.World, error)

// Check checks the script that a player has made of the challenge's. The error is that of start.
func (c Challenge) Check(s script.Script, start Starter) (Result, error) {
	if c.Kind.AddsSteps() {
		return c.checkSteps(s, start)
	}
	return c.checkProgram(s, start)
}

// checkSteps plays the script. It must begin as the challenge does and go on with steps that are
// allowed.
func (c Challenge) checkSteps(s script.Script, start Starter) (Result, error) {
	w, err := start(s)
	if err != nil {
		return Result{}, err
	}
	if s, err = s.Unrolled(w); err != nil {
		return Result{}, err
	}
	if !c.beginsLike(s) {
		return Result{Missing: "The script must begin like that of the challenge: the same release, version, programs and first steps."}, nil
	}
	added := s.Steps[len(c.Script.Steps):]
	for _, step := range added {
		if !slices.Contains(c.Allowed, step.Op) {
			return Result{Missing: "The step " + step.Op.String() + " is not allowed here.", Count: len(added)}, nil
		}
	}
	missing, err := c.Trials[0].play(w, s)
	return Result{Reached: missing == "", Missing: missing, Count: len(added)}, err
}

// beginsLike reports whether a script begins as that of the challenge does.
func (c Challenge) beginsLike(s script.Script) bool {
	if len(s.Steps) < len(c.Script.Steps) || !sameConnection(s.Config, c.Script.Config) {
		return false
	}
	for i, step := range c.Script.Steps {
		if s.Steps[i].Op != step.Op {
			return false
		}
	}
	return s.Programs[0].Text == c.Script.Programs[0].Text && s.Programs[1].Text == c.Script.Programs[1].Text
}

// sameConnection reports whether two connections are the same with their defaults filled in.
func sameConnection(a, b engine.Config) bool {
	x, errX := engine.New(a)
	y, errY := engine.New(b)
	return errX == nil && errY == nil && x.Config() == y.Config()
}
