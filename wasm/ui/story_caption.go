package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// captionField is where the caption of the current step is edited. Enter keeps it, Escape
// leaves it as it was.
func captionField(s model.Story) app.UI {
	return input("caption-field", attr("id", model.CaptionFieldID), attr("type", "text"), attr("value", s.Caption), attr("dir", "auto"),
		attr("data-change", "set-caption"), attr("maxlength", "1000"), attr("aria-label", "Caption of step "+strconv.Itoa(s.Step)+". Enter keeps it, Escape leaves it as it was."))
}

// captionButton opens that field.
func captionButton(s model.Story) app.UI {
	if s.Step == 0 {
		return elem("span.none")
	}
	name := "Edit the caption of step " + strconv.Itoa(s.Step)
	return button(".edit-caption", "edit-caption", attr("id", model.CaptionButtonID), attr("aria-label", name), attr("title", name), "\u270e")
}
