// Command benchfloor is a go-app page that changes one text node when a key is
// pressed, which is the least that a page can do. The time of a step of the playground
// is measured in multiples of this.
package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

type counter struct {
	app.Compo
	n int
}

// OnMount listens for keys on the window, as the playground does.
func (c *counter) OnMount(ctx app.Context) {
	app.Window().AddEventListener("keydown", func(app.Context, app.Event) { c.n++ })
	app.Window().Get("document").Get("documentElement").Get("dataset").Set("playground", "running")
}

// Render shows how many keys were pressed.
func (c *counter) Render() app.UI {
	return app.P().Class("where").Text(strconv.Itoa(c.n))
}

func main() {
	app.Route("/", &counter{})
	app.RunWhenOnBrowser()
}
