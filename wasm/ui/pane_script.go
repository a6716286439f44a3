package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// scriptPane is the scenario as text, to be read and changed. The text itself is
// set after the drawing: see Page.setFields.
func scriptPane(s model.ScriptScene) app.UI {
	invalid := no
	if s.Error != "" {
		invalid = at("aria-invalid", "true")
	}
	return el("div.script",
		el("p.quiet", "One step a line. What you type is played at once; # begins a comment, which is told on the stage."),
		el("div.editor",
			el("pre.gutter", hidden, numbers(s.Lines)),
			el("div.lines", hidden, lines(s)),
			el("textarea", at("id", "script-text"), at("spellcheck", "false"), at("wrap", "off"),
				at("autocomplete", "off"), at("autocapitalize", "off"), at("data-input", "type"),
				at("aria-label", "Script of the scenario"), at("aria-describedby", "script-trouble"), invalid)),
		el("div.trouble"+when(s.Error != "", "on"), at("id", "script-trouble"), scriptTrouble(s)))
}

// scriptTrouble says what is wrong and offers the way back.
func scriptTrouble(s model.ScriptScene) []app.UI {
	if s.Error == "" {
		return []app.UI{el("p.fine", "The text is on the stage.")}
	}
	return []app.UI{
		el("p.wrong", s.Error),
		el("p.quiet", "The stage keeps the last text that could be played. ", press(".linklike", "untype", "Show its text again")),
	}
}

// lines is the text once more, unseen behind the one that is typed in: it makes the
// editor as high as its text, wrapped or not, and carries the marks of its lines. All
// lines between two marks are one element.
func lines(s model.ScriptScene) []app.UI {
	var body []app.UI
	text, from := strings.Split(s.Text, "\n"), 0
	stretch := func(to int) {
		if from < to {
			body = append(body, el("pre", strings.Join(text[from:to], "\n")+lineEnd))
		}
		from = to
	}
	for i := range text {
		marks := marksOn(s, i+1)
		if len(marks) == 0 {
			continue
		}
		stretch(i)
		body = append(body, el("pre."+strings.Join(marks, "."),
			each(marks, func(id string) app.UI { return el("span", at("id", id)) }), text[i]+lineEnd))
		from = i + 1
	}
	stretch(len(text))
	return body
}

// lineEnd gives an empty last line of an element its height.
const lineEnd = "\u200b"

// marksOn are the marks of a line.
func marksOn(s model.ScriptScene, line int) []string {
	var marks []string
	for _, m := range []struct {
		line int
		name string
	}{{s.CurrentLine, "line-current"}, {s.HighlightedLine, "line-lit"}, {s.ErrorLine, "line-bad"}} {
		if m.line == line {
			marks = append(marks, m.name)
		}
	}
	return marks
}

// numbers is the column of line numbers.
func numbers(lines int) string {
	var b strings.Builder
	for i := 1; i <= lines; i++ {
		b.WriteString(strconv.Itoa(i) + "\n")
	}
	return b.String()
}
