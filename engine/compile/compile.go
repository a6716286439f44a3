// Package compile compiles the programs of scripts. Whoever imports it has the compiler in it, so
// app.wasm does not.
package compile

import (
	"errors"

	"closenotify/engine"
	"closenotify/engine/cc"
	"closenotify/engine/script"
)

// Start returns the World with which a script begins. Programs that the compiler refuses are a
// script.ProgramErrors.
func Start(s script.Script) (engine.World, error) { return new(Cache).Start(s) }

// A Cache has what was compiled, for scripts with the same programs.
type Cache struct{ codes script.Codes }

// Start is Start for one of several scripts.
func (c *Cache) Start(s script.Script) (engine.World, error) {
	w, err := c.codes.Start(s)
	missing, ok := errors.AsType[script.NotCompiled](err)
	if !ok {
		return w, err
	}
	for _, u := range missing {
		c.codes = c.codes.With(u, Unit(u))
	}
	return c.codes.Start(s)
}

// Unit compiles a translation unit.
func Unit(u script.TranslationUnit) script.Compiled {
	code, err := cc.Compile(u.Text, cc.Options{Version: u.Release})
	if err == nil {
		return script.Compiled{Code: code}
	}
	list, ok := errors.AsType[cc.Errors](err)
	if !ok {
		list = cc.Errors{{Line: 1, Column: 1, Message: err.Error()}}
	}
	var made script.Compiled
	for _, e := range list {
		want := e.Message
		if e.Suggestion != "" {
			want += "; " + e.Suggestion
		}
		made.Errors = append(made.Errors, script.CompileError{Line: e.Line, Column: e.Column, Text: e.Name, Want: want})
	}
	return made
}
