package main

import (
	"runtime/debug"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func main() {
	// There is one thread: while the garbage is collected the page stands still. A
	// history is some megabytes, and a few more are no matter.
	debug.SetGCPercent(400)
	route()
	app.RunWhenOnBrowser()
}
