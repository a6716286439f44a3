package main

import (
	"math/rand/v2"
	"strings"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// scriptSet is a set of scripts: as text for the library, parsed for the engine.
type scriptSet struct {
	text    string
	scripts []parsed
	steps   int // of all scripts
}

type parsed struct {
	config engine.Config
	start  engine.World // made with config
	ops    []engine.Op
}

// newScriptSet makes the scripts. The same seed gives the same ones.
func newScriptSet(s settings, profile string) (*scriptSet, error) {
	set := &scriptSet{}
	r := rand.New(rand.NewPCG(s.seed, 0))
	var text strings.Builder
	for i := range s.n {
		version := conformance.Versions[i%len(conformance.Versions)]
		one := conformance.Generate(r, conformance.Options{Profile: profile, Version: version, Subset: conformance.Messages})
		text.WriteString(one + "---\n")
		p, err := script.Parse(one)
		if err != nil {
			return nil, err
		}
		start, err := engine.New(p.Config)
		if err != nil {
			return nil, err
		}
		set.scripts = append(set.scripts, parsed{p.Config, start, p.Ops()})
		set.steps += len(p.Steps)
	}
	set.text = text.String()
	return set, nil
}
