package model

import "closenotify/engine"

// Motion says how the step under the cursor is shown while it happens: its call, then its
// records on their way, then its outcome. In the zero Motion everything is still.
type Motion struct {
	Turn  int     // 1 and 2 by turns, so that each step starts its animations anew; 0 for none
	After Outcome // what the outcome waits for
}

// Outcome is what the return value of a step and the flags that it sets wait for.
type Outcome string

// The moments.
const (
	AfterCall   Outcome = "call"   // nothing moves
	AfterRead   Outcome = "read"   // a record is read
	AfterFlight Outcome = "flight" // a record, a FIN or an RST crosses the wire
)

// motion is the Motion of the step under the cursor.
func (m *Model) motion() Motion {
	if !m.Flight.On || m.At == 0 {
		return Motion{}
	}
	s := m.Step(m.At)
	motion := Motion{1 + m.Flight.Seq%2, AfterCall}
	for _, move := range s.ByteMoves() {
		switch move.Kind {
		case engine.Queued, engine.Injected, engine.Delivered:
			motion.After = AfterFlight
			return motion
		case engine.Consumed:
			motion.After = AfterRead
		}
	}
	if len(s.Signals()) > 0 {
		motion.After = AfterFlight
	}
	return motion
}
