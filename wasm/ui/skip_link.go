package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// skipLink leads from the start of the page to the button that takes a step. It is first in
// the order of Tab, and is shown while it has the keyboard. A real link would change the
// fragment of the address, which holds the scenario.
func skipLink() app.UI { return button(".tool.skip", "skip", "Skip to playback") }
