// Package ui draws the page with go-app.
//
// What is on the page is decided in package model; here is only how it looks and
// how a press gets there. An element that can be pressed says in its data-do
// attribute what it does; one listener at the root of the page reads it, so the
// thousands of small elements of a long scenario carry no functions. The parts
// of the page are components that hold a piece of the Scene: go-app compares it
// and draws again only what changed.
package ui
