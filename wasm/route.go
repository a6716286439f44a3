package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios"
	"closenotify/wasm/ui"
)

// route has go-app show the playground at every address, with what it knows of the shipped
// scenarios when it begins. The server decides which addresses exist, and the component reads its
// own address.
func route(lib scenarios.Library) {
	app.RouteWithRegexpFunc("^/", func() app.Composer { return ui.New(lib) })
}
