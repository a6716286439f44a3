//go:build !js

package main

import (
	"closenotify/scenarios"
	"closenotify/wasm/pages"
	"closenotify/wasm/site"
	"closenotify/wasm/ui/model"
)

// frontPages returns the pages that show the playground: the front page, and one for each scenario of
// the library.
func frontPages(lib scenarios.Library) []site.Page {
	all := []site.Page{{
		Path:  "/",
		Title: "close_notify – step through a TLS shutdown",
		Description: "A client and a server close a TLS connection in your browser, one OpenSSL call at a time: " +
			"see every return value, every flag, and every alert on the wire.",
		Picture: pages.Lessons + "index.png",
		Lessons: lib.Part(model.FirstPreset).Encode(),
	}}
	for s := range lib.All() {
		page := site.Page{Path: pages.Stage + s.Name, Title: s.Title + " – close_notify", Description: s.Summary, Lessons: lib.Part(s.Name).Encode()}
		page.Picture, page.OEmbed = pages.Lessons+s.Name+".png", site.OEmbedPath(s.Name)
		if lib.Entry(s.Name).Challenge != "" {
			page.OEmbed = ""
			page.Picture = pages.Challenges + s.Name + ".png"
		}
		all = append(all, page)
	}
	return all
}
