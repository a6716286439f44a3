//go:build !js

package main

import (
	"closenotify/scenarios"
	"closenotify/wasm/pages"
	"closenotify/wasm/site"
)

// frontPages returns the pages that show the playground: the front page, and one for each scenario of
// the library.
func frontPages() []site.Page {
	all := []site.Page{{
		Path:  "/",
		Title: "close_notify – step through a TLS shutdown",
		Description: "A client and a server close a TLS connection in your browser, one OpenSSL call at a time: " +
			"see every return value, every flag, and every alert on the wire.",
	}}
	for _, s := range scenarios.Library() {
		all = append(all, site.Page{Path: "/s/" + s.Name, Title: s.Title + " – close_notify", Description: s.Summary, Picture: pages.Lessons + s.Name + ".png"})
	}
	return all
}
