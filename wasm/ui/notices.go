package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// notices are the short messages above the dock, the newest last. Screen readers hear them
// from the status line.
func notices(list []model.Notice) app.UI {
	if len(list) == 0 {
		return elem("div.none")
	}
	return elem("section.notices", attr("aria-label", "Messages"), each(list, notice))
}

// notice is a message with its button.
func notice(n model.Notice) app.UI {
	id := strconv.Itoa(n.ID)
	body := []app.UI{elem("p", ownDirection, n.Text)}
	if n.Label != "" {
		body = append(body, button(".tool", "press-notice "+id, n.Label))
	}
	return elem("div.notice"+classIf(n.Error, "bad"), body, iconButton("dismiss "+id, "close", "Dismiss"))
}
