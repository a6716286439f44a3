package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// storySection is the narration of the step under the cursor. Its height is reserved, so
// that the stage below does not move.
func storySection(s model.Story) app.UI {
	invite := elem("p.invite.none")
	switch {
	case s.Empty:
		invite = elem("p.invite", "There are no steps yet. Make any call below to begin.")
	case s.Invite:
		invite = elem("p.invite", "Press ", button(".linklike", "next", glyph("next"), "step"),
			elem("span.by-key", " or ", elem("kbd", "\u2192")), " for the first step, or make any call yourself.")
	}
	return elem("section.story", attr("aria-label", "What happens here"),
		elem("h2", s.Title, elem("span.written-for"+classIf(s.WrittenFor == "", "none"), " "+s.WrittenFor)),
		each(s.Lines, func(l string) app.UI { return elem("p", l) }),
		invite)
}
