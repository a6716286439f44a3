package model

import (
	"errors"
	"slices"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Compile asks to compile programs. Compiled or CompileFailed answers, with CompileProgress
// before it while the compiler is being loaded. Nothing has to answer when nothing Needs the
// programs any more.
type Compile struct{ Units []script.TranslationUnit }

func (Compile) cmd() {}

// Compiled is what the compiler has made of programs: Made[i] of Units[i].
type Compiled struct {
	Units []script.TranslationUnit
	Made  []script.Compiled
}

// CompileFailed says that programs could not be compiled, whatever is in them: the compiler could
// not be loaded, or has crashed.
type CompileFailed struct {
	Units []script.TranslationUnit
	Why   string
}

// CompileProgress says how much of the compiler has arrived, in bytes. Total is 0 while it is not
// known.
type CompileProgress struct{ Loaded, Total int }

// Compiling is what waits for programs to be compiled, or for the library.
type Compiling struct {
	Units    []script.TranslationUnit // nil for none
	Library  bool                     // something waits for the library
	Progress CompileProgress
	change   waiting                  // a change of the stage that somebody wants
	typed    waiting                  // what was typed in the Script panel
	visit    waiting                  // what the address bar says
	restore  waiting                  // what a reload has left
	asked    []script.TranslationUnit // for comparisons, which do not wait
}

// waiting is a message that is taken in again when programs are compiled, or without units when
// the library has come.
type waiting struct {
	units []script.TranslationUnit
	then  Msg
}

// forLibrary reports whether something waits there for the library.
func (w *waiting) forLibrary() bool { return w.then != nil && w.units == nil }

// compileFor asks for what a change of the stage lacks, if err says that it lacks something: the
// change is made when that has come. A later one takes its place.
func (m *Model) compileFor(err error, then Msg) (cmds []Cmd, ok bool) {
	if cmds, ok = m.Compiling.wait(&m.Compiling.change, err, then); ok && m.Compiling.changesStage() {
		m.Saved.opening, m.Ask.wanted = "", false
	}
	return cmds, ok
}

// changesStage reports whether a change of the stage waits, and not only a comparison, or the check
// of a text.
func (c *Compiling) changesStage() bool {
	switch c.change.then.(type) {
	case nil, CompareLink, CompareSaved, checkProgram:
		return false
	}
	return true
}

// giveUp ends what waits to change the stage: somebody has opened another scenario since.
func (c *Compiling) giveUp() {
	if c.changesStage() {
		c.end(&c.change)
	}
}

// wait asks for what err says is missing. Then waits for it in that place.
func (c *Compiling) wait(place *waiting, err error, then Msg) (cmds []Cmd, ok bool) {
	missing, ok := errors.AsType[script.NotCompiled](err)
	forLibrary := errors.Is(err, scenarios.ErrNotFetched)
	if !ok && !forLibrary {
		return nil, false
	}
	*place = waiting{missing, then}
	c.list()
	if forLibrary {
		return []Cmd{FetchLibrary{}}, true
	}
	return []Cmd{Compile{missing}}, true
}

// places are those in which something can wait. What comes first is taken in first.
func (c *Compiling) places() [4]*waiting {
	return [...]*waiting{&c.visit, &c.restore, &c.typed, &c.change}
}

// list notes what all that waits is waiting for.
func (c *Compiling) list() {
	c.Units, c.Library = slices.Concat(c.change.units, c.typed.units, c.visit.units, c.restore.units), c.waitsForLibrary() != nil
	if c.Units == nil {
		c.Progress = CompileProgress{}
	}
}

// Needs reports whether anything waits for one of these programs.
func (c *Compiling) Needs(units []script.TranslationUnit) bool {
	return slices.ContainsFunc(units, func(u script.TranslationUnit) bool { return slices.Contains(c.Units, u) || slices.Contains(c.asked, u) })
}

// waitsFor is what waits for these programs, nil for nothing.
func (c *Compiling) waitsFor(units []script.TranslationUnit) *waiting {
	for _, w := range c.places() {
		if w.then != nil && w.units != nil && slices.Equal(w.units, units) {
			return w
		}
	}
	return nil
}

// waitsForLibrary is what waits for the library, nil for nothing.
func (c *Compiling) waitsForLibrary() *waiting {
	for _, w := range c.places() {
		if w.forLibrary() {
			return w
		}
	}
	return nil
}

// answeredBy is the message that waits for msg, nil for none.
func (c *Compiling) answeredBy(msg Msg) Msg {
	var w *waiting
	switch msg := msg.(type) {
	case Compiled:
		w = c.waitsFor(msg.Units)
	case LibraryFetched:
		w = c.waitsForLibrary()
	}
	if w == nil {
		return nil
	}
	return w.then
}

// end ends what waits, and returns its message, nil for none.
func (c *Compiling) end(w *waiting) (then Msg) {
	if w != nil {
		then, *w = w.then, waiting{}
		c.list()
	}
	return then
}

func (c Compiled) update(m *Model) []Cmd {
	for i, u := range c.Units {
		m.codes = m.codes.With(u, c.Made[i])
	}
	m.hasMore()
	then := m.Compiling.end(m.Compiling.waitsFor(c.Units))
	if then == nil {
		return nil
	}
	return then.update(m)
}

func (c CompileFailed) update(m *Model) []Cmd {
	then := m.Compiling.end(m.Compiling.waitsFor(c.Units))
	if then == nil {
		return nil
	}
	text := "The program cannot be compiled: " + c.Why + ". Nothing was changed."
	return m.addNotice(Notice{Text: text, Label: "Try again", Action: then, Error: true})
}

// CancelCompile gives up the change that waits for programs to be compiled, or for the library, and
// what is being exported.
type CancelCompile struct{}

func (CancelCompile) update(m *Model) []Cmd {
	if m.Compiling.Units == nil && !m.Compiling.Library && !m.exporting.on {
		return nil
	}
	m.exporting.on = false
	m.Compiling = Compiling{asked: m.Compiling.asked}
	return m.notify("Cancelled. Nothing was changed.")
}

func (c CompileProgress) update(m *Model) []Cmd {
	if m.Compiling.Units != nil || m.exporting.on {
		m.Compiling.Progress = c
	}
	return nil
}
