package engine

import "closenotify/engine/program"

// RunAhead returns the World in which a peer's program has run on to its next call, which is not
// made, or to its end. It is for people who look on, between two steps: look.Line can end the run
// before a line, and RunAhead goes on from there. look.Ask is not used. The step next does the
// same from w, and makes the call.
func (w World) RunAhead(r Role, look program.Runner) World {
	if !w.CanGoOn(r) {
		return w
	}
	p := *w.processes
	w.processes = &p
	v := &view{world: w, role: r}
	v.step.profile, v.step.N = w.profile, w.Steps()+1
	look.Ask = v.ask
	p.peers[r].state = p.peers[r].state.Run(look)
	return w
}
