package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// codePane is the branch up to the cursor as C.
func codePane(c model.CodeScene) app.UI {
	if len(c.Lines) == 0 {
		return el("p.quiet", "Here the calls so far stand in C, with what each returned.")
	}
	cut := el("div.c-line.none")
	if c.Omitted > 0 {
		cut = el("div.c-line", "/* "+strconv.Itoa(c.Omitted)+" earlier steps */")
	}
	return el("div.c-code", cut, each(c.Lines, codeLine))
}

func codeLine(l model.CodeLine) app.UI {
	var body []app.UI
	if l.Text != "" {
		body = append(body, el("code", l.Text))
	}
	if l.Comment != "" {
		body = append(body, el("code.c-comment", "/* "+l.Comment+" */"))
	}
	return el("div.c-line"+when(l.Current, "current")+when(l.Highlighted, "lit"), body)
}
