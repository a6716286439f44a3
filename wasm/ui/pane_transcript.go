package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// transcriptPane is the ladder in sentences, from the first step in sight. Where
// it can be seen its lines can be pressed; else it is for screen readers.
func transcriptPane(t model.TranscriptScene, seen bool) app.UI {
	if len(t.Lines) == 0 {
		return el("p.quiet", "No step has been taken.")
	}
	return el("ol.transcript", atNumber("start", t.First),
		each(t.Lines, func(l model.TranscriptLine) app.UI { return sentence(l, seen) }))
}

func sentence(l model.TranscriptLine, seen bool) app.UI {
	current, text := no, app.Text(l.Text)
	if l.Current {
		current = at("aria-current", "step")
	}
	if seen {
		text = press(".sentence", "seek "+strconv.Itoa(l.N), l.Text)
	} else if l.Ahead {
		text = app.Text("Not yet: " + l.Text)
	}
	return el("li"+when(l.Current, "current")+when(l.Ahead, "ahead")+when(l.Highlighted, "lit"), current, text)
}
