package engine

import (
	"strconv"

	"closenotify/engine/program"
)

// program takes a step of a peer's program. It does nothing if the peer has none.
func (s scheduler) program(op Op) {
	p := s.world.processOf(op.Role)
	switch {
	case op.Verb == VerbTimeout && (p == nil || !p.waits || !p.limited):
		s.step.fire(RuleNoLimit)
	case op.Verb == VerbTimeout:
		s.world.processes.clock = max(s.world.processes.clock, p.due)
		s.returnPoll(op.Role, 0, nil)
	case p == nil:
		s.step.fire(RuleProgramStays)
	default:
		s.next(op.Role, p)
	}
}

// next runs a program on to its next call, and makes that.
func (s scheduler) next(r Role, p *process) {
	if !s.world.CanGoOn(r) {
		s.step.fire(RuleProgramStays)
	} else {
		s.step.fire(RuleProgramRuns)
		s.step.ran = &Ran{}
		s.runProgram(r)
		s.step.ran.Output = p.state.Output()
		if p.state.Status() == program.Calling {
			call := p.state.Call()
			s.step.ran.Call, s.step.ran.Line, s.step.ran.Made = call.Name, call.Line, call
			s.makeCall(r, p, call)
		}
	}
	s.tellEnd(p)
}

// tellEnd says how a program has ended, once.
func (s scheduler) tellEnd(p *process) {
	status := p.state.Status()
	if p.told || status != program.Ended && status != program.Aborted && status != program.Stopped {
		return
	}
	p.told = true
	s.step.fire(RuleProgramEnds)
	ran := Ran{}
	if s.step.ran != nil {
		ran.Output = s.step.ran.Output
	}
	ran.Ended, ran.Aborted, ran.Exit = status == program.Ended, status == program.Aborted, p.state.Exit()
	if line, why := p.state.Stopped(); why != "" {
		ran.Stopped = "line " + strconv.Itoa(line) + ": " + why
		s.step.Returned = false
	}
	s.step.ran = &ran
}

// view is what the queries of a running program see: a copy of the World.
type view struct {
	world World
	step  Step // of which only the differences count
	role  Role
}

// runProgram runs a program until it makes a call or ends. The World is copied for its queries,
// because Go moves to the heap what they could reach.
//
//go:noinline
func (s scheduler) runProgram(r Role) {
	v := &view{world: *s.world, role: r}
	v.step.profile, v.step.N = s.world.profile, s.step.N
	p := s.world.processOf(r) // v.world has the same
	p.state = p.state.Run(program.Runner{Ask: v.ask})
	s.step.differences |= v.step.differences
}

// stop stops a program at the call that it has made.
func (p *process) stop(why string) { p.state = p.state.Return(program.Result{Stop: why}) }

// Run is the step run of a script on its way: the next of both peers in turn, the client's first,
// until neither can go on or MaxRun calls were made. The zero Run has not begun.
type Run struct {
	turn  Role
	calls int
}

// Next is the operation that follows in a World; ok is false at the end.
func (r Run) Next(w World) (op Op, ok bool) {
	if r.calls == MaxRun {
		return Op{}, false
	}
	for _, role := range [...]Role{r.turn, 1 - r.turn} {
		if w.CanGoOn(role) {
			return Op{Verb: VerbNext, Role: role}, true
		}
	}
	return Op{}, false
}

// Took notes that the step which Next returned was taken.
func (r *Run) Took(s Step) {
	r.turn = 1 - s.Op.Role
	if s.ran != nil && s.ran.Call != "" {
		r.calls++
	}
}

// RunSteps does what the step run of a script stands for. It yields each Step with the World after
// it.
func (w World) RunSteps(yield func(World, Step) bool) {
	var run Run
	for op, ok := run.Next(w); ok; op, ok = run.Next(w) {
		next, step, err := w.Apply(op)
		if err != nil {
			return // never: the Op is a valid one
		}
		w = next
		run.Took(step)
		if run.calls == MaxRun && (w.CanGoOn(Client) || w.CanGoOn(Server)) {
			step.ran.Bound = true
		}
		if !yield(w, step) {
			return
		}
	}
}

// MaxRun is how many calls the step run makes at most.
const MaxRun = 1000
