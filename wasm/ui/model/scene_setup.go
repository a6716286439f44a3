package model

import (
	"strings"

	"closenotify/engine"
)

// Setup is the kind of connection: where it starts, and which transport carries it.
type Setup struct{ Starts, Transports []Choice }

// startWords say what the values of engine.Config.Start mean.
var startWords = map[string]string{
	"established": "after the handshake", "tickets": "with tickets unread", "before": "before the handshake",
}

// setupScene has the two menus, with the values of c chosen.
func setupScene(c engine.Config) Setup {
	var s Setup
	for _, start := range engine.Starts() {
		s.Starts = append(s.Starts, Choice{start, startWords[start], start == c.Start})
	}
	known := false
	for _, t := range engine.Transports() {
		t = strings.Replace(t, " N", " 64", 1) // bytes: small enough to be filled by hand
		s.Transports = append(s.Transports, Choice{t, t, t == c.Transport})
		known = known || t == c.Transport
	}
	if !known { // a BIO pair of another size
		s.Transports = append(s.Transports, Choice{c.Transport, c.Transport, true})
	}
	return s
}
