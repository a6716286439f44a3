package main

import (
	"runtime/debug"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui"
)

func main() {
	// There is one thread, so garbage collection stops the page. A history takes a few
	// megabytes; with fewer collections it takes a few more.
	debug.SetGCPercent(400)
	route(ui.LibraryInPage())
	app.RunWhenOnBrowser()
}
