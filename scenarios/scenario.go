// Package scenarios is the library of shipped scenarios.
package scenarios

import (
	"strings"

	"closenotify/engine/script"
)

// Scenario is a script with a name.
type Scenario struct {
	Name    string // the slug in its address, "" unless it is a shipped one
	Title   string
	Summary string
	Script  script.Script
}

// library is parsed once; the tests parse every file of it, too.
var library = mustReadLibrary()

// Library lists the shipped scenarios in the order in which they are best
// learned from.
func Library() []Scenario { return append([]Scenario(nil), library...) }

// Find looks a shipped scenario up by its name.
func Find(name string) (Scenario, bool) {
	for _, s := range library {
		if s.Name == name {
			return s, true
		}
	}
	return Scenario{}, false
}

// FromScript makes a scenario of a script. A shipped one is recognised by its
// text.
func FromScript(s script.Script) Scenario {
	text := s.String()
	for _, l := range library {
		if l.Script.String() == text {
			return l
		}
	}
	return unnamed(s)
}

// unnamed takes the first line of the introduction for the title, the rest for
// the summary.
func unnamed(s script.Script) Scenario {
	sc := Scenario{Script: s}
	if len(s.Intro) > 0 {
		sc.Title = s.Intro[0]
		sc.Summary = strings.TrimSpace(strings.Join(s.Intro[1:], " "))
	}
	return sc
}

// mustReadLibrary parses the embedded texts. They are part of the program, so a
// mistake in one is a mistake in the program.
func mustReadLibrary() []Scenario {
	var list []Scenario
	for _, l := range libraryTexts {
		s, err := script.Parse(*l.text)
		if err != nil {
			panic("scenarios/library, " + l.name + ": " + err.Error())
		}
		sc := unnamed(s)
		sc.Name = l.name
		list = append(list, sc)
	}
	return list
}
