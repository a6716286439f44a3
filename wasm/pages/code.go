package pages

import (
	"html/template"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"

	"closenotify/engine"
	"closenotify/scenarios"
)

// codeView is a program with what it does.
type codeView struct {
	Title, Summary string
	Peer           string // who runs the program: "client"
	Text           template.HTML
	Steps          []stepView
	More           int // steps after those
	Output         string
}

// maxShown is how many steps of a program the page lists. A loop that spins makes a thousand.
const maxShown = 12

// codeOf shows the program of a script and plays it.
func codeOf(s scenarios.Scenario) (codeView, error) {
	v := codeView{Title: s.Title, Summary: s.Summary}
	for role, p := range s.Script.Programs {
		if p.Text == "" {
			continue
		}
		text, err := highlight(p.Text)
		if err != nil {
			return v, err
		}
		if v.Peer != "" {
			v.Peer = "both"
			v.Text += text
			continue
		}
		v.Peer, v.Text = engine.Role(role).String(), text
	}
	h, tip, err := play(s.Script)
	if err != nil {
		return v, err
	}
	for _, id := range h.Path(tip)[1:] {
		if ran, ok := h.Step(id).Program(); ok {
			v.Output += ran.Output
		}
		if len(v.Steps) < maxShown {
			v.Steps = append(v.Steps, stepOf(h, id, ""))
		}
	}
	v.More = len(h.Path(tip)) - 1 - len(v.Steps)
	return v, nil
}

// lexer reads C. Its output has classes, for the policy of the site allows no style in elements.
var (
	lexer     = chroma.Coalesce(lexers.Get("c"))
	formatter = html.New(html.WithClasses(true), html.PreventSurroundingPre(false))
)

// highlight colours C.
func highlight(text string) (template.HTML, error) {
	tokens, err := lexer.Tokenise(nil, text)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := formatter.Format(&b, styles.Fallback, tokens); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil
}
