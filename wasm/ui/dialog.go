package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// dialogTitle is the title of a dialog, with the button that closes it.
func dialogTitle(name, title string) app.UI {
	return elem("div.dialog-head", elem("h2", attr("id", "title-"+name), title), iconButton("hide-dialog", "close", "Close"))
}
