package engine

// World is two peers and the wires between them at one moment. It is a value:
// a copy is a snapshot. What slices and lists it holds are shared between copies
// and never written in place. The zero World is not usable; New makes one. Every step copies a
// World, so its fields leave no gaps.
type World struct {
	config    *Config // never written to, as is the profile
	profile   *Profile
	endpoints [2]Endpoint
	wires     [2]Wire
	errors    errorQueue // of the thread in which both peers run; shared, never written in place
	records   RecordID   // the last ID given out
	steps     int32      // operations applied so far
	processes *processes // of the peers that have programs, nil if none has; shared, never written in place
}

// Config says what connection the World started with, defaults filled in.
func (w World) Config() Config { return *w.config }

// Endpoint is the peer r.
func (w World) Endpoint(r Role) Endpoint { return w.endpoints[r] }

// Wire is the direction d.
func (w World) Wire(d Direction) Wire { return w.wires[d] }

// Steps is how many operations have been applied since New.
func (w World) Steps() int { return int(w.steps) }

// Apply returns the World after op, and what op did. The receiver is unchanged.
// A peer's call that is a mistake is not an error here: the Step says what the
// library does. The error, an *OpError, is for an op that cannot be
// written in a script.
func (w World) Apply(op Op) (World, Step, error) {
	var step Step
	err := w.apply(op, &step)
	return w, step, err
}

// apply does op in place.
func (w *World) apply(op Op, step *Step) error {
	if err := op.check(); err != nil {
		return err
	}
	w.steps++
	step.N, step.Op = int(w.steps), op
	sched := scheduler{world: w, step: step}
	sched.run(op)
	return nil
}
