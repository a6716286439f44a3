package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// shareLink is the link of the stage.
type shareLink string

// share shows the link in a field, for browsers without a clipboard.
func share(link shareLink) app.UI {
	return el("div.dialog-body",
		dialogTitle("share", "Share this scenario"),
		el("p", "The link holds the whole scenario and opens it at this step. Nothing is sent anywhere: what it says stands behind the #, which browsers keep to themselves."),
		el("label.unseen", at("for", "share-link"), "Link"),
		input("share-link", at("id", "share-link"), at("type", "text"), at("readonly", "true"), at("value", string(link))),
		el("div.dialog-foot",
			press(".tool.primary", "copylink", at("autofocus", "true"), "Copy link"),
			press(".tool", "hide", "Close")))
}

// dialogTitle is the head of a dialog with its closing button.
func dialogTitle(name, title string) app.UI {
	return el("div.dialog-head", el("h2", at("id", "title-"+name), title), iconPress("hide", "close", "Close"))
}
