package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// programDialog is where the program of a peer is written. Its text is set after the drawing, like
// that of the Script panel.
func programDialog(d model.ProgramDialog) app.UI {
	title, intro := "Paste your code", "Paste C that closes a connection. It starts in main(SSL *ssl), or in the last function that takes only an SSL *. "
	if d.ForStage {
		title = "Edit the " + d.Role.String() + "’s program"
	}
	return elem("div.dialog-body.program-dialog",
		dialogTitle("program", title),
		elem("p.quiet", intro, "It runs here, call by call, on the model of OpenSSL: nothing is uploaded."),
		programChoices(d),
		programField(d),
		programReport(d),
		loadingBar(d.Loading),
		elem("div.dialog-foot", programRunButtons(d)))
}

// programChoices say whose program it is, and offer some to begin with.
func programChoices(d model.ProgramDialog) app.UI {
	roles := each(engine.Roles[:], func(r engine.Role) app.UI {
		return button(".tool"+classIf(r == d.Role, "on"), "program-role "+r.String(), attr("aria-pressed", ariaBool(r == d.Role)), "The "+r.String())
	})
	restore := elem("button.none")
	if d.Replaced {
		restore = button(".linklike", "program-restore", "Back to your text")
	}
	return elem("div.program-choices",
		elem("div.choice-row", attr("role", "group"), attr("aria-label", "Who runs it"), elem("span.field-name", ariaHidden, "Who runs it"), roles),
		elem("div.choice-row", attr("role", "group"), attr("aria-label", "Where"), elem("span.field-name", ariaHidden, "Where"),
			placeButton("new", "In a new scenario", !d.ForStage), placeButton("this", "In this scenario", d.ForStage)),
		elem("div.choice-row", attr("role", "group"), attr("aria-label", "Begin with"), elem("span.field-name", ariaHidden, "Begin with"),
			each(d.Offers, func(o model.ProgramOffer) app.UI {
				return button(".tool"+classIf(o.On, "on"), "program-choose "+o.Name, attr("title", o.Summary), attr("aria-pressed", ariaBool(o.On)), o.Title)
			}), restore))
}

// placeButton says in which scenario the program runs.
func placeButton(place, text string, on bool) app.UI {
	return button(".tool"+classIf(on, "on"), "program-place "+place, attr("aria-pressed", ariaBool(on)), text)
}

// programField is the text, with the numbers of its lines and the marks of those that are wrong.
func programField(d model.ProgramDialog) app.UI {
	invalid := none
	if len(d.Errors) > 0 {
		invalid = attr("aria-invalid", "true")
	}
	marks := each(d.Errors, func(e model.ScriptError) app.UI {
		return elem("div.line-bad", attr("style", "--line:"+strconv.Itoa(e.Line)))
	})
	return elem("div.editor",
		elem("div.gutter", ariaHidden, lineNumbers(d.Lines)),
		elem("div.marked-lines", ariaHidden, marks),
		elem("textarea", attr("id", model.ProgramTextID), rowsHigh(max(d.Lines, 14)), attr("spellcheck", "false"), attr("wrap", "off"),
			attr("autocomplete", "off"), attr("autocapitalize", "off"), attr("data-input", "program-typed"),
			attr("placeholder", "int main(SSL *ssl)\n{\n    …\n}"),
			attr("aria-label", "Program in C"), attr("aria-describedby", "program-error"), invalid))
}

// programReport says what is wrong with the text. Each place puts the caret there.
func programReport(d model.ProgramDialog) app.UI {
	return elem("div.problem"+classIf(len(d.Errors) > 0, "on")+classIf(len(d.Errors) == 0, "none"), attr("id", "program-error"), attr("role", "status"),
		elem("ul.errors", each(d.Errors, func(e model.ScriptError) app.UI {
			return elem("li.wrong", button(".linklike", e.Action, e.Place), ": "+e.Text)
		})), programFixes(d))
}

// programFixes are changes that may mend the text.
func programFixes(d model.ProgramDialog) app.UI {
	switch {
	case d.Bare:
		return elem("p", "These statements are not in a function. ", button(".tool", "program-wrap", "Put them into main"))
	case d.Declare != "":
		return elem("p", button(".tool", "program-declare "+d.Declare, "Declare int "+d.Declare+" = 0"))
	}
	return elem("p.none")
}

// programRunButtons put the program on the stage.
func programRunButtons(d model.ProgramDialog) []app.UI {
	run := "Run"
	if d.ForStage {
		run = "Run from the start"
	}
	list := []app.UI{button(".tool.primary", "program-start", run)}
	if d.Here != "" {
		list = append(list, button(".tool", "program-here", "Run from here, "+d.Here))
	}
	return append(list, button(".tool", "program-by-step", "Step through it"), button(".tool", "hide-dialog", "Close"))
}

// loadingBar shows how far the lab has come.
func loadingBar(l model.Loading) app.UI {
	if !l.On {
		return elem("div.none")
	}
	value := none
	if l.Done >= 0 {
		value = attrInt("value", l.Done)
	}
	return elem("div.loading", attr("role", "group"), attr("aria-label", "Progress"),
		elem("label", elem("span", l.Text), elem("progress", attr("max", "100"), value)),
		button(".tool", "cancel-compiling", "Cancel"))
}

// noteProgram notes that somebody has changed the text of the field.
func (p *Page) noteProgram(e app.Event) {
	if isWithin(e.Get("target"), "#"+model.ProgramTextID) {
		p.programText = e.Get("target").Get("value").String()
	}
}

// syncProgram gives the field of the dialog the text of the scene.
func (p *Page) syncProgram(text string) {
	e := elementByID(model.ProgramTextID)
	if !e.Truthy() {
		p.programText = ""
		return
	}
	if p.programText != text {
		e.Set("value", text)
		p.programText = text
	}
}
