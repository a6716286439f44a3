package pages

import (
	"html/template"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/draw"
	"closenotify/engine/explain"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

// view is what the page of a lesson shows.
type view struct {
	library.Lesson
	ChapterID      string
	Ladder         ladder
	Steps          []stepView
	Differences    []differenceView
	Errors         variants
	Code           []codeView // the wrong and the right one, or none
	Stacks         []stackView
	Citations      []explain.Citation
	Previous, Next *library.Lesson
}

// stepView is a step in words.
type stepView struct {
	N       int
	Peer    string // "client", "server" or "network"
	Line    string // the call and what it returned
	Caption string
}

// lessonView is the page of lesson i.
func lessonView(lessons []library.Lesson, i int) (view, error) {
	l := lessons[i]
	v := view{Lesson: l, ChapterID: identifier(l.Chapter)}
	if i > 0 {
		v.Previous = &lessons[i-1]
	}
	if i+1 < len(lessons) {
		v.Next = &lessons[i+1]
	}
	h, tip, err := play(l.Script)
	if err != nil {
		return v, err
	}
	v.Ladder = drawnFor(h, tip, draw.Options{})
	for n, id := range h.Path(tip)[1:] {
		v.Steps = append(v.Steps, stepOf(h, id, script.Narration(l.Script.Steps[n].Note, h.World(0).Config())))
	}
	if v.Differences, err = differences(l.Script); err != nil {
		return v, err
	}
	if v.Errors, err = errorTexts(l); err != nil {
		return v, err
	}
	v.Stacks = stackViews(l.Name)
	if l.Wrong != nil {
		if v.Code, err = bothCodes(*l.Wrong, *l.Right); err != nil {
			return v, err
		}
	}
	for _, s := range l.Sources {
		v.Citations = append(v.Citations, explain.CitationsOf(strings.Replace(s, ", section ", " §", 1), manualLine)...)
	}
	return v, nil
}

// manualLine is the line of releases whose manual the pages link to, that of the default profile.
var manualLine = strings.TrimPrefix(engine.DefaultProfile, engine.ProfilePrefix)

// compiled are the programs of all lessons. Pages are made one after the other.
var compiled compile.Cache

// play runs a script, whose programs it compiles.
func play(s script.Script) (engine.History, engine.NodeID, error) {
	w, err := compiled.Start(s)
	if err != nil {
		return engine.History{}, 0, err
	}
	return s.RunFrom(w)
}

// ladder is the drawing of a scenario, for wide screens and for phones. The style sheet shows one of them.
type ladder struct{ Wide, Narrow template.HTML }

// drawnFor draws the steps to tip for a page, which has the styles.
func drawnFor(h engine.History, tip engine.NodeID, o draw.Options) ladder {
	o.Unstyled = true
	l := ladder{Wide: template.HTML(draw.SVG(h, tip, o))}
	o.Narrow = true
	l.Narrow = template.HTML(draw.SVG(h, tip, o))
	return l
}

// both are both drawings.
func (l ladder) both() template.HTML { return l.Wide + l.Narrow }

// stepOf describes the step to a moment.
func stepOf(h engine.History, id engine.NodeID, caption string) stepView {
	s := h.Step(id)
	peer, _, _ := strings.Cut(explain.Subject(s.Op), ",") // "network, client to server"
	rest := strings.TrimLeft(strings.TrimPrefix(explain.Line(s), peer), ",: ")
	return stepView{N: s.N, Peer: peer, Line: rest, Caption: strings.Join(strings.Fields(caption), " ")}
}

// identifier makes the id of an element from a title.
func identifier(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9')
	}), "-")
}
