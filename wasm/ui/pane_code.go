package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// codePane is the branch up to the cursor as C.
func codePane(c model.CodeScene) app.UI {
	if len(c.Lines) == 0 {
		return elem("p.quiet", "Here the calls so far stand in C, with what each returned.")
	}
	cut := elem("div.c-line.none")
	if c.Omitted > 0 {
		cut = elem("div.c-line", "/* "+strconv.Itoa(c.Omitted)+" earlier steps */")
	}
	return elem("div.c-code", cut, each(c.Lines, codeLine))
}

func codeLine(l model.CodeLine) app.UI {
	var body []app.UI
	if l.Text != "" {
		body = append(body, elem("code", l.Text))
	}
	if l.Comment != "" {
		body = append(body, elem("code.c-comment", "/* "+l.Comment+" */"))
	}
	return elem("div.c-line"+classIf(l.Current, "current")+classIf(l.Highlighted, "highlighted"), body)
}
