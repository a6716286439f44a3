package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// scriptPane is the script editor. Its text is set after the drawing, by Page.syncScript.
// Lines do not wrap, so the height of the text and the place of each mark follow from the
// number of the line.
func scriptPane(s model.ScriptScene) app.UI {
	invalid := none
	if len(s.Errors) > 0 {
		invalid = attr("aria-invalid", "true")
	}
	return elem("div.script",
		elem("p.quiet", "One step per line, played as you type. Lines starting with # become captions; => says what the call should return. ", fileField(".linklike", "import-file", "Open a file")),
		elem("div.editor",
			elem("div.gutter", ariaHidden, lineNumbers(s.Lines)),
			elem("div.marked-lines", ariaHidden, markedLines(s)),
			elem("textarea", attr("id", "script-text"), rowsHigh(s.Lines), attr("spellcheck", "false"), attr("wrap", "off"),
				attr("autocomplete", "off"), attr("autocapitalize", "off"), attr("translate", "no"), attr("data-input", "edit-script"),
				attr("aria-label", "Script of the scenario"), attr("aria-describedby", "script-error"), invalid)),
		elem("div.problem"+classIf(len(s.Errors)+len(s.Unmet) > 0, "on"), attr("id", "script-error"), scriptReport(s)))
}

// fileField is where a file is chosen.
func fileField(class, id, text string) app.UI {
	return elem("label.file"+class, text, input("unseen", attr("type", "file"), attr("id", id), attr("accept", ".txt,.json,text/plain,application/json")))
}

// linesAtOnce is how many line numbers are one element, so that another line changes few of
// them, and the browser lays out only those that are in sight.
const linesAtOnce = 500

// lineNumbers is the column of line numbers.
func lineNumbers(lines int) []app.UI {
	var blocks []app.UI
	for first := 1; first <= lines; first += linesAtOnce {
		last := min(first+linesAtOnce-1, lines)
		blocks = append(blocks, elem("pre", rowsHigh(last-first+1), numbers(first, last)))
	}
	return blocks
}

// rowsHigh makes an element as high as its lines.
func rowsHigh(lines int) attribute {
	return attr("style", "height:calc("+strconv.Itoa(lines)+"*var(--row))")
}

// fullBlocks are the texts of blocks that were drawn before. They never change.
var fullBlocks []string

// numbers are the numbers of lines, one a line. The first is that of a block.
func numbers(first, last int) string {
	if i := first / linesAtOnce; last == first+linesAtOnce-1 {
		for i >= len(fullBlocks) {
			from := 1 + len(fullBlocks)*linesAtOnce
			fullBlocks = append(fullBlocks, joinNumbers(from, from+linesAtOnce-1))
		}
		return fullBlocks[i]
	}
	return joinNumbers(first, last)
}

func joinNumbers(first, last int) string {
	var b strings.Builder
	for i := first; i <= last; i++ {
		b.WriteString(strconv.Itoa(i) + "\n")
	}
	return b.String()
}

// markedLines lie under the text.
func markedLines(s model.ScriptScene) []app.UI {
	var marks []app.UI
	mark := func(line int, class string, more ...any) {
		if line > 0 {
			marks = append(marks, elem("div."+class, append(more, attr("style", "--line:"+strconv.Itoa(line)))...))
		}
	}
	mark(s.CurrentLine, "line-current", attr("id", "line-current"))
	mark(s.HighlightedLine, "line-highlighted", attr("id", "line-highlighted"))
	for _, e := range s.Errors {
		mark(e.Line, "line-bad")
	}
	for _, u := range s.Unmet {
		mark(u.Line, "line-unmet")
	}
	return marks
}

// scriptReport says what is wrong with the text, what was rewritten in it, and which
// expectations are not met.
func scriptReport(s model.ScriptScene) []app.UI {
	var parts []app.UI
	if len(s.Errors) > 0 {
		parts = append(parts, errorList(s)...)
	}
	if len(s.Rewrites) > 0 {
		parts = append(parts, rewriteList(s)...)
	}
	parts = append(parts, unmetList(s)...)
	switch {
	case s.Progress != "":
		parts = append(parts, elem("p.fine", s.Progress))
	case len(parts) == 0:
		parts = append(parts, elem("p.fine", "Script is valid."))
	}
	return parts
}

// errorList says what is wrong, and leads back to the last good text. Each place puts the caret
// there.
func errorList(s model.ScriptScene) []app.UI {
	return []app.UI{
		elem("ul.errors", each(s.Errors, func(e model.ScriptError) app.UI {
			return elem("li.wrong", button(".linklike", e.Action, e.Place), ": "+e.Text)
		})),
		elem("p.quiet"+classIf(s.MoreErrors == "", "none"), s.MoreErrors),
		elem("p.quiet", "Still showing your last valid script. ", button(".linklike", "discard-edit", "Restore it")),
	}
}

// rewriteList says how lines are understood that are not of the language.
func rewriteList(s model.ScriptScene) []app.UI {
	said, more := " is read as ", ""
	if s.Rewritten {
		said = " was rewritten: "
	}
	if s.MoreRewrites > 0 {
		more = "And " + strconv.Itoa(s.MoreRewrites) + " more. "
	}
	list := each(s.Rewrites, func(r model.RewrittenLine) app.UI {
		return elem("p", "Line "+strconv.Itoa(r.Line)+said, elem("code", r.Text))
	})
	if s.Rewritten {
		return append(list, elem("p.quiet", more))
	}
	return append(list, elem("p.quiet", more, button(".linklike", "rewrite-script", "Rewrite the script")))
}

// unmetList says what was expected and did not happen, of the first few lines.
func unmetList(s model.ScriptScene) []app.UI {
	const most = 3 // the list stands over the text
	list := each(s.Unmet[:min(len(s.Unmet), most)], func(u model.UnmetLine) app.UI {
		return elem("p.wrong", "Line "+strconv.Itoa(u.Line)+": "+u.Text+".")
	})
	if more := len(s.Unmet) + s.MoreUnmet - len(list); more > 0 {
		list = append(list, elem("p.quiet", "And "+strconv.Itoa(more)+" more expectations that are not met."))
	}
	return list
}
