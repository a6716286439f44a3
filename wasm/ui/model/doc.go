// Package model is the page without a browser: what is on the stage, what a
// person has chosen, and what follows from an action.
//
// Update takes a Model and a Msg and returns the next Model, with the effects
// (saving, copying, waiting) that somebody else has to carry out. SceneOf says
// what there is to draw. Both are functions of values: a test needs no browser,
// and keeping an old Work is enough to be able to go back to it.
package model
