package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui"
)

// route tells go-app what to show. Every address is the playground: which
// addresses exist is the server's to say, and the component reads its own.
func route() {
	app.RouteWithRegexpFunc("^/", func() app.Composer { return ui.New() })
}
