package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// transcriptPane tells the steps in sight, a sentence or more for each. If it is visible, its
// lines can be pressed; otherwise it is for screen readers.
func transcriptPane(t model.TranscriptScene, visible bool) app.UI {
	if len(t.Lines) == 0 {
		return elem("p.quiet", "No step has been taken.")
	}
	return elem("ol.transcript", attrInt("start", t.First),
		each(t.Lines, func(l model.TranscriptLine) app.UI { return transcriptLine(l, visible) }))
}

// transcriptLine tells a step.
func transcriptLine(l model.TranscriptLine, visible bool) app.UI {
	current, text := none, app.Text(l.Text)
	if l.Current {
		current = attr("aria-current", "step")
	}
	if visible {
		text = button(".sentence", "seek "+strconv.Itoa(l.N), l.Text)
	} else if l.Ahead {
		text = app.Text("Not yet: " + l.Text)
	}
	return elem("li"+classIf(l.Current, "current")+classIf(l.Ahead, "ahead")+classIf(l.Highlighted, "highlighted"), current, text)
}
