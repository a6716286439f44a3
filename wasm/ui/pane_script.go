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
	lines := strconv.Itoa(max(s.Lines, 8))
	invalid := no
	if s.Bad != "" {
		invalid = at("aria-invalid", "true")
	}
	return el("div.script",
		el("p.quiet", "One step a line. What you type is played at once; # begins a comment, which is told on the stage."),
		el("div.editor", at("style", "--lines:"+lines),
			el("pre.gutter", hidden, numbers(s.Lines)),
			lineMark("line-current", s.Current),
			lineMark("line-lit", s.Lit),
			lineMark("line-bad", s.BadLine),
			el("textarea", at("id", "script-text"), at("rows", lines), at("spellcheck", "false"), at("wrap", "off"),
				at("autocomplete", "off"), at("autocapitalize", "off"), at("data-input", "type"),
				at("aria-label", "Script of the scenario"), at("aria-describedby", "script-trouble"), invalid)),
		el("div.trouble"+when(s.Bad != "", "on"), at("id", "script-trouble"), scriptTrouble(s)))
}

// scriptTrouble says what is wrong and offers the way back.
func scriptTrouble(s model.ScriptScene) []app.UI {
	if s.Bad == "" {
		return []app.UI{el("p.fine", "The text is on the stage.")}
	}
	return []app.UI{
		el("p.wrong", s.Bad),
		el("p.quiet", "The stage keeps the last text that could be played. ", press(".linklike", "untype", "Show its text again")),
	}
}

// lineMark lies behind a line of the text.
func lineMark(id string, line int) app.UI {
	if line == 0 {
		return el("div.line-mark")
	}
	return el("div.line-mark."+id, at("id", id), at("style", "--line:"+strconv.Itoa(line-1)))
}

// numbers is the column of line numbers.
func numbers(lines int) string {
	var b strings.Builder
	for i := 1; i <= lines; i++ {
		b.WriteString(strconv.Itoa(i) + "\n")
	}
	return b.String()
}
