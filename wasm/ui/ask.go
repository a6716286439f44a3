package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// askCard is the open question. On a large screen it replaces the panels, which would give
// the answer away.
func askCard(c model.AskCard) app.UI {
	if c.Title == "" {
		return elem("div.none")
	}
	return elem("section.ask", attr("aria-labelledby", model.AskTitleID),
		elem("h2", attr("id", model.AskTitleID), attr("tabindex", "-1"), askTitle(c)),
		elem("p.ask-text", attr("id", "ask-text"), c.Text),
		elem("ol.ask-choices", attr("aria-labelledby", "ask-text"), each(c.Choices, func(choice model.AskChoice) app.UI { return askChoice(choice, c.Open) })),
		askAnswer(c), askReason(c.Reason), askEnd(c))
}

// askTitle is the title, and after the answer whether it was right.
func askTitle(c model.AskCard) []app.UI {
	if c.Open {
		return []app.UI{app.Text(c.Title)}
	}
	return []app.UI{verdict(c.Good, c.Verdict)}
}

// verdict says whether an answer was right, with a sign beside the words.
func verdict(good bool, text string) app.UI {
	sign, class := "\u2717", "bad"
	if good {
		sign, class = "\u2713", "good"
	}
	return elem("span.ask-verdict."+class, elem("span.sign", ariaHidden, sign+" "), text)
}

// askChoice is a choice: a button until the question is answered, then with its explanation.
func askChoice(c model.AskChoice, open bool) app.UI {
	n := strconv.Itoa(c.N)
	if open {
		return elem("li", button(".ask-choice", "answer "+strconv.Itoa(c.N-1), elem("kbd", ariaHidden, n), elem("span", c.Text)))
	}
	body := []app.UI{elem("span.choice-text", choiceSign(c), c.Text)}
	if c.Why != "" {
		body = append(body, elem("span.choice-why", " "+c.Why))
	}
	if c.Link != "" {
		body = append(body, elem("a.choice-link", attr("href", inSite(c.Link)), attr("target", "_blank"), attr("rel", "noopener"),
			attr("aria-label", "Play it: "+plainText(c.Text)+" Opens in a new tab."), "Play it"))
	}
	return elem("li.told"+classIf(c.Right, "right")+classIf(c.Chosen && !c.Right, "wrong"), body)
}

// choiceSign says which choice is right and which was taken.
func choiceSign(c model.AskChoice) app.UI {
	switch {
	case c.Right && c.Chosen:
		return elem("b", "Right, and your answer: ")
	case c.Right:
		return elem("b", "Right: ")
	case c.Chosen:
		return elem("b", "Your answer: ")
	}
	return elem("b.none")
}

// askAnswer is why the step does that.
func askAnswer(c model.AskCard) app.UI {
	if c.Open {
		return elem("div.none")
	}
	return elem("div.ask-why", elem("p"+classIf(c.Truth == "", "none"), c.Truth), elem("p"+classIf(c.Why == "", "none"), elem("b", "The rule: "), c.Why))
}

// askReason asks for the reason.
func askReason(r model.ReasonCard) app.UI {
	if r.Choices == nil {
		return elem("div.none")
	}
	return elem("div.ask-reason",
		elem("h3", attr("id", "ask-reason"), "Because \u2026"),
		elem("ol.ask-choices", attr("aria-labelledby", "ask-reason"), each(r.Choices, func(c model.AskChoice) app.UI { return askChoice(c, r.Verdict == "") })),
		elem("p"+classIf(r.Verdict == "", "none"), attr("id", model.AskReasonID), attr("tabindex", "-1"), verdict(r.Good, r.Verdict)))
}

// askEnd has the button that goes on.
func askEnd(c model.AskCard) app.UI {
	if c.Open {
		return elem("p.ask-end", button(".tool", "skip-question", "Skip"), elem("span.by-key", "Press a number to answer, ", elem("kbd", "0"), " to skip."))
	}
	return elem("p.ask-end", button(".tool.primary", "continue", c.Next, elem("span", ariaHidden, " \u2192")), elem("span.by-key", "or press ", elem("kbd", "Enter")))
}
