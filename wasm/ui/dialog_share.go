package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// shareLink is the link of the stage.
type shareLink string

// shareDialog shows the link in a field, where it can be copied by hand.
func shareDialog(link shareLink) app.UI {
	return elem("div.dialog-body",
		dialogTitle("share", "Share this scenario"),
		elem("p", "The link holds the whole scenario and opens it at this step. Nothing is uploaded: everything is after the #, which browsers never send to a server."),
		elem("label.unseen", attr("for", "share-link"), "Link"),
		input("share-link", attr("id", "share-link"), attr("type", "text"), attr("readonly", "true"), attr("value", string(link))),
		elem("div.dialog-foot",
			button(".tool.primary", "copy-link", attr("autofocus", "true"), "Copy link"),
			button(".tool", "hide-dialog", "Close")))
}
