package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// challengeStrip says what the challenge on the stage asks for, and how far the player is.
// Without a challenge it takes no room.
func challengeStrip(c model.ChallengeStrip) app.UI {
	class := "section.challenge" + classIf(c.Name == "", "none") + classIf(c.Reached, "reached")
	return elem(class, attr("id", model.ChallengeID), attr("tabindex", "-1"), attr("aria-label", "Challenge"),
		optional("p.challenge-task", c.Task),
		elem("div.challenge-moves"+classIf(c.Moves == nil, "none"), attr("role", "group"), attr("aria-label", "Steps that you may use"), each(c.Moves, moveButton)),
		elem("p.challenge-state", elem("b", c.Count), " ", c.State),
		optional("p.challenge-hint", c.Hint),
		elem("p.challenge-ways", each(c.Ways, wayButton),
			elem("a.read", attr("href", inSite("/challenges/"+c.Name)), attr("target", "_blank"), attr("rel", "noopener"), "About this challenge")))
}

// optional is an element with a text, which takes no room without one.
func optional(spec, text string) app.UI { return elem(spec+classIf(text == "", "none"), text) }

// moveButton makes one of the steps that are allowed.
func moveButton(move string) app.UI {
	who, call, _ := strings.Cut(move, " ")
	return button(".tool."+who, "act "+move, elem("b", who), " ", elem("code", call))
}

// wayButton is a button of the strip.
func wayButton(w model.Way) app.UI { return button(".tool", w.Action, w.Text) }

// orderDialog is where the lines of a program are put in order.
func orderDialog(o model.OrderedLines) app.UI {
	return elem("div.dialog-body.order-dialog",
		dialogTitle("order", "Put the lines in order"),
		elem("pre.order-frame", o.Head),
		givenLines("The program", o.Chosen),
		elem("pre.order-frame", o.Tail),
		elem("h3", "Lines that are left"),
		givenLines("Lines that are left", o.Left),
		optional("p.problem", o.Refused),
		loadingBar(o.Loading),
		elem("div.dialog-foot", button(".tool.primary", "challenge-check", "Check"), button(".tool", "hide-dialog", "Close")))
}

// givenLines is a list of lines.
func givenLines(name string, lines []model.GivenLine) app.UI {
	return elem("ol.order-lines", attr("aria-label", name), each(lines, func(l model.GivenLine) app.UI {
		if !l.Chosen {
			return elem("li", elem("code", l.Text), lineButton(l, 0, "+", "Put in: "))
		}
		return elem("li", elem("code", l.Text), lineButton(l, -1, "\u2191", "Up: "), lineButton(l, 1, "\u2193", "Down: "), lineButton(l, 0, "\u2212", "Take out: "))
	}))
}

// lineButton is a button beside a line. Its name says what it does with which line.
func lineButton(l model.GivenLine, by int, sign, name string) app.UI {
	id := model.LineID(model.MoveLine{Line: l.Index, By: by})
	return button(".tool", strings.Replace(id, "line-", "move-line ", 1), attr("id", id), attr("aria-label", plainText(name+strings.TrimSpace(l.Text))), sign)
}
