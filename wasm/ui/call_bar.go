package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// callBar is the bar of calls.
func callBar(a model.CallBar) app.UI {
	title := "Calls"
	if a.StartsBranch {
		title = "Calls (each starts a branch here)"
	}
	return elem("section.actions", attr("aria-label", "Calls"),
		elem("div.actions-head",
			elem("p.actions-title", title),
			futureSwitch(a),
			setupMenus(a.Setup),
			elem("div.retrace",
				enabledIf(iconButton("undo", "undo", "Undo"), a.Undo),
				enabledIf(iconButton("redo", "redo", "Redo"), a.Redo))),
		each(a.Groups, func(g model.CallGroup) app.UI { return callGroup(a, g) }))
}

// futureSwitch shows or hides what the steps after the cursor will do. It is always there,
// so that nothing moves at the last step.
func futureSwitch(a model.CallBar) app.UI {
	text := "Show outcomes ahead"
	if a.FutureShown {
		text = "Hide outcomes ahead"
	}
	return button(".linklike", "next-future", text)
}

// enabledIf marks a button as disabled unless on. It can still be focused, so that the
// keyboard is not lost.
func enabledIf(button app.HTMLElem, on bool) app.UI {
	if on {
		return button
	}
	return button.Attr("aria-disabled", "true")
}

// setupMenus choose the kind of connection.
func setupMenus(s model.Setup) app.UI {
	return elem("div.setup",
		menuField(".named", "start", "set-start", "Start", options(s.Starts)),
		menuField(".named", "transport", "set-transport", "Transport", options(s.Transports)))
}

// callGroup has the buttons of a peer or of the network, and their menu.
func callGroup(a model.CallBar, g model.CallGroup) app.UI {
	open := a.Menu.Side == g.Side
	return elem("div.group."+g.Side, attr("role", "group"), attr("aria-label", g.Side),
		elem("div.opener-box",
			button(".opener", "menu "+g.Side, attr("id", "menu-"+g.Side),
				attr("aria-haspopup", "menu"), attr("aria-expanded", ariaBool(open)),
				attr("title", "All that the "+g.Side+" can do (key "+g.Side[:1]+")"),
				g.Side+" ", glyph("down")),
			callMenu(a, g.Side)),
		each(g.Rows, callRow))
}

// callRow is the row of buttons of a peer or of a direction.
func callRow(b model.CallRow) app.UI {
	title, label := elem("span.bar-title.none"), none
	if b.Title != "" {
		title = elem("span.bar-title", elem("span.arrow", ariaHidden, arrow(engine.Direction(b.Index))), screenReaderText(b.Title))
		label = attr("aria-label", b.Title)
	}
	return elem("div.bar", attr("role", "group"), label, title,
		each(b.Offers, func(o model.Offer) app.UI { return offerButton(o, b.Title) }))
}

// offerButton is a button, with a field beside it if a size can be chosen.
func offerButton(o model.Offer, direction string) app.UI {
	n, field, sized := o.Size()
	word, about := o.Op.Call(), ""
	if sized {
		word = o.Op.Verb.String()
	}
	if direction != "" {
		about = ", " + direction
	}
	action, title := attr("data-do", "act "+o.Op.String()), none
	if o.Disabled {
		action = attr("aria-disabled", "true")
	}
	if o.Mistake {
		about += " (a mistake worth making)"
		title = attr("title", "A mistake worth making: see what the library says")
	}
	callButton := elem("button.call-button"+classIf(o.Mistake, "mistake"), attr("type", "button"), attr("translate", "no"), action, title, word, screenReaderText(about))
	if !sized {
		return callButton
	}
	return elem("span.sized", callButton, input("size-field", attr("id", sizeFieldID(field)), attr("type", "number"), attr("min", "1"), attrInt("max", engine.MaxBytes),
		attrInt("value", n), attr("data-change", "set-size "+field), attr("aria-label", "bytes of "+o.Op.String())))
}

// sizeFieldID is the id of the field that changes a size.
func sizeFieldID(field string) string { return "size-" + strings.ReplaceAll(field, " ", "-") }

// callMenu lists everything that a peer or the network can do. It is empty while it is
// closed.
func callMenu(a model.CallBar, side string) app.UI {
	if a.Menu.Side != side {
		return elem("div.menu")
	}
	var items []app.UI
	for i, o := range a.Items {
		items = append(items, callMenuItem(i, o, i == a.Menu.Item))
	}
	return elem("div.menu.on", attr("role", "menu"), attr("aria-label", side), items)
}

// callMenuItem is entry i of a menu. Only the one with the keyboard can be reached by Tab.
func callMenuItem(i int, o model.Offer, on bool) app.UI {
	tabIndex, word := "-1", o.Op.Call()
	if on {
		tabIndex = "0"
	}
	if !o.Op.IsCall() {
		word = o.Op.String()
	}
	body := []app.UI{elem("span", attr("translate", "no"), word)}
	if o.Mistake {
		body = append(body, elem("span.menu-mistake", "a mistake worth making"))
	}
	return button(".menu-item", "act "+o.Op.String(), attr("id", model.MenuItemID(i)), attr("role", "menuitem"), attr("tabindex", tabIndex), body)
}
