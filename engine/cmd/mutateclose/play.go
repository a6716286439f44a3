package main

import (
	"errors"
	"iter"
	"strings"

	"closenotify/engine"
	"closenotify/engine/cc"
	"closenotify/engine/conformance"
	"closenotify/engine/program"
	"closenotify/engine/script"
)

// place stands in a script for the program of which there are mutants.
const place = "@close\n"

// withProgram is a script with a program in its place.
func withProgram(script, program string) string { return strings.Replace(script, place, program, 1) }

// player plays scripts with the engine. It compiles each program once for each release.
type player struct {
	codes map[compiled]*program.Code // nil for what does not compile
}

// compiled is what is compiled once.
type compiled struct {
	text    string
	version uint32
}

// maxSteps is how long a trace may be. A program that spins would fill it for no gain.
const maxSteps = 60

var errLong = errors.New("the trace is too long")

// play returns the trace of a script.
func (p *player) play(text string) (trace []string, err error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	w, err := p.start(s)
	if err != nil {
		return nil, err
	}
	for of := range steps(s.Steps, w) {
		if len(trace) == maxSteps {
			return nil, errLong
		}
		trace = append(trace, of)
	}
	return trace, nil
}

// steps are the objects of a trace.
func steps(steps []script.Step, w engine.World) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, of := range steps {
			all := w.RunSteps
			if !of.Run {
				all = single(w, of.Op)
			}
			for after, step := range all {
				w = after
				if !yield(string(script.AppendJSON(nil, step, w))) {
					return
				}
			}
		}
	}
}

// single is one step, as RunSteps yields many.
func single(w engine.World, op engine.Op) iter.Seq2[engine.World, engine.Step] {
	return func(yield func(engine.World, engine.Step) bool) {
		if after, step, err := w.Apply(op); err == nil {
			yield(after, step)
		}
	}
}

// start is the World in which a script begins.
func (p *player) start(s script.Script) (engine.World, error) {
	w, err := engine.New(s.Config)
	if err != nil {
		return engine.World{}, err
	}
	profile, _ := engine.ProfileNamed(w.Config().Profile)
	var codes [2]*program.Code
	for r, peer := range s.Programs {
		if peer.Text == "" {
			continue
		}
		if codes[r] = p.compile(compiled{peer.Text, profile.VersionNumber()}); codes[r] == nil {
			return engine.World{}, errors.New("a program does not compile")
		}
	}
	return w.WithPrograms(codes[engine.Client], codes[engine.Server]), nil
}

// compile returns the code of a text, nil if it does not compile.
func (p *player) compile(of compiled) *program.Code {
	code, known := p.codes[of]
	if !known {
		code, _ = cc.Compile(of.text, cc.Options{Version: of.version})
		if p.codes == nil {
			p.codes = map[compiled]*program.Code{}
		}
		p.codes[of] = code
	}
	return code
}

// isStopped reports whether a program of a trace was stopped.
func isStopped(trace []string) bool {
	for _, line := range trace {
		if strings.Contains(line, `,"stopped":`) {
			return true
		}
	}
	return false
}

// differ reports whether two traces of a script differ.
func differ(script string, a, b []string) bool {
	_, yes := conformance.Compare(script, a, b)
	return yes
}
