// Package app, in a client, has no server.
//
// This file takes the place of go-app's http.go when the client is built; its
// resource.go is left out (see the Makefile). They hold go-app's server, which
// never runs in a browser, but whose imports start up there: net/http with all of
// TLS, and text/template, a quarter of what everyone would have to download.
// What the rest of go-app takes from the two is here.
package app

import "strings"

// Handler is only named, by a function that panics in a client.
type Handler struct{}

func isRemoteLocation(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

func isStaticResourcePath(path string) bool {
	return strings.HasPrefix(strings.TrimPrefix(path, "/"), "web/")
}
