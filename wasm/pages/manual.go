package pages

import (
	"fmt"
	"slices"
	"strconv"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
	"closenotify/scenarios/manual"
)

// placeView is a heading of the manual page with the sentences below it.
type placeView struct {
	Title, ID string
	Sentences []sentenceView
}

// sentenceView is a sentence of the manual page.
type sentenceView struct {
	manual.Sentence
	LessonTitle string
	StepLink    string   // the fragment of the lesson's stage that opens the step
	Trace       []string // of the script that shows what the library does otherwise
	Link        string   // which opens it
}

// manualPlaces are the sentences in the order of the page. A heading that stands twice is one
// entry each time.
func manualPlaces() ([]placeView, error) {
	var places []placeView
	for i, s := range manual.Sentences() {
		v, err := sentenceOf(s)
		if err != nil {
			return nil, fmt.Errorf("sentence %d: %w", i+1, err)
		}
		if len(places) == 0 || places[len(places)-1].Title != s.Place {
			places = append(places, placeView{Title: s.Place, ID: identifier(s.Place) + "-" + strconv.Itoa(len(places)+1)})
		}
		last := &places[len(places)-1]
		last.Sentences = append(last.Sentences, v)
	}
	return places, nil
}

// sentenceOf looks up what a sentence leads to.
func sentenceOf(s manual.Sentence) (sentenceView, error) {
	l, ok := library.Find(s.Lesson)
	if !ok {
		return sentenceView{}, fmt.Errorf("there is no lesson %q", s.Lesson)
	}
	v := sentenceView{Sentence: s, LessonTitle: l.Title}
	var err error
	if v.StepLink, err = link.Encode(library.Shipped(), l.Script, s.Step, script.Codes{}); err != nil || s.But == "" {
		return v, err
	}
	bare := s.Shown // a link does without what is expected
	bare.Steps = slices.Clone(bare.Steps)
	for i := range bare.Steps {
		bare.Steps[i].Expect = nil
	}
	if v.Link, err = link.Encode(library.Shipped(), bare, len(bare.Steps), script.Codes{}); err != nil {
		return v, err
	}
	h, tip, err := play(s.Shown)
	if err != nil {
		return v, err
	}
	var steps []engine.Step
	for _, id := range h.Path(tip)[1:] {
		steps = append(steps, h.Step(id))
	}
	v.Trace = traceText(steps)
	return v, nil
}
