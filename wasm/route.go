package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui"
)

// route has go-app show the playground at every address. The server decides which
// addresses exist, and the component reads its own address.
func route() {
	app.RouteWithRegexpFunc("^/", func() app.Composer { return ui.New() })
}
