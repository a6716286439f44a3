package pages

import (
	"closenotify/engine/draw"
	"closenotify/scenarios/inventory"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict"
	"closenotify/wasm/site"
)

// inventoryKey is the file with the key, which the pages fetch when answers are marked.
const inventoryKey = "web/course/inventory.json"

// sheetView is a form as a page shows it.
type sheetView struct {
	inventory.Form
	Version string
	Items   []itemView
}

// itemView is a question of a form.
type itemView struct {
	N         int
	Ladder    ladder      // the steps before the one that is asked about
	Steps     []blankView // the same
	Text      string
	Choices   []choiceView
	Confusion *predict.Confusion
	Why       string // the sentence of the rule that decides it
	Lesson    library.Lesson
}

// choiceView is a choice of a question.
type choiceView struct {
	Letter, Text string
	Right        bool
	Stands       []*predict.Confusion
}

// Made returns the files that the scripts of the pages fetch.
func Made() (site.Files, error) {
	forms, err := inventory.Forms()
	if err != nil {
		return nil, err
	}
	key, err := inventory.KeyOf(forms)
	if err != nil {
		return nil, err
	}
	data, err := key.JSON()
	return site.Files{inventoryKey: data}, err
}

// inventoryPages returns the sheets, their keys, and the page that reads results.
func inventoryPages() ([]site.Article, error) {
	forms, err := inventory.Forms()
	if err != nil {
		return nil, err
	}
	pages := []coursePage{
		{"", "Inventory: what do you know about the end of a TLS connection?", "A test of twelve questions in two parallel forms, for before and after a course. It names the misconceptions behind wrong answers.", "inventory_index.html", forms, nil, ""},
		{"results", "Results of a class", "Reads the files with results of the inventory and shows them as tables: questions, misconceptions, before and after. Nothing leaves the device.", "inventory_results.html", nil, []string{"page", "format", "tally", "results"}, inventoryKey},
	}
	for _, f := range forms {
		view := sheetOf(f)
		pages = append(pages,
			coursePage{f.Name, "Inventory, form " + f.Label(), "Form " + f.Label() + " of the inventory: twelve questions about SSL_shutdown, close_notify and the end of a TLS connection.", "inventory_form.html", view, []string{"page", "format", "form"}, inventoryKey},
			coursePage{"key-" + f.Name, "Inventory, key to form " + f.Label(), "For teachers: the right answers to form " + f.Label() + " of the inventory, and the misconception behind each wrong one.", "inventory_key.html", view, nil, ""})
	}
	return courseArticles(Inventory, pages)
}

// sheetOf prepares a form.
func sheetOf(f inventory.Form) sheetView {
	v := sheetView{Form: f, Version: f.Version()}
	for _, i := range f.Items {
		lesson, _ := library.Find(i.Lesson)
		item := itemView{N: i.N, Ladder: drawnFor(i.History, i.Shown(), draw.Options{Blank: true}), Text: i.Question.Text, Confusion: i.Confusion, Lesson: lesson}
		item.Why = predict.Why(i.History, i.Path, i.Question)
		for _, id := range i.Path[1 : len(i.Path)-1] {
			item.Steps = append(item.Steps, blankOf(i.History, id))
		}
		for n, c := range i.Question.Choices {
			item.Choices = append(item.Choices, choiceView{string('a' + rune(n)), c.Text, n == i.Question.Right, i.Stands[n]})
		}
		v.Items = append(v.Items, item)
	}
	return v
}
