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
		el("div.marks", hidden,
			each(d.Marks, func(m model.Mark) app.UI { return mark(d, m) }),
			litMark(d), each(d.Breaks, func(i int) app.UI { return el("span.break-mark", place(d, i)) })),
		input("range", at("id", "slider"), at("type", "range"), at("min", "0"), atNumber("max", max(d.Of, 1)), at("step", "1"),
			atNumber("value", d.At), at("aria-label", "Step"), at("aria-valuetext", d.Status),
			at("data-input", "scrub"), at("data-change", "scrubbed")))
}

// mark is a tick; its place is the slider's for that step.
func mark(d model.Dock, m model.Mark) app.UI {
	return el("span.mark.mark-"+string(m.Kind)+when(m.Step <= d.At, "done"), place(d, m.Step),
		at("title", "Breakpoint at step "+strconv.Itoa(m.Step)), at("data-do", "break "+strconv.Itoa(m.Step)))
}

// litMark points at the step that is lit.
func litMark(d model.Dock) app.UI {
	if d.Lit == 0 {
		return el("span.none")
	}
	return el("span.lit-mark", place(d, d.Lit))
}

// place is where a step lies along the slider.
func place(d model.Dock, step int) attr {
	return at("style", "left:calc("+strconv.Itoa(10000*step/max(d.Of, 1))+"%/100)")
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
