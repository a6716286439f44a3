package challenge

import (
	"closenotify/engine"
	"closenotify/engine/script"
)

// Progress is what goals need to know of the steps that led to a World. It is a value, and Worlds
// with the same future and the same Progress are equal for a search.
type Progress struct {
	wrote, read [2]int // bytes of application data, by peer
	failed      [2]bool
	output      [2]string
	seen        uint32 // the goals whose result was seen, a bit each
}

// After is the Progress after one more step. The goals are those of the trial.
func (t *Trial) After(p Progress, step engine.Step) Progress {
	r := step.Op.Role
	if step.Returned {
		p.note(r, step.CallVerb(), step.Ret, step.Bytes, step.Error)
	}
	for _, l := range step.LateReturns() {
		p.note(l.Role, l.Verb, l.Ret, l.Bytes, l.Error)
	}
	if ran, ok := step.Program(); ok {
		p.output[r] += ran.Output
	}
	for i := range t.Goals {
		if t.Goals[i].matches(&step) {
			p.seen |= 1 << i
		}
	}
	return p
}

// note notes what a call returned.
func (p *Progress) note(r engine.Role, v engine.Verb, ret, bytes int, e engine.SSLError) {
	switch {
	case v.WritesData():
		p.wrote[r] += bytes
	case v == engine.VerbRead || v == engine.VerbReadEx:
		p.read[r] += bytes
	}
	// SSL_ERROR_SYSCALL for the 0 of SSL_shutdown is no error.
	if e == engine.ErrorSSL || e == engine.ErrorSyscall && !(v == engine.VerbShutdown && ret == 0) {
		p.failed[r] = true
	}
}

// matches reports whether the step is the call, and returned what was expected.
func (g *Goal) matches(step *engine.Step) bool {
	if g.result == nil {
		return false
	}
	want := g.result.Steps[0].Op
	if !step.Op.IsCall() || step.Op.Role != want.Role || step.CallVerb() != want.Verb {
		return false
	}
	return len(g.result.Unmet(func(int) engine.Step { return *step })) == 0
}

// Missing is the sentence of the first goal that is not met, "" if all are.
func (t *Trial) Missing(p Progress, w engine.World) string {
	for i := range t.Goals {
		g := &t.Goals[i]
		met := p.seen&(1<<i) != 0
		if g.result == nil {
			met = g.holds(&p, &w)
		}
		if met == g.not {
			return g.Missing
		}
	}
	return ""
}

// play plays the trial from a World and returns what is missing in the end.
func (t *Trial) play(w engine.World, s script.Script) (string, error) {
	var p Progress
	end := w
	err := s.Play(w, func(_ int, step engine.Step, w engine.World) {
		p, end = t.After(p, step), w
	})
	return t.Missing(p, end), err
}
