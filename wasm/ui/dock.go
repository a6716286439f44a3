package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// dock is the row of controls at the foot.
func dock(d model.Dock) app.UI {
	play, name := "play", "Play"
	if d.Playing {
		play, name = "pause", "Pause"
	}
	return el("section.dock", at("aria-label", "Playback"),
		el("div.transport",
			iconPress("first", "first", "First"),
			iconPress("back", "back", "Step back"),
			iconPress("play", play, name),
			iconPress("next", "next", "Step forward"),
			iconPress("last", "last", "Last")),
		slider(d),
		el("p.where", at("title", d.Status), d.Status),
		menuField("", "speed", "speed", "Speed", speeds(d.Speed)))
}

// slider is the native range with its marks above.
func slider(d model.Dock) app.UI {
	return el("div.slider",
		el("div.marks", hidden, each(d.Marks, func(m model.Mark) app.UI { return mark(d, m) })),
		input("range", at("id", "slider"), at("type", "range"), at("min", "0"), atNumber("max", max(d.Of, 1)), at("step", "1"),
			atNumber("value", d.At), at("aria-label", "Step"), at("aria-valuetext", d.Status),
			at("data-input", "scrub"), at("data-change", "scrubbed")))
}

// mark is a tick; its place is the slider's for that step.
func mark(d model.Dock, m model.Mark) app.UI {
	at100 := strconv.Itoa(10000 * m.Step / max(d.Of, 1))
	return el("span.mark.mark-"+string(m.Kind)+when(m.Step <= d.At, "done"),
		at("style", "left:calc("+at100+"%/100)"), at("data-do", "seek "+strconv.Itoa(m.Step)))
}

// speeds are the entries of the speed menu.
func speeds(now float64) []app.UI {
	var choices []model.Choice
	for _, s := range model.Speeds {
		value := strconv.FormatFloat(s, 'g', -1, 64)
		choices = append(choices, model.Choice{Value: value, Text: value + "\u00d7", On: s == now})
	}
	return options(choices)
}
