package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// popup is a button that shows and hides a list of buttons. It works before the program has
// started, too. The attribute "open" is the browser's: go-app does not know it.
func popup(id, name string, items ...any) app.UI {
	return elem("details.popup", elem("summary.tool", attr("id", id), name, glyph("down")), elem("div.popup-list", items...))
}

// closePopups closes every open popup that element is not in, and its own if a press of
// element does all that the popup was opened for.
func closePopups(element app.Value) {
	open := app.Window().Get("document").Call("querySelectorAll", "details.popup[open]")
	for i := range open.Length() {
		if p := open.Index(i); !element.Truthy() || !p.Call("contains", element).Bool() || isWithin(element, ".closes") {
			p.Call("removeAttribute", "open")
		}
	}
}

// closePopupByKey closes the open popup and gives the keyboard back to its button. ok is
// false if none is open.
func closePopupByKey() (ok bool) {
	p := app.Window().Get("document").Call("querySelector", "details.popup[open]")
	if !p.Truthy() {
		return false
	}
	p.Call("removeAttribute", "open")
	p.Call("querySelector", "summary").Call("focus")
	return true
}
