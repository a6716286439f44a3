package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// closingCard is the card below the last step of a shipped scenario. Without a text it takes
// no room.
func closingCard(c model.ClosingCard) app.UI {
	title := "What you saw"
	if !c.Completed {
		title = "What happened"
	}
	try, next := elem("button.none"), elem("button.none")
	if c.Try != "" {
		try = button(".tool", "make-mistake", "Try: "+c.Try)
	}
	if c.Next != "" {
		next = button(".tool.primary", "open-preset "+c.NextName, attr("aria-label", "Next: "+plainText(c.Next)), "Next: "+c.Next, elem("span", ariaHidden, " \u2192"))
	}
	return elem("section.closing"+classIf(c.Text == "", "none"), attr("aria-label", title),
		elem("p", c.Text), elem("p.closing-ways", try, next))
}
