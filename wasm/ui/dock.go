package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// dockSection is the row of controls at the foot.
func dockSection(d model.Dock) app.UI {
	play, name := "play", "Play"
	if d.Playing {
		play, name = "pause", "Pause"
	}
	return elem("section.dock", attr("aria-label", "Playback"),
		elem("div.playback",
			iconButton("first", "first", "First"),
			iconButton("back", "back", "Step back"),
			iconButton("play", play, name),
			iconButton("next", "next", "Step forward"),
			iconButton("last", "last", "Last")),
		sliderWithMarks(d),
		elem("p.where", attr("title", d.Status), d.Status),
		menuField("", "speed", "set-speed", "Speed", speedOptions(d.Speed)))
}

// sliderWithMarks is the native range with its marks above.
func sliderWithMarks(d model.Dock) app.UI {
	return elem("div.slider",
		viewOf(sliderMarksOf(d)),
		input("range", attr("id", "slider"), attr("type", "range"), attr("min", "0"), attrInt("max", max(d.Of, 1)), attr("step", "1"),
			attrInt("value", d.At), attr("aria-label", "Step"), attr("aria-valuetext", d.Status),
			attr("data-input", "drag-slider"), attr("data-change", "end-drag")))
}

// sliderMarks is what stands above the slider. In a long scenario it stays the same for
// many steps.
type sliderMarks struct {
	All    []model.SliderMark
	Done   int // how many the cursor has passed
	Of     int
	Breaks []int
	Lit    int
}

// sliderMarksOf takes the marks out of the dock.
func sliderMarksOf(d model.Dock) sliderMarks {
	m := sliderMarks{All: d.Marks, Of: d.Of, Breaks: d.Breakpoints, Lit: d.Highlighted}
	for m.Done < len(d.Marks) && d.Marks[m.Done].Step <= d.At {
		m.Done++
	}
	return m
}

// marksAbove draws them.
func marksAbove(m sliderMarks) app.UI {
	ticks := make([]app.UI, len(m.All))
	for i := range m.All {
		ticks[i] = tickMark(m, i)
	}
	return elem("div.marks", ariaHidden, ticks, highlightMark(m),
		each(m.Breaks, func(i int) app.UI { return elem("span.break-mark", m.position(i)) }))
}

// tickMark is tick i; its place is the slider's for that step.
func tickMark(all sliderMarks, i int) app.UI {
	m := all.All[i]
	return elem("span.mark.mark-"+string(m.Kind)+classIf(i < all.Done, "done"), all.position(m.Step),
		attr("title", "Breakpoint at step "+strconv.Itoa(m.Step)), attr("data-do", "breakpoint "+strconv.Itoa(m.Step)))
}

// highlightMark points at the step that is lit.
func highlightMark(m sliderMarks) app.UI {
	if m.Lit == 0 {
		return elem("span.none")
	}
	return elem("span.highlight-mark", m.position(m.Lit))
}

// position is where a step lies along the slider.
func (m sliderMarks) position(step int) attribute {
	return attr("style", "left:calc("+strconv.Itoa(10000*step/max(m.Of, 1))+"%/100)")
}

// speedOptions are the entries of the speed menu.
func speedOptions(now float64) []app.UI {
	var choices []model.Choice
	for _, s := range model.Speeds {
		value := strconv.FormatFloat(s, 'g', -1, 64)
		choices = append(choices, model.Choice{Value: value, Text: value + "\u00d7", On: s == now})
	}
	return options(choices)
}
