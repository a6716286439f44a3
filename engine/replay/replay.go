// Package replay runs recordings of real libraries on the engine and compares the traces.
package replay

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// Replayer runs recordings on the engine. Steps that one shares with the previous one are
// not run again: a World is a value. The zero Replayer is ready to use.
type Replayer struct {
	worlds []engine.World       // of the previous recording: the start, then after each step
	ops    map[string]engine.Op // of the steps that were parsed
	line   []byte

	compared int // steps of the previous recording that were compared
}

// Disagreement is a step of a recording with which the engine does not agree.
type Disagreement struct {
	Script    string   // up to this step
	Want, Got []string // the traces of the library and of the engine
	Diff      conformance.Diff
}

// Run replays a recording and returns the first step with which the engine disagrees, nil
// if there is none. Recordings must come in the order of their file. It is an error if
// the engine cannot run the script.
func (p *Replayer) Run(r conformance.Recording) (*Disagreement, error) {
	if r.Shared == 0 {
		if err := p.connect(r.Head); err != nil {
			return nil, err
		}
	}
	p.worlds = p.worlds[:r.Shared+1]
	if r.Shared > p.compared {
		return nil, p.complete(r)
	}
	p.compared = r.Shared
	for i := r.Shared; i < len(r.Steps); i++ {
		op, err := p.op(r.Steps[i])
		if err != nil {
			return nil, err
		}
		w, step, err := p.worlds[i].Apply(op)
		if err != nil {
			return nil, err
		}
		p.worlds = append(p.worlds, w)
		if isNewer(step, p.worlds[i]) && !slices.ContainsFunc(r.Trace, hasLater) {
			return nil, p.complete(r)
		}
		p.compared = i + 1
		p.line = appendOutcome(p.line[:0], step, w)
		if string(p.line) == r.Trace[i] {
			continue
		}
		if d := disagreement(r, i, p.comparable(r.Trace[i])); d != nil {
			p.compared = len(r.Steps)
			return d, p.complete(r)
		}
	}
	return nil, nil
}

// comparable is the engine's line without what a recorded line does not have.
func (p *Replayer) comparable(recorded string) string {
	line := string(p.line)
	if !strings.Contains(recorded, `"wire":`) {
		line = conformance.WithoutWire(line)
	}
	if !hasLater(recorded) {
		line = conformance.WithoutLater(line)
	}
	return line
}

// hasLater reports whether a line has the keys that were added to the trace last. A line
// on which both peers are freed has none of them, whatever its age.
func hasLater(recorded string) bool { return strings.Contains(recorded, `"state_string":`) }

// isNewer reports whether the harness did something else in the step before the trace had
// its later keys: a write after a FIN succeeded, and close did nothing after SSL_free. before
// is the World before the step.
func isNewer(step engine.Step, before engine.World) bool {
	op := step.Op
	return step.Fired(engine.RuleWriteAfterFIN) ||
		op.Verb == engine.VerbClose && before.Endpoint(op.Role).State() == engine.Freed
}

// Compared is how many steps of the last recording, from its start, could be compared: all of
// them, unless the recording is older than what a step means today.
func (p *Replayer) Compared() int { return p.compared }

// connect starts a new connection.
func (p *Replayer) connect(head string) error {
	s, err := script.Parse(head)
	if err != nil {
		return fmt.Errorf("%w in the directives\n%s", err, head)
	}
	w, err := engine.New(s.Config)
	if err != nil {
		return err
	}
	p.worlds = append(p.worlds[:0], w)
	return nil
}

// complete runs the remaining steps of a recording, which the next one may share.
func (p *Replayer) complete(r conformance.Recording) error {
	for i := len(p.worlds) - 1; i < len(r.Steps); i++ {
		op, err := p.op(r.Steps[i])
		if err != nil {
			return err
		}
		w, _, err := p.worlds[i].Apply(op)
		if err != nil {
			return err
		}
		p.worlds = append(p.worlds, w)
	}
	return nil
}

// op parses a step.
func (p *Replayer) op(step string) (engine.Op, error) {
	if op, ok := p.ops[step]; ok {
		return op, nil
	}
	op, err := engine.ParseOp(step)
	if err != nil {
		return op, fmt.Errorf("%s: %w", step, err)
	}
	if p.ops == nil {
		p.ops = map[string]engine.Op{}
	}
	p.ops[step] = op
	return op, nil
}

// disagreement returns that on the step with index i, for which the engine printed the
// line got. It is nil if only values differ that are not compared.
func disagreement(r conformance.Recording, i int, got string) *Disagreement {
	if got == r.Trace[i] {
		return nil
	}
	diff, differ := conformance.Compare(r.Head, r.Trace[i:i+1], []string{got})
	if !differ {
		return nil
	}
	diff.Step = i + 1
	cut := conformance.Recording{Head: r.Head, Steps: r.Steps[:i+1], Trace: r.Trace[:i+1]}
	lines, err := trace(cut.Script())
	if err != nil {
		lines = []string{err.Error()}
	}
	return &Disagreement{cut.Script(), append([]string(nil), cut.Trace...), lines, diff}
}

// trace returns what the engine prints for a script, without its own keys.
func trace(text string) ([]string, error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	w, err := engine.New(s.Config)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, op := range s.Ops() {
		var step engine.Step
		if w, step, err = w.Apply(op); err != nil {
			return nil, err
		}
		lines = append(lines, string(appendOutcome(nil, step, w)))
	}
	return lines, nil
}

// appendOutcome appends the line of a trace as a harness prints it, without the keys that
// only the engine has.
func appendOutcome(b []byte, s engine.Step, w engine.World) []byte {
	b = script.AppendJSON(b, s, w)
	if i := bytes.LastIndex(b, []byte(`,"rules":`)); i >= 0 {
		b = append(b[:i], '}')
	}
	return b
}

// String prints the script and both traces.
func (d *Disagreement) String() string {
	return conformance.Report(d.Script, d.Want, d.Got, d.Diff)
}
