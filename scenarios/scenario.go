// Package scenarios holds what the page ships: scripts with a title, a summary and narration,
// in chapters, in the order in which they are best learned from. A Library has them, or as
// much of them as has been fetched. Their texts are in package library, which the client does
// not link.
//
// Links to scenarios are in scenarios/link, the scenarios that a person saves in
// scenarios/store.
package scenarios

import (
	"strings"

	"closenotify/engine/script"
)

// Scenario is a script with a name.
type Scenario struct {
	Name    string // in its address: lower-case letters, digits and -; "" if it is not shipped; see Library.Find
	Number  int    // in links, from 1; 0 if none refers to it
	Title   string // the first line of the script's introduction
	Summary string // the other lines, joined by blanks
	Script  script.Script
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
