package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// story is the narration of the step under the cursor. Its height is reserved,
// so the stage below stays where it is.
func story(s model.Story) app.UI {
	invite := el("p.invite.none")
	if s.Invite {
		invite = el("p.invite", "Press ", press(".linklike", "next", glyph("next"), "step"),
			el("span.by-key", " or ", el("kbd", "\u2192")), " for the first step, or make any call yourself.")
	}
	return el("section.story", at("aria-label", "What happens here"),
		el("h2", s.Title),
		each(s.Lines, func(l string) app.UI { return el("p", l) }),
		invite)
}
