package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// shareDialog shows the link in a field, where it can be copied by hand, and offers the scenario in
// other forms.
func shareDialog(s model.ShareScene) app.UI {
	return elem("div.dialog-body",
		dialogTitle("share", "Share this scenario"),
		elem("p", s.About),
		elem("div.share-row",
			shareMenu("share-step", "Opens", s.Steps), shareMenu("share-text", "Content", s.Texts), shareMenu("share-form", "Form", s.Forms)),
		elem("p.problem"+classIf(s.Warning != "", "on"), attr("id", "share-problem"), attr("role", "status"), s.Warning),
		shareLink(s),
		elem("h3", "Export"),
		shareButtons(shareMenu("export-format", "Format", s.Formats),
			shareButton{"export-save", "Save as a file", true},
			shareButton{"export-copy", "Copy", s.CanCopy}),
		loadingBar(s.Loading))
}

// shareLink is the link with what can be done with it.
func shareLink(s model.ShareScene) []app.UI {
	if s.Link == "" {
		return nil
	}
	code := elem("div.none")
	if s.QR != "" {
		code = elem("p.qr", app.ElemSelfClosing("img").Attr("src", s.QR).Attr("alt", "QR code of the link"))
	}
	return []app.UI{
		elem("div",
			elem("label.unseen", attr("for", "share-link"), "Link"),
			input("share-link", attr("id", "share-link"), attr("type", "text"), attr("readonly", "true"), attr("aria-describedby", "share-length share-problem"), attr("value", s.Link)),
			elem("p.quiet", attr("id", "share-length"), s.Length)),
		shareButtons(button(".tool.primary", "share-copy link", attr("autofocus", "true"), "Copy link"),
			shareButton{"share-native", "Share\u2026", s.Native},
			shareButton{"share-copy markdown", "Copy as Markdown", true},
			shareButton{"show-qr", "QR code", s.OffersQR}),
		code,
		elem("h3", "Embed in a page"),
		shareButtons(elem("p.quiet", "The text of the component is the transcript, for readers without scripts."),
			shareButton{"share-copy iframe", "Copy as iframe", true},
			shareButton{"share-copy component", "Copy as component", true}),
	}
}

// shareButton is a button of the dialog, if it is offered.
type shareButton struct {
	action, text string
	offered      bool
}

// shareButtons is a row of buttons, after an element.
func shareButtons(first app.UI, list ...shareButton) app.UI {
	row := []app.UI{first}
	for _, b := range list {
		if b.offered {
			row = append(row, button(".tool", b.action, b.text))
		}
	}
	return elem("div.share-row", row)
}

// shareMenu is a menu of the dialog, if there is something to choose.
func shareMenu(id, name string, choices []model.Choice) app.UI {
	if len(choices) == 0 {
		return elem("div.none")
	}
	return menuField(".named", id, "option", name, options(choices))
}
