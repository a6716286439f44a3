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
	try, next, read := elem("button.none"), elem("button.none"), elem("a.none")
	if c.Lesson != "" {
		read = elem("a.read", attr("href", inSite("/lessons/"+c.Lesson)), attr("target", "_blank"), attr("rel", "noopener"), "Read this lesson")
	}
	if c.Try != "" {
		try = button(".tool", "make-mistake", "Try: "+c.Try)
	}
	if c.Next != "" {
		next = button(".tool.primary", "open-preset "+c.NextName, attr("aria-label", "Next: "+plainText(c.Next)), "Next: "+c.Next, elem("span", ariaHidden, " \u2192"))
	}
	return elem("section.closing"+classIf(c.Text == "", "none"), attr("aria-label", title),
		elem("p", c.Text),
		elem("p.closing-fix"+classIf(c.Fix == "", "none"), elem("b", "The fix: "), c.Fix),
		elem("p.closing-ways", try, codeButton(c.Wrong, "See the wrong code"), codeButton(c.Right, "See the right code"), next, read))
}

// codeButton puts a script with code on the stage.
func codeButton(name, text string) app.UI {
	if name == "" {
		return elem("button.none")
	}
	return button(".tool", "open-preset "+name, text)
}
