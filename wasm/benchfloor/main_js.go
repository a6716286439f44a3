// Command benchfloor is the least that a go-app page can do when a key is pressed:
// it changes one text node. What a step of the playground takes is measured in
// multiples of that.
package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

type counter struct {
	app.Compo
	n int
}

// OnMount listens where the playground does.
func (c *counter) OnMount(ctx app.Context) {
	app.Window().AddEventListener("keydown", func(app.Context, app.Event) { c.n++ })
	app.Window().Get("document").Get("documentElement").Get("dataset").Set("playground", "running")
}

// Render shows how many keys there were.
func (c *counter) Render() app.UI {
	return app.P().Class("where").Text(strconv.Itoa(c.n))
}

func main() {
	app.Route("/", &counter{})
	app.RunWhenOnBrowser()
}
