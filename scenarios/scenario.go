// Package scenarios holds the scenarios that the page ships: scripts with a title, a
// summary and narration, in the order in which they are best learned from. Their texts
// are the files in the folder library.
//
// Links to scenarios are in scenarios/link, the scenarios that a person saves in
// scenarios/store.
package scenarios

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"

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

// shipped are the scenarios of the library. Each is parsed when it is first asked for: a page
// begins with one of them, and must begin soon.
var shipped [len(library)]struct {
	once     sync.Once
	scenario Scenario
}

// shippedAt is number i of the library.
func shippedAt(i int) Scenario {
	s := &shipped[i]
	s.once.Do(func() {
		s.scenario = mustParse(library[i].name, library[i].number, *library[i].text)
		s.scenario.Name = library[i].name
	})
	return s.scenario
}

// Library lists the shipped scenarios, those for beginners first.
func Library() []Scenario { return slices.Collect(All()) }

// All goes through the shipped scenarios. It parses only those that it comes to.
func All() iter.Seq[Scenario] {
	return func(yield func(Scenario) bool) {
		for i := range library {
			if !yield(shippedAt(i)) {
				return
			}
		}
	}
}

// Title is the name and the title of a shipped scenario.
type Title struct{ Name, Title string }

// Titles lists those of the library, without parsing it.
func Titles() []Title {
	list := make([]Title, len(library))
	for i, row := range library {
		first, _, _ := strings.Cut(*row.text, "\n")
		list[i] = Title{row.name, strings.TrimPrefix(first, "# ")}
	}
	return list
}

// Find looks up a shipped scenario by its name.
func Find(name string) (Scenario, bool) {
	for i, row := range library {
		if row.name == name {
			return shippedAt(i), true
		}
	}
	return Scenario{}, false
}

// FindByNumber looks up a scenario by its number. It may be a retired one, which has no
// name.
func FindByNumber(number int) (Scenario, bool) {
	for i, row := range library {
		if row.number == number {
			return shippedAt(i), true
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
	text := s.String()
	for i, row := range library {
		if *row.text == text {
			return shippedAt(i)
		}
	}
	return Titled(s)
}

// Titled makes a scenario of a script, with the title and the summary of its introduction.
func Titled(s script.Script) Scenario {
	sc := Scenario{Script: s}
	if len(s.Intro) > 0 {
		sc.Title = s.Intro[0]
		sc.Summary = strings.TrimSpace(strings.Join(s.Intro[1:], " "))
	}
	return sc
}

// mustParse parses one of the embedded texts. They are part of the program, so a mistake in
// one is a mistake in the program.
func mustParse(what string, number int, text string) Scenario {
	s, err := script.Parse(text)
	if err != nil {
		panic("scenarios, " + what + ": " + err.Error())
	}
	sc := Titled(s)
	sc.Number = number
	return sc
}
