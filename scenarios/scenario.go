// Package scenarios holds the scenarios that the page ships: scripts with a title, a
// summary and narration, in the order in which they are best learned from. Their texts
// are the files in the folder library.
//
// Links to scenarios are in scenarios/link, the scenarios that a person saves in
// scenarios/store.
package scenarios

import (
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// Scenario is a script with a name.
type Scenario struct {
	Name    string // in its address: lower-case letters, digits and -; "" if it is not shipped
	Number  int    // in links, from 1; 0 if it is not shipped
	Title   string // the first line of the script's introduction
	Summary string // the other lines, joined by blanks
	Script  script.Script
}

// shipped are the scenarios of the library, parsed once.
var shipped = mustParseLibrary()

// Library lists the shipped scenarios, those for beginners first.
func Library() []Scenario { return append([]Scenario(nil), shipped...) }

// Find looks up a shipped scenario by its name.
func Find(name string) (Scenario, bool) {
	for _, s := range shipped {
		if s.Name == name {
			return s, true
		}
	}
	return Scenario{}, false
}

// FindByNumber looks up a scenario by its number. It may be a retired one, which has no
// name.
func FindByNumber(number int) (Scenario, bool) {
	for _, s := range shipped {
		if s.Number == number {
			return s, true
		}
	}
	for _, row := range retired {
		if row.number == number {
			return mustParse("number "+strconv.Itoa(number), number, *row.text), true
		}
	}
	return Scenario{}, false
}

// FromScript makes a scenario of a script. One with the text of a shipped scenario
// becomes that scenario.
func FromScript(s script.Script) Scenario {
	for i, row := range library {
		if len(s.Steps) == len(shipped[i].Script.Steps) && s.String() == *row.text {
			return shipped[i]
		}
	}
	return titled(s)
}

// titled takes title and summary from the introduction.
func titled(s script.Script) Scenario {
	sc := Scenario{Script: s}
	if len(s.Intro) > 0 {
		sc.Title = s.Intro[0]
		sc.Summary = strings.TrimSpace(strings.Join(s.Intro[1:], " "))
	}
	return sc
}

// mustParseLibrary parses the embedded texts. They are part of the program, so a
// mistake in one is a mistake in the program.
func mustParseLibrary() []Scenario {
	list := make([]Scenario, len(library))
	for i, row := range library {
		list[i] = mustParse(row.name, row.number, *row.text)
		list[i].Name = row.name
	}
	return list
}

// mustParse parses one of the embedded texts.
func mustParse(what string, number int, text string) Scenario {
	s, err := script.Parse(text)
	if err != nil {
		panic("scenarios, " + what + ": " + err.Error())
	}
	sc := titled(s)
	sc.Number = number
	return sc
}
