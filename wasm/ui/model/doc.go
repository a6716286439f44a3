// Package model is the page without a browser: what is on the stage, what a
// person has chosen, and what follows from an action.
//
// Update takes a Model and a Msg and returns the next Model, with the effects
// (saving, copying, waiting) that somebody else has to carry out. SceneOf says
// what there is to draw. Both are functions of values: a test needs no browser,
// and keeping an old Work is enough to be able to go back to it.
//
// The files:
//
//	model.go      everything the page knows
//	draft*.go     the scenario on the stage: its history, its branch, its text
//	session*.go   what outlives a reload of the tab
//	update.go     Msg and Update
//	cmd.go        the effects that Update asks for
//	msg_*.go      what happened: the messages, each with its update
//	scene*.go     what is drawn: SceneOf and the parts of a Scene
//	say_*.go      the same in words
package model
