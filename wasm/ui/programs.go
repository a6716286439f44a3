package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// programSection has the programs of the peers.
func programSection(p model.Programs) app.UI {
	if len(p.Shown) == 0 {
		return elem("div.none")
	}
	return elem("section.programs", attr("id", "programs"), attr("aria-label", "Programs"),
		each(p.Shown, func(s model.ProgramScene) app.UI { return viewOf(s) }))
}

// programBox is the program of a peer: its text, its variables and its output.
func programBox(s model.ProgramScene) app.UI {
	name := s.Role.String()
	return elem("div.program."+name, attr("role", "group"), attr("aria-label", "Program of the "+name),
		elem("div.program-head",
			elem("span.program-name", name+"’s program"),
			elem("span.program-status"+classIf(s.Bad, "bad"), s.Status),
			button(".tool", "program-edit "+name, attr("aria-label", "Edit the "+name+"’s program"), "Edit")),
		elem("div.program-steps", programButtons(name, s.Steps)),
		elem("p.run-verdict"+classIf(s.Verdict == "", "none")+classIf(s.Spins, "bad"), s.Verdict),
		elem("div.source", attr("role", "region"), attr("aria-label", "Text of the "+name+"’s program"), attr("tabindex", "0"),
			moreLines(s.Above, "above"), each(s.Lines, func(l model.SourceLine) app.UI { return viewOf(l) }), moreLines(s.Below, "below")),
		elem("div.program-facts",
			elem("div.variables", attr("role", "region"), attr("aria-label", "Variables of the "+name+"’s program"), attr("tabindex", "0"), variableList(s.Variables)),
			programOutput(s)))
}

// moreLines stands for lines that are not listed.
func moreLines(n int, where string) app.UI {
	if n == 0 {
		return elem("p.none")
	}
	lines := " lines "
	if n == 1 {
		lines = " line "
	}
	return elem("p.more-lines", strconv.Itoa(n)+lines+where)
}

// sourceLine is a line of a program. Its number sets a breakpoint.
func sourceLine(l model.SourceLine) app.UI {
	n, peer := strconv.Itoa(l.N), l.Role.String()
	id, index, said := "src-"+peer+"-"+n, "-1", ""
	switch {
	case l.Waits:
		said = "waits here"
	case l.Bad:
		said = "stopped here"
	case l.Next && l.Ran:
		said = "ran last and runs next"
	case l.Next:
		said = "runs next"
	case l.Ran:
		said = "ran last"
	}
	if l.Next || l.Waits || l.Ran || l.N == 1 {
		index = "0"
	}
	text := l.Text
	if text == "" {
		text = emptyLine
	}
	return elem("div.src"+classIf(l.Ran, "ran")+classIf(l.Bad, "bad")+classIf(l.Next, "next")+classIf(l.Waits, "waits")+classIf(l.Passed, "passed"),
		button(".src-n"+classIf(l.Breakpoint, "break"), "line-break "+peer+" "+n, attr("id", id), attr("tabindex", index),
			attr("aria-pressed", ariaBool(l.Breakpoint)), attr("aria-label", "Breakpoint at line "+n), n),
		elem("span.src-sign", ariaHidden),
		elem("code.src-text", attr("style", "--in:"+strconv.Itoa(indentOf(l.Text))), text),
		screenReaderText(" "+said),
		each(l.Notes, func(note string) app.UI { return elem("code.src-note", note) }))
}

// indentOf is how many columns a line begins with blanks.
func indentOf(text string) (columns int) {
	for _, c := range text {
		switch c {
		case ' ':
			columns++
		case '\t':
			columns += 4 - columns%4
		default:
			return columns
		}
	}
	return columns
}

// variableList has the variables in scope.
func variableList(list []model.VariableScene) app.UI {
	if len(list) == 0 {
		return elem("p.quiet", "No variables.")
	}
	return elem("dl", each(list, func(v model.VariableScene) app.UI {
		name := []app.UI{elem("code", v.Name)}
		if v.Function != "" {
			name = append(name, elem("span.quiet", " "+v.Function))
		}
		return elem("div.variable"+classIf(v.Changed, "changed"), elem("dt", attr("title", plainText(v.Type+" "+v.Name)), name),
			elem("dd", elem("code", v.Value)))
	}))
}

// programOutput is what a program has printed.
func programOutput(s model.ProgramScene) app.UI {
	if s.Output+s.Printed == "" {
		return elem("div.none")
	}
	return elem("pre.output", attr("role", "region"), attr("aria-label", "Output of the "+s.Role.String()+"’s program"), attr("tabindex", "0"),
		elem("span", s.Output), elem("span.printed", s.Printed))
}

// programButtons are the steps of a peer's program.
func programButtons(side string, o model.ProgramOffers) []app.UI {
	run, name := "To the end", "Run to the end"
	if o.Running {
		run, name = "Stop", "Stop running"
	}
	step := func(text, action, title string, on bool) app.UI {
		return enabledIf(button(".tool", action, attr("title", title), text), on)
	}
	return []app.UI{
		step("Next call", "program-next "+side, "Run on to the next call (key R)", o.Next),
		step("Next line", "program-line "+side, "Run the next line (key I)", o.Next),
		step(run, "program-run", name+", at most 1,000 calls (key E)", o.Run || o.Running),
		step("Time out", "program-limit "+side, "Let the time limit of the waiting program run out (key T)", o.Limit),
	}
}

// scrollToLines shows, in each program, the line that runs next, or else the one that ran last.
func scrollToLines() {
	document := app.Window().Get("document")
	for _, selector := range []string{".src.ran", ".src.next, .src.waits"} {
		lines := document.Call("querySelectorAll", selector)
		for i := range lines.Length() {
			showLine(lines.Index(i))
		}
	}
}

// showLine scrolls the text of a program, and nothing around it, to show a line.
func showLine(line app.Value) {
	const around = 40 // CSS pixels above and below it
	source := line.Call("closest", ".source")
	top, height := line.Get("offsetTop").Int(), source.Get("clientHeight").Int()
	bottom := top + line.Get("offsetHeight").Int()
	switch from := source.Get("scrollTop").Int(); {
	case top-around < from:
		source.Set("scrollTop", top-around)
	case bottom+around > from+height:
		source.Set("scrollTop", bottom+around-height)
	}
}

// moveAmongLines gives the keyboard to the number of another line. ok is false if the key does not
// lead there.
func moveAmongLines(target app.Value, key string) (ok bool) {
	if !isWithin(target, ".src-n") {
		return false
	}
	sibling := map[string]string{"ArrowUp": "previousElementSibling", "ArrowDown": "nextElementSibling"}[key]
	if sibling == "" {
		return false
	}
	if line := target.Call("closest", ".src").Get(sibling); isWithin(line, ".src") {
		line.Call("querySelector", ".src-n").Call("focus")
	}
	return true
}
