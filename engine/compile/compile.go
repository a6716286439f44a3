// Package compile starts the World of a script: it compiles the programs and gives them to the
// peers. Whoever imports it has the compiler in it, so app.wasm does not.
package compile

import (
	"errors"

	"closenotify/engine"
	"closenotify/engine/cc"
	"closenotify/engine/program"
	"closenotify/engine/script"
)

// Start returns the World with which a script begins. Programs that the compiler refuses are an
// Errors.
func Start(s script.Script) (engine.World, error) {
	w, err := engine.New(s.Config)
	if err != nil {
		return engine.World{}, err
	}
	profile, _ := engine.ProfileNamed(w.Config().Profile)
	var codes [2]*program.Code
	var all Errors
	for r, p := range s.Programs {
		if p.Text == "" {
			continue
		}
		code, err := cc.Compile(p.Text, cc.Options{Version: profile.VersionNumber()})
		if list, ok := errors.AsType[cc.Errors](err); ok {
			all = append(all, placed(p, list)...)
		} else if err != nil {
			return engine.World{}, err
		}
		codes[r] = code
	}
	if all != nil {
		return engine.World{}, all
	}
	return w.WithPrograms(codes[engine.Client], codes[engine.Server]), nil
}

// Errors are what the compiler refuses in the programs of a script, at their places in it.
type Errors []*script.Error

// Error returns the errors, a line each.
func (e Errors) Error() string {
	text := ""
	for i, one := range e {
		if i > 0 {
			text += "\n"
		}
		text += one.Error()
	}
	return text
}

// placed are the errors of a program in the script.
func placed(p script.Program, list cc.Errors) Errors {
	var all Errors
	for _, e := range list {
		want := e.Message
		if e.Suggestion != "" {
			want += "; " + e.Suggestion
		}
		all = append(all, p.ErrorAt(e.Line, e.Column, e.Name, want))
	}
	return all
}
