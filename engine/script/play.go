package script

import "closenotify/engine"

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
// begins with a World. The first of them has its narration; all have its line.
func (s Script) Unrolled(w engine.World) (Script, error) {
	if !s.hasRun() {
		return s, nil
	}
	var steps []Step
	last := -1
	err := s.Play(w, func(i int, step engine.Step, _ engine.World) {
		of := s.Steps[i]
		if of.Run {
			of.Run, of.Op = false, step.Op
			if i == last {
				of.Note = ""
			}
		}
		steps, last = append(steps, of), i
	})
	s.Steps = steps
	return s, err
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
