package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// scriptPane is the script editor. Its text is set after the drawing, by Page.syncFields.
func scriptPane(s model.ScriptScene) app.UI {
	invalid := none
	if s.Error != "" {
		invalid = attr("aria-invalid", "true")
	}
	return elem("div.script",
		elem("p.quiet", "One step per line. What you type is played at once. # begins a comment, which is shown on the stage; => says what the call should return."),
		elem("div.editor",
			elem("pre.gutter", ariaHidden, lineNumbers(s)),
			elem("div.lines", ariaHidden, editorLines(s)),
			elem("textarea", attr("id", "script-text"), attr("spellcheck", "false"), attr("wrap", "off"),
				attr("autocomplete", "off"), attr("autocapitalize", "off"), attr("data-input", "edit-script"),
				attr("aria-label", "Script of the scenario"), attr("aria-describedby", "script-error"), invalid)),
		elem("div.problem"+classIf(s.Error != "" || len(s.Unmet) > 0, "on"), attr("id", "script-error"), scriptProblem(s)))
}

// scriptProblem says what is wrong with the text, and leads back to the last good one; or
// which expectations are not met.
func scriptProblem(s model.ScriptScene) []app.UI {
	if s.Error == "" && len(s.Unmet) == 0 {
		return []app.UI{elem("p.fine", "The text is on the stage.")}
	}
	if s.Error == "" {
		return unmetList(s.Unmet)
	}
	return []app.UI{
		elem("p.wrong", s.Error),
		elem("p.quiet", "The stage keeps the last text that could be played. ", button(".linklike", "discard-edit", "Show its text again")),
	}
}

// unmetList says what was expected and did not happen, of the first few lines.
func unmetList(unmet []model.UnmetLine) []app.UI {
	const most = 3 // the list stands over the text
	list := each(unmet[:min(len(unmet), most)], func(u model.UnmetLine) app.UI {
		return elem("p.wrong", "Line "+strconv.Itoa(u.Line)+": "+u.Text+".")
	})
	if more := len(unmet) - most; more > 0 {
		list = append(list, elem("p.quiet", "More expectations that are not met: "+strconv.Itoa(more)+"."))
	}
	return list
}

// editorLines is the text once more, invisible under the one that is edited. It makes the
// editor as high as its text, wrapped or not, and has the marks of lines. All lines between
// two marks are one element.
func editorLines(s model.ScriptScene) []app.UI {
	var body []app.UI
	text, from := strings.Split(s.Text, "\n"), 0
	stretch := func(to int) {
		if from < to {
			body = append(body, elem("pre", strings.Join(text[from:to], "\n")+emptyLine))
		}
		from = to
	}
	for i := range text {
		marks, classes := lineMarks(s, i+1), ""
		for _, mark := range marks {
			classes += "." + mark
		}
		if isUnmet(s, i+1) {
			classes += ".line-unmet"
		}
		if classes == "" {
			continue
		}
		stretch(i)
		body = append(body, elem("pre"+classes,
			each(marks, func(id string) app.UI { return elem("span", attr("id", id)) }), text[i]+emptyLine))
		from = i + 1
	}
	stretch(len(text))
	return body
}

// emptyLine gives a line without text its height.
const emptyLine = "\u200b"

// lineMarks are the marks of a line, as classes and ids.
func lineMarks(s model.ScriptScene, line int) []string {
	var marks []string
	for _, m := range []struct {
		line int
		name string
	}{{s.CurrentLine, "line-current"}, {s.HighlightedLine, "line-highlighted"}, {s.ErrorLine, "line-bad"}} {
		if m.line == line {
			marks = append(marks, m.name)
		}
	}
	return marks
}

func isUnmet(s model.ScriptScene, line int) bool {
	_, found := slices.BinarySearchFunc(s.Unmet, line, func(u model.UnmetLine, line int) int { return u.Line - line })
	return found
}

// lineNumbers is the column of line numbers, with a mark for expectations that are not met.
func lineNumbers(s model.ScriptScene) string {
	var b strings.Builder
	for i := 1; i <= s.Lines; i++ {
		if isUnmet(s, i) {
			b.WriteString("\u2717 ")
		}
		b.WriteString(strconv.Itoa(i) + "\n")
	}
	return b.String()
}
