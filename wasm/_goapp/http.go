// Package app, in a client, has no server.
//
// This file replaces go-app's http.go when the client is built, and resource.go is
// left out (copy.sh does both). The two hold go-app's server. It never runs in a
// browser, but it links net/http with all of TLS, and text/template: a quarter of
// what everyone would have to download. The rest of go-app uses only the three names
// below from these files.
package app

import "strings"

// Handler is needed for the signature of a function that panics in a client.
type Handler struct{}

func isRemoteLocation(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

func isStaticResourcePath(path string) bool {
	return strings.HasPrefix(strings.TrimPrefix(path, "/"), "web/")
}
