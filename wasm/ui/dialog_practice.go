package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// practiceDialog shows how many questions are in which box, and what is due.
func practiceDialog(s model.PracticeScene) app.UI {
	body := []app.UI{dialogTitle("practice", "Practice"),
		elem("p", "A question that you missed comes back the next day. Each right answer moves it to the next box, where it waits longer; a wrong one moves it back to the first.")}
	if s.Problem != "" {
		body = append(body, elem("p.problem.on", "This browser does not let the page store data ("+s.Problem+"). Save your answers as a file."))
	}
	rows := each(s.Boxes, func(b model.Box) app.UI {
		return elem("tr", elem("th", attr("scope", "row"), "Box "+strconv.Itoa(b.N)), elem("td", count(b.Count, "question")), elem("td", "after "+count(b.Days, "day")))
	})
	body = append(body, elem("table.boxes",
		elem("thead", elem("tr", elem("th", attr("scope", "col"), "Box"), elem("th", attr("scope", "col"), "In it"), elem("th", attr("scope", "col"), "Asked again"))),
		elem("tbody", rows)), practiceStart(s))
	return elem("div.dialog-body", body, practiceTools(s))
}

// practiceStart says what is due.
func practiceStart(s model.PracticeScene) app.UI {
	switch {
	case s.All == 0:
		return elem("p", "Nothing is in the boxes yet. Turn on Predict in a scenario: what you answer there comes here.")
	case s.Known && s.Due == 0:
		return elem("p", "Nothing is due today.")
	}
	text := "Practise what is due"
	if s.Known {
		text = "Practise " + count(s.Due, "question")
	}
	return elem("p", button(".tool.primary", "practise", text))
}

// practiceTools keep the boxes as a file, or empty them.
func practiceTools(s model.PracticeScene) []app.UI {
	tools := []app.UI{fileField(".tool", "deck-file", "Add answers from a file")}
	if s.All > 0 {
		tools = append(tools, button(".tool", "export-deck", "Save as a file"), button(".tool", "reset-deck", "Forget all answers"))
	}
	return []app.UI{elem("p.practice-tools", tools)}
}

// count is a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
