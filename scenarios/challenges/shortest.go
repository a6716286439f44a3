package challenges

import (
	"fmt"
	"slices"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/explore"
	"closenotify/scenarios/challenges/challenge"
)

// Shortest finds the fewest steps that reach the goals of a challenge in which steps are added,
// and how many states it has seen. It searches breadth first with the steps that are allowed.
// ok is false if there is no solution of at most limit steps.
func Shortest(c challenge.Challenge, limit int) (steps []engine.Op, states int, ok bool, err error) {
	s := search{c: c, seen: map[string]bool{}}
	first, err := s.start()
	if err != nil {
		return nil, 0, false, err
	}
	for frontier := []state{first}; len(frontier) > 0; {
		var next []state
		for _, from := range frontier {
			if s.reached(from) {
				return from.path, len(s.seen), true, nil
			}
			if len(from.path) < limit {
				next = append(next, s.after(from)...)
			}
		}
		frontier = next
	}
	return nil, len(s.seen), false, nil
}

// search is a walk through what the allowed steps reach.
type search struct {
	c    challenge.Challenge
	seen map[string]bool // states, by key
}

// state is a World with what the goals need to know, and the steps that the player added.
type state struct {
	world    engine.World
	progress challenge.Progress
	path     []engine.Op
}

// start is the state with which the challenge begins.
func (s *search) start() (state, error) {
	w, err := compile.Start(s.c.Script)
	if err != nil {
		return state{}, err
	}
	first := state{world: w}
	err = s.c.Script.Play(w, func(_ int, step engine.Step, w engine.World) {
		first.world, first.progress = w, s.c.Trials[0].After(first.progress, step)
	})
	s.isNew(first)
	return first, err
}

// reached reports whether all goals are met.
func (s *search) reached(at state) bool { return s.c.Trials[0].Missing(at.progress, at.world) == "" }

// isNew notes a state and reports whether it was not known.
func (s *search) isNew(at state) bool {
	key := fmt.Sprintf("%v %s", at.progress, explore.Key(at.world))
	known := s.seen[key]
	s.seen[key] = true
	return !known
}

// after lists the new states that follow.
func (s *search) after(from state) []state {
	var next []state
	for _, op := range s.c.Allowed {
		w, step, err := from.world.Apply(op)
		if err != nil {
			continue // never: the operations are valid
		}
		to := state{w, s.c.Trials[0].After(from.progress, step), append(slices.Clone(from.path), op)}
		if s.isNew(to) {
			next = append(next, to)
		}
	}
	return next
}
