package model

import (
	"errors"
	"slices"

	"closenotify/engine/script"
)

// Compile asks to compile programs. Compiled or CompileFailed answers, with CompileProgress
// before it while the compiler is being loaded.
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

// Compiling is a change of the stage that waits for programs to be compiled.
type Compiling struct {
	Units    []script.TranslationUnit // nil for none
	Progress CompileProgress
	then     Msg // is taken in again when they are compiled
}

// compileFor asks for what a change of the stage lacks, if err says that it lacks something: the
// change is made when that has come. A later one takes its place.
func (m *Model) compileFor(err error, then Msg) (cmds []Cmd, ok bool) {
	missing, ok := errors.AsType[script.NotCompiled](err)
	if !ok {
		return nil, false
	}
	m.Compiling = Compiling{Units: missing, then: then}
	return []Cmd{Compile{missing}}, true
}

// isFor reports whether the change waits for these programs.
func (c *Compiling) isFor(units []script.TranslationUnit) bool {
	return c.Units != nil && slices.Equal(c.Units, units)
}

func (c Compiled) update(m *Model) []Cmd {
	for i, u := range c.Units {
		m.codes = m.codes.With(u, c.Made[i])
	}
	if !m.Compiling.isFor(c.Units) {
		return nil
	}
	then := m.Compiling.then
	m.Compiling = Compiling{}
	return then.update(m)
}

func (c CompileFailed) update(m *Model) []Cmd {
	if !m.Compiling.isFor(c.Units) {
		return nil
	}
	m.Compiling = Compiling{}
	return m.notifyError("The program cannot be compiled: " + c.Why + ". Nothing was changed.")
}

func (c CompileProgress) update(m *Model) []Cmd {
	if m.Compiling.Units != nil {
		m.Compiling.Progress = c
	}
	return nil
}
