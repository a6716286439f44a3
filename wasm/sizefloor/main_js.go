// Command sizefloor is go-app's hello world, the smallest client that go-app allows.
// The playground's size is compared with it.
package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

type hello struct {
	app.Compo
}

// Render shows the greeting.
func (h *hello) Render() app.UI {
	return app.H1().Text("Hello World!")
}

func main() {
	app.Route("/", &hello{})
	app.RunWhenOnBrowser()
}
