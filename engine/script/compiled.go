package script

import (
	"maps"
	"strings"

	"closenotify/engine"
	"closenotify/engine/program"
)

// TranslationUnit is what a compiler is given: the text of a program, and the release whose
// headers it includes, as OPENSSL_VERSION_NUMBER.
type TranslationUnit struct {
	Text    string
	Release uint32
}

// Compiled is what a compiler has made of a TranslationUnit: the Code, or the Errors for which
// there is none.
type Compiled struct {
	Code   *program.Code
	Errors []CompileError
}

// CompileError is what a compiler refuses.
type CompileError struct {
	Line, Column int    // in the program's text, from 1; the column counts bytes
	Text         string // what is refused
	Want         string // why, and what to write instead
}

// Codes are the programs that have been compiled. It is a value: With returns a new one. The zero
// Codes has none. A script does not import a compiler: it is given what one has made.
type Codes struct {
	compiled map[TranslationUnit]Compiled
}

// With returns the Codes with one more.
func (c Codes) With(u TranslationUnit, made Compiled) Codes {
	c.compiled = maps.Clone(c.compiled)
	if c.compiled == nil {
		c.compiled = map[TranslationUnit]Compiled{}
	}
	c.compiled[u] = made
	return c
}

// Find returns what the compiler has made of a program, if it has been compiled.
func (c Codes) Find(u TranslationUnit) (Compiled, bool) {
	made, ok := c.compiled[u]
	return made, ok
}

// Start returns the World with which a script begins. The error is NotCompiled if a program has
// not been compiled yet, and ProgramErrors if the compiler refuses one.
func (c Codes) Start(s Script) (engine.World, error) {
	w, err := engine.New(s.Config)
	if err != nil || !s.hasProgram() {
		return w, err
	}
	profile, _ := engine.ProfileNamed(w.Config().Profile)
	var codes [2]*program.Code
	var missing NotCompiled
	var refused ProgramErrors
	for r, p := range s.Programs {
		unit := TranslationUnit{p.Text, profile.VersionNumber()}
		made, ok := c.compiled[unit]
		switch {
		case p.Text == "":
		case !ok:
			missing = append(missing, unit)
		case made.Code == nil:
			refused = append(refused, p.errors(made.Errors)...)
		default:
			codes[r] = made.Code
		}
	}
	switch {
	case missing != nil:
		return engine.World{}, missing
	case refused != nil:
		return engine.World{}, refused
	}
	return w.WithPrograms(codes[engine.Client], codes[engine.Server]), nil
}

// NotCompiled are programs that must be compiled before their script can start.
type NotCompiled []TranslationUnit

// Error says so.
func (NotCompiled) Error() string { return "the program is not compiled yet" }

// ProgramErrors are what the compiler refuses in the programs of a script, at their places in it.
type ProgramErrors []*Error

// Error returns the errors, a line each.
func (e ProgramErrors) Error() string {
	lines := make([]string, len(e))
	for i, one := range e {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// errors are the errors of the program at their places in the script.
func (p Program) errors(list []CompileError) ProgramErrors {
	var all ProgramErrors
	for _, e := range list {
		all = append(all, p.errorAt(e))
	}
	return all
}

// errorAt is an error of the program at its place in the script.
func (p Program) errorAt(e CompileError) *Error {
	placed := &Error{Line: max(p.Line, 1) + e.Line - 1, Column: e.Column, Text: e.Text, Want: e.Want}
	lines := strings.Split(p.Text, "\n")
	if e.Line >= 1 && e.Line <= len(lines) && e.Column >= 1 && e.Column <= len(lines[e.Line-1]) {
		placed.Column = column(lines[e.Line-1], e.Column-1)
	}
	return placed
}
