package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// codePane is the branch up to the cursor as a program in C.
func codePane(c model.CodeScene) app.UI {
	if len(c.Lines) == 0 {
		return elem("p.quiet", "The calls up to the cursor as a program in C, with what each of them returned.")
	}
	return elem("div.c-code", each(c.Lines, codeLine))
}

// emptyLine gives a line without text its height.
const emptyLine = "\u200b"

// codeLine is a line of the program: a statement, its comment, or both.
func codeLine(l model.CodeLine) app.UI {
	text := l.Text
	if text == "" && l.Comment == "" {
		text = emptyLine
	}
	body := []app.UI{elem("code", text)}
	if l.Comment != "" {
		body = append(body, elem("code.c-comment", "/* "+l.Comment+" */"))
	}
	return elem("div.c-line"+classIf(l.Indented, "indented")+classIf(l.Current, "current")+classIf(l.Highlighted, "highlighted"), body)
}
