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
		of(marksOf(d)),
		input("range", at("id", "slider"), at("type", "range"), at("min", "0"), atNumber("max", max(d.Of, 1)), at("step", "1"),
			atNumber("value", d.At), at("aria-label", "Step"), at("aria-valuetext", d.Status),
			at("data-input", "scrub"), at("data-change", "scrubbed")))
}

// marks is what stands above the slider. In a long scenario it stays the same for
// many steps.
type marks struct {
	All    []model.SliderMark
	Done   int // how many the cursor has passed
	Of     int
	Breaks []int
	Lit    int
}

// marksOf takes the marks out of the dock.
func marksOf(d model.Dock) marks {
	m := marks{All: d.Marks, Of: d.Of, Breaks: d.Breakpoints, Lit: d.Highlighted}
	for m.Done < len(d.Marks) && d.Marks[m.Done].Step <= d.At {
		m.Done++
	}
	return m
}

// drawMarks draws them.
func drawMarks(m marks) app.UI {
	ticks := make([]app.UI, len(m.All))
	for i := range m.All {
		ticks[i] = mark(m, i)
	}
	return el("div.marks", hidden, ticks, litMark(m),
		each(m.Breaks, func(i int) app.UI { return el("span.break-mark", m.place(i)) }))
}

// mark is tick i; its place is the slider's for that step.
func mark(all marks, i int) app.UI {
	m := all.All[i]
	return el("span.mark.mark-"+string(m.Kind)+when(i < all.Done, "done"), all.place(m.Step),
		at("title", "Breakpoint at step "+strconv.Itoa(m.Step)), at("data-do", "break "+strconv.Itoa(m.Step)))
}

// litMark points at the step that is lit.
func litMark(m marks) app.UI {
	if m.Lit == 0 {
		return el("span.none")
	}
	return el("span.lit-mark", m.place(m.Lit))
}

// place is where a step lies along the slider.
func (m marks) place(step int) attr {
	return at("style", "left:calc("+strconv.Itoa(10000*step/max(m.Of, 1))+"%/100)")
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
