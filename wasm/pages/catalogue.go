package pages

import "closenotify/scenarios/library"

// chapterView is a chapter in the catalogue.
type chapterView struct {
	Title   string
	ID      string // for the address of the chapter
	Lessons []entryView
}

// entryView is a lesson in the catalogue.
type entryView struct {
	Name, Title, Symptom string
	HasCode              bool
}

// catalogueOf lists the chapters.
func catalogueOf(chapters []library.Chapter) []chapterView {
	var all []chapterView
	for _, c := range chapters {
		view := chapterView{Title: c.Title, ID: identifier(c.Title)}
		for _, l := range c.Lessons {
			view.Lessons = append(view.Lessons, entryView{l.Name, l.Title, l.Symptom, l.Wrong != nil})
		}
		all = append(all, view)
	}
	return all
}
