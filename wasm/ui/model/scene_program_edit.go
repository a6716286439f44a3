package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/scenarios/programs"
)

// ProgramDialog is the dialog in which a program is written.
type ProgramDialog struct {
	Text     string
	Lines    int
	Role     engine.Role
	ForStage bool
	Here     string // what "from here" means: "after step 3"; "" at the start
	Errors   []ScriptError
	Offers   []ProgramOffer
	Bare     bool   // the text has no function, and can be put into one
	Declare  string // a variable that can be declared, "" for none
	Replaced bool   // there is a text to go back to
	Loading  Loading
}

// ProgramOffer is a program to begin with.
type ProgramOffer struct {
	Name, Title, Summary string
	On                   bool // it is the text
}

// Loading says what is on its way, and how far the compiler has come.
type Loading struct {
	On   bool
	Text string // "Loading the C compiler: 120 of 600 kB"
	Done int    // in percent; -1 while that is not known
}

// programDialog is the dialog, if it is open.
func (m *Model) programDialog() ProgramDialog {
	if m.Dialog != "program" {
		return ProgramDialog{}
	}
	e := &m.Code
	d := ProgramDialog{
		Text: e.Typed, Lines: 1 + strings.Count(e.Typed, "\n"), Role: e.Role, ForStage: e.ForStage, Replaced: e.replaced != "", Bare: e.isBare(), Declare: e.undeclared(), Loading: m.loading(),
	}
	if e.ForStage && m.At > 0 {
		d.Here = "after " + stepName(m.At)
	}
	for _, err := range e.Errors {
		place, action := err.Place(), "go-to-program "+strconv.Itoa(err.Line)+" "+strconv.Itoa(err.Column)
		d.Errors = append(d.Errors, ScriptError{err.Line, place, err.Short(), action})
	}
	for _, p := range programs.All() {
		d.Offers = append(d.Offers, ProgramOffer{p.Name, p.Title, p.Summary, p.Text == e.Typed})
	}
	return d
}

// loading is how far the lab has come, for whatever waits for it, or for the library.
func (m *Model) loading() Loading {
	p, what, doing := m.Compiling.Progress, "C compiler", "Compiling\u2026"
	switch {
	case m.Compiling.Library:
		return Loading{true, "Loading the scenario\u2026", -1}
	case m.Compiling.Units == nil && !m.exporting.on, m.Compiling.onlyChecks() && p.Total == 0:
		return Loading{}
	case m.exporting.on:
		what, doing = "program for this", "Making it\u2026"
	}
	if p.Total <= 0 || p.Loaded >= p.Total {
		return Loading{true, doing, -1}
	}
	return Loading{true, "Loading the " + what + ": " + kB(p.Loaded) + " of " + kB(p.Total) + " kB", 100 * p.Loaded / p.Total}
}

// kB is a number of bytes in kB.
func kB(n int) string { return strconv.Itoa((n + 500) / 1000) }
