package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// download saves a file, as if somebody had followed a link to it.
func download(d model.Download) {
	if app.IsServer {
		return
	}
	window := app.Window()
	parts := window.Get("Array").Call("of", bytesForJS(d.Data))                               // a Go slice cannot hold a JavaScript object
	blob := window.Get("Blob").New(parts, map[string]any{"type": "application/octet-stream"}) // the name says what it is
	address := window.Get("URL").Call("createObjectURL", blob)
	link := window.Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", d.Name)
	link.Call("click")
	// A browser may read the address only after the click has returned.
	forget := window.Get("URL").Get("revokeObjectURL").Call("bind", window.Get("URL"), address)
	window.Call("setTimeout", forget, time.Minute.Milliseconds())
}
