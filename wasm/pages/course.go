package pages

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"closenotify/engine"
	"closenotify/engine/draw"
	"closenotify/engine/explain"
	"closenotify/scenarios/library"
	"closenotify/wasm/site"
)

// coursePage is a page for courses.
type coursePage struct {
	name, title, description, template string
	data                               any
	scripts                            []string // names of files in web/course
	fetched                            string   // the file that they fetch
}

// courseArticles makes pages below a path.
func courseArticles(path string, pages []coursePage) ([]site.Article, error) {
	var all []site.Article
	for _, p := range pages {
		made, err := article(site.Page{Path: path + p.name, Title: p.title + " – close_notify", Description: p.description}, p.template, p.data)
		if err != nil {
			return nil, err
		}
		for _, name := range p.scripts {
			made.Scripts = append(made.Scripts, "web/course/"+name+".js")
		}
		made.Data = p.fetched
		all = append(all, made)
	}
	return all, nil
}

// classPages returns the page for sets of lessons, the handouts, and their key.
func classPages() ([]site.Article, error) {
	var sheets []handoutView
	for _, l := range library.All() {
		sheet, err := handoutOf(l)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	questions, err := questionKeys(library.All())
	if err != nil {
		return nil, err
	}
	return courseArticles(Class, []coursePage{
		{"", "In class", "Choose lessons about the end of a TLS connection and put them into one link, for a class. With handouts, and a test for before and after.", "class.html", map[string]any{"Chapters": library.Chapters(), "Questions": questions}, []string{"page", "set", "progress", "class"}, ""},
		{"print", "Handouts", "A worksheet for each lesson: its problem, the calls and the records, and blanks for what the calls return.", "handout.html", map[string]any{"Sheets": sheets}, []string{"set", "handout"}, ""},
		{"key", "Key to the handouts", "For teachers: what goes into the blanks of the handouts.", "handout.html", map[string]any{"Sheets": sheets, "Key": true}, []string{"set", "handout"}, ""},
	})
}

// handoutView is the sheet of a lesson.
type handoutView struct {
	library.Lesson
	Ladder template.HTML
	Steps  []blankView
}

// blankView is a step with what goes into the blanks: for a call what it returns and what
// SSL_get_error says, for every step which flags change.
type blankView struct {
	N                           int
	Peer, Call                  string
	IsCall                      bool
	Returns, Error, FlagChanges string
}

// handoutOf prepares the sheet of a lesson.
func handoutOf(l library.Lesson) (handoutView, error) {
	h, tip, err := play(l.Script)
	if err != nil {
		return handoutView{}, err
	}
	v := handoutView{Lesson: l, Ladder: template.HTML(draw.SVG(h, tip, draw.Options{Unstyled: true, Blank: true}))}
	for _, id := range h.Path(tip)[1:] {
		v.Steps = append(v.Steps, blankOf(h, id))
	}
	return v, nil
}

// blankOf fills the blanks of a step.
func blankOf(h engine.History, id engine.NodeID) blankView {
	s := h.Step(id)
	b := blankView{N: s.N, Peer: s.Op.Role.String(), Call: explain.CallText(s), IsCall: s.Op.IsCall()}
	if !b.IsCall {
		b.Peer, b.Call = "network", s.Op.Dir.Sender().String()+" to "+s.Op.Dir.Receiver().String()+": "+explain.NetworkStep(s.Op)
	}
	if s.Returned {
		b.Returns, b.Error = explain.ReturnText(s), s.Error.String()
	}
	if s.Blocked {
		b.Returns = explain.TextBlocks
	}
	for _, late := range s.LateReturns() {
		b.Returns = strings.TrimPrefix(fmt.Sprintf("%s; the call of step %d returns %s", b.Returns, late.Step, late.Verb.ReturnText(late.Ret, late.Bytes)), "; ")
	}
	var changes []string
	for _, c := range explain.FlagChanges(h, id) {
		word := " set"
		if !c.Set {
			word = " cleared"
		}
		changes = append(changes, c.Role.String()+"'s "+c.Flag.String()+word)
	}
	b.FlagChanges = cmp.Or(strings.Join(changes, ", "), "none")
	return b
}
