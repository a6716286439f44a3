// Package ui draws the page with go-app.
//
// Package model decides what is on the page. This package says how it looks, and passes on
// what a person does. An element that can be pressed says in its data-do attribute what it
// does, a field in data-change or data-input. One listener at the root of the page reads
// these, so the thousands of small elements of a long scenario carry no functions.
//
// The parts of the page are components that hold a piece of the Scene. go-app compares the
// pieces and draws again only what changed.
//
// The files:
//
//	page.go, view.go          the page and its parts
//	element.go                how elements are made
//	events.go, swipe.go       what a person does
//	run_cmd.go, stage_store.go, browser.go
//	                          the effects that the model asks for
//	dom_sync.go               what attributes cannot say, after each drawing
//	header.go, story.go, lane_headers.go, ladder.go, row.go, call_bar.go, dock.go
//	                          the parts, from top to bottom
//	panels.go, pane_*.go      the panels beside the stage
//	dialog_*.go, notices.go   what appears above the page
package ui
