package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// dockSection is the row of controls at the foot of the page.
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
			iconButton("next", "next", "Step forward").Attr("id", model.StepForwardID),
			iconButton("last", "last", "Last")),
		sliderWithMarks(d),
		statusText(d),
		menuField("", "speed", "set-speed", "Speed", speedOptions(d.Speed)))
}

// statusText says where the cursor is, and what the step did, which is not translated.
func statusText(d model.Dock) app.UI {
	where, what, _ := strings.Cut(d.Status, ": ")
	step := elem("span", what)
	if d.At > 0 {
		step = elem("span", attr("translate", "no"), what)
	}
	return elem("p.where", attr("title", d.Status), where+": ", step)
}

// sliderWithMarks is a native range, with marks above it.
func sliderWithMarks(d model.Dock) app.UI {
	return elem("div.slider",
		viewOf(sliderMarksOf(d)),
		input("range", attr("id", "slider"), attr("type", "range"), attr("min", "0"), attrInt("max", max(d.Of, 1)), attr("step", "1"),
			attrInt("value", d.At), attr("aria-label", "Step"), attr("aria-valuetext", strings.ReplaceAll(d.Status, "\u2192", "returns")),
			attr("data-input", "drag-slider"), attr("data-change", "end-drag")))
}

// sliderMarks is what the marks above the slider depend on. In a long scenario it stays
// the same for many steps.
type sliderMarks struct {
	All         []model.SliderMark
	Passed      int // how many the cursor has passed
	Steps       int // of the whole branch
	Breakpoints []int
	Highlighted int
}

// sliderMarksOf takes them out of the dock.
func sliderMarksOf(d model.Dock) sliderMarks {
	m := sliderMarks{All: d.Marks, Steps: d.Of, Breakpoints: d.Breakpoints, Highlighted: d.Highlighted}
	for m.Passed < len(d.Marks) && d.Marks[m.Passed].Step <= d.At {
		m.Passed++
	}
	return m
}

// marksAbove draws the marks above the slider.
func marksAbove(m sliderMarks) app.UI {
	marks := make([]app.UI, len(m.All))
	for i := range m.All {
		marks[i] = sliderMark(m, i)
	}
	return elem("div.marks", ariaHidden, marks, highlightMark(m),
		each(m.Breakpoints, func(i int) app.UI { return elem("span.break-mark", m.position(i)) }))
}

// sliderMark is mark i. It is above the place of the slider for its step.
func sliderMark(marks sliderMarks, i int) app.UI {
	m := marks.All[i]
	return elem("span.mark.mark-"+string(m.Kind)+classIf(i < marks.Passed, "done"), marks.position(m.Step),
		attr("title", "Go to step "+strconv.Itoa(m.Step)), attr("data-do", "seek "+strconv.Itoa(m.Step)))
}

// highlightMark points at the step that is highlighted.
func highlightMark(m sliderMarks) app.UI {
	if m.Highlighted == 0 {
		return elem("span.none")
	}
	return elem("span.highlight-mark", m.position(m.Highlighted))
}

// position places an element along the slider.
func (m sliderMarks) position(step int) attribute {
	return attr("style", "left:calc("+strconv.Itoa(10000*step/max(m.Steps, 1))+"%/100)")
}

// speedOptions are the entries of the speed menu.
func speedOptions(now float64) []app.UI {
	var choices []model.Choice
	for _, s := range model.Speeds {
		value := speedValue(s)
		choices = append(choices, model.Choice{Value: value, Text: value + "\u00d7", On: s == now})
	}
	return options(choices)
}

// speedValue is a speed as a value of the speed menu.
func speedValue(speed float64) string { return strconv.FormatFloat(speed, 'g', -1, 64) }
