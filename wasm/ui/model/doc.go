// Package model is the page without a browser: the scenario on the stage, what a person
// has chosen, and what follows from an action.
//
// Update takes a Model and a Msg and returns the next Model, with the effects (to save, to
// copy, to wait) that somebody else has to carry out. SceneOf says what to draw. Both are
// functions of values: a test needs no browser, and whoever keeps an old Draft can go back
// to it.
//
// The files:
//
//	model.go      everything the page knows
//	draft*.go     a scenario: its history, the branch on the stage, its script
//	reload_*.go   what outlives a reload of the tab
//	update.go     Msg, Update, and what is computed once for a branch
//	cmd.go        the effects that Update asks for
//	msg_*.go      what happened: the messages, each with its update
//	scene*.go     what is drawn: SceneOf and the parts of a Scene
//	say_*.go      the words for screen readers; those for a step are in engine/explain
package model
