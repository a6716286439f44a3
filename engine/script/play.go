package script

import (
	"strconv"

	"closenotify/engine"
)

// Run plays the script from a new World to its end. The peers have no programs.
func (s Script) Run() (engine.History, engine.NodeID, error) {
	w, err := engine.New(s.Config)
	if err != nil {
		return engine.History{}, 0, err
	}
	return s.RunFrom(w)
}

// RunFrom plays the script from a World to its end. The step run leaves as many moments as the
// steps that it stands for.
func (s Script) RunFrom(w engine.World) (engine.History, engine.NodeID, error) {
	h := engine.NewHistory(w)
	s, err := s.Unrolled(w)
	if err != nil {
		return h, 0, err
	}
	return h.ActAll(0, s.Ops())
}

// Unrolled returns the script with the steps that each step run stands for in its place, if it
// begins with a World. The first of them has its narration; all have its line. The error is an
// *Error if there are more than MaxSteps.
func (s Script) Unrolled(w engine.World) (Script, error) {
	if !s.hasRun() {
		return s, nil
	}
	var steps []Step
	var err error
	for _, of := range s.Steps {
		if !of.Run {
			if w, _, err = w.Apply(of.Op); err != nil {
				return s, err
			}
			steps = append(steps, of)
			continue
		}
		line := of.Line
		for after, step := range w.RunSteps {
			if len(steps) == MaxSteps {
				return s, TooManySteps(line)
			}
			w = after
			steps = append(steps, Step{Op: step.Op, Note: of.Note, Line: line})
			of.Note = ""
		}
	}
	s.Steps = steps
	return s, nil
}

// TooManySteps is the error of a step run in a line that makes a script too long.
func TooManySteps(line int) *Error {
	return &Error{Line: line, Column: 1, Text: runWord, Want: "with the steps that it stands for, the script has more than " + strconv.Itoa(MaxSteps)}
}

// Play plays the script from a World. It calls each after each step with the number of the
// script's Step, from 0, and the World after it: for the step run as often as it stands for a
// step.
func (s Script) Play(w engine.World, each func(i int, step engine.Step, w engine.World)) error {
	for i, of := range s.Steps {
		if of.Run {
			for after, step := range w.RunSteps {
				w = after
				each(i, step, w)
			}
			continue
		}
		var step engine.Step
		var err error
		if w, step, err = w.Apply(of.Op); err != nil {
			return err
		}
		each(i, step, w)
	}
	return nil
}
