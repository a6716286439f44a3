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
const maxShown = 20

// bothCodes shows the wrong and the right program. Lines that only one of them has are marked.
func bothCodes(wrong, right scenarios.Scenario) ([]codeView, error) {
	first, err := codeOf(wrong, right)
	if err != nil {
		return nil, err
	}
	second, err := codeOf(right, wrong)
	return []codeView{first, second}, err
}

// codeOf shows the program of a script and plays it.
func codeOf(s, other scenarios.Scenario) (codeView, error) {
	v := codeView{Title: s.Title, Summary: s.Summary}
	for role, p := range s.Script.Programs {
		if p.Text == "" {
			continue
		}
		text, err := highlight(p.Text, other.Script.Programs[role].Text)
		if err != nil {
			return v, err
		}
		v.Text += text
		if v.Peer == "" {
			v.Peer = engine.Role(role).String()
		} else {
			v.Peer = "both"
		}
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

// lexer reads C.
var lexer = chroma.Coalesce(lexers.Get("c"))

// highlight colours C and marks the lines that another program does not have. The output has
// classes, for the policy of the site allows no style elements.
func highlight(text, other string) (template.HTML, error) {
	tokens, err := lexer.Tokenise(nil, text)
	if err != nil {
		return "", err
	}
	formatter := html.New(html.WithClasses(true), html.WithLineNumbers(false), html.HighlightLines(ownLines(text, other)))
	var b strings.Builder
	if err := formatter.Format(&b, styles.Fallback, tokens); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil
}

// ownLines are the lines of a text that another one does not have, as ranges of one line.
func ownLines(text, other string) [][2]int {
	if other == "" {
		return nil
	}
	left := map[string]int{}
	for line := range strings.Lines(other) {
		left[strings.TrimSpace(line)]++
	}
	var own [][2]int
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if left[line]--; left[line] < 0 && strings.Trim(line, "{};") != "" {
			own = append(own, [2]int{n, n})
		}
	}
	return own
}
