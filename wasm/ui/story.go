package ui

import (
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// A narration of more characters than these does not fit into two lines on a laptop, or on
// a large screen. It is set in smaller type there.
const (
	longOnALaptop = 150
	longAnywhere  = 190
)

// storySection is the narration of the step under the cursor. Its height is reserved, so
// that the stage below does not move.
func storySection(s model.Story) app.UI {
	length := utf8.RuneCountInString(s.Title + s.WrittenFor)
	if s.Invite {
		length += 35
	}
	body := []app.UI{elem("h2"+classIf(s.Step == 0, "of-scenario"), ownDirection, s.Title)}
	for _, l := range s.Lines {
		length += utf8.RuneCountInString(l)
		body = append(body, elem("p", ownDirection, " "+l))
	}
	if s.Editing {
		body = []app.UI{body[0], captionField(s)}
	} else {
		body = append(body, captionButton(s))
	}
	body = append(body, elem("p.written-for"+classIf(s.WrittenFor == "", "none"), " "+s.WrittenFor), invitation(s))
	return elem("section.story"+classIf(length > longOnALaptop, "long")+classIf(length > longAnywhere, "longer"), attr("id", model.StoryID), attr("tabindex", "-1"), attr("aria-label", "What happens here"),
		elem("div.story-text", body))
}

// invitation says how to begin.
func invitation(s model.Story) app.UI {
	switch {
	case s.Empty:
		return elem("p.invite", " There are no steps yet. Make any call below, or ", button(".linklike", "program-paste", "paste your code"), ".")
	case s.Invite:
		return elem("p.invite", " Press ", button(".linklike", "next", glyph("next"), "step"),
			elem("span.by-key", " or ", elem("kbd", "\u2192")), " for the first step.")
	}
	return elem("p.none")
}
