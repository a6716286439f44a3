package pages

import (
	"html/template"

	"closenotify/engine"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/challenges/challenge"
	"closenotify/scenarios/library"
	"closenotify/wasm/site"
)

// kindView is a kind of challenges in the catalogue.
type kindView struct {
	ID, Title, Text string
	Challenges      []challenge.Challenge
}

// kinds are the kinds in the order of the catalogue.
var kinds = []struct {
	kind        challenge.Kind
	title, text string
}{
	{challenge.Reach, "Reach a goal", "You make the calls of both peers. The fewest possible steps are known: a search has tried all shorter ways."},
	{challenge.Break, "Break a program", "A program has a mistake that seldom shows. Find what the other peer or the network must do to show it."},
	{challenge.Repair, "Fix a program", "Change a wrong program until it does the right thing with several peers and networks."},
	{challenge.Order, "Put lines in order", "Build a program from given lines. Some of them are wrong and stay out."},
}

// challengeView is what the page of a challenge shows.
type challengeView struct {
	challenge.Challenge
	Kind           string
	Code           []programView
	Steps          []string // of the script with which it begins
	Helps          []library.Lesson
	Previous, Next *challenge.Challenge
}

// programView is a program with the peer that runs it.
type programView struct {
	Peer string
	Text template.HTML
}

// challengePages returns the catalogue and the pages of the challenges.
func challengePages() ([]site.Article, error) {
	all := challenges.All()
	var catalogue []kindView
	for _, k := range kinds {
		view := kindView{ID: string(k.kind), Title: k.title, Text: k.text}
		for _, c := range all {
			if c.Kind == k.kind {
				view.Challenges = append(view.Challenges, c)
			}
		}
		catalogue = append(catalogue, view)
	}
	first, err := article(site.Page{
		Path: Challenges, Title: "Challenges – close_notify",
		Description: "Tasks about the end of a TLS connection: reach a goal step by step, break a program, fix one, put its lines in order. Checked by playing.",
	}, "challenges.html", catalogue)
	if err != nil {
		return nil, err
	}
	pages := []site.Article{first}
	for i, c := range all {
		view, err := viewOfChallenge(all, i)
		if err != nil {
			return nil, err
		}
		made, err := article(site.Page{Path: Challenges + c.Name, Title: "Challenge: " + c.Title + " – close_notify", Description: c.Summary}, "challenge.html", view)
		if err != nil {
			return nil, err
		}
		pages = append(pages, made)
	}
	return pages, nil
}

// viewOfChallenge is the page of challenge i.
func viewOfChallenge(all []challenge.Challenge, i int) (challengeView, error) {
	c := all[i]
	v := challengeView{Challenge: c}
	for _, k := range kinds {
		if k.kind == c.Kind {
			v.Kind = k.title
		}
	}
	if i > 0 {
		v.Previous = &all[i-1]
	}
	if i+1 < len(all) {
		v.Next = &all[i+1]
	}
	for _, name := range c.Lessons {
		l, _ := library.Find(name)
		v.Helps = append(v.Helps, l)
	}
	for _, step := range c.Script.Steps {
		v.Steps = append(v.Steps, step.String())
	}
	for role, p := range c.Script.Programs {
		if p.Text == "" {
			continue
		}
		text, err := highlight(p.Text, "")
		if err != nil {
			return v, err
		}
		v.Code = append(v.Code, programView{engine.Role(role).String(), text})
	}
	return v, nil
}
