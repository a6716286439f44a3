package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// sitePath is the path of the site on its host: "/", or "/docs/tls/" below another one. Pages that are
// drawn on the server are written for "/".
func sitePath() string {
	if app.IsServer {
		return "/"
	}
	return app.Window().Call("siteBase").String()
}

// inSite is the address of a path of the site, such as "/lessons/truncation".
func inSite(path string) string { return sitePath() + strings.TrimPrefix(path, "/") }
