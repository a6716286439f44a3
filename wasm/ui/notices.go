package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// notices are the short messages above the dock, the newest last. The status
// line says them, too.
func notices(list []model.Notice) app.UI {
	if len(list) == 0 {
		return el("div.none")
	}
	return el("section.notices", at("aria-label", "Messages"), each(list, notice))
}

func notice(n model.Notice) app.UI {
	id := strconv.Itoa(n.ID)
	body := []app.UI{el("p", n.Text)}
	if n.Label != "" {
		body = append(body, press(".tool", "answer "+id, n.Label))
	}
	return el("div.notice"+when(n.Error, "bad"), body, iconPress("dismiss "+id, "close", "Dismiss"))
}
