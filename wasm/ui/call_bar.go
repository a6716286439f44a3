package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// actions is the bar of calls.
func actions(a model.CallBar) app.UI {
	title := "Calls"
	if a.StartsBranch {
		title = "Calls (here, in the middle, they branch off)"
	}
	return el("section.actions", at("aria-label", "Calls"),
		el("div.actions-head",
			el("p.actions-title", title),
			setup(a.Setup),
			el("div.retrace",
				able(iconPress("undo", "undo", "Undo"), a.Undo),
				able(iconPress("redo", "redo", "Redo"), a.Redo))),
		each(a.Groups, func(g model.CallGroup) app.UI { return group(a, g) }))
}

// able is a button, switched off unless on.
func able(button app.HTMLElem, on bool) app.UI {
	if on {
		return button
	}
	return button.Attr("aria-disabled", "true")
}

// setup is what kind of connection it is.
func setup(s model.Setup) app.UI {
	return el("div.setup",
		menuField(".named", "start", "start", "Start", options(s.Starts)),
		menuField(".named", "transport", "transport", "Transport", options(s.Transports)))
}

// group is the buttons of a peer, or of the network, with their menu.
func group(a model.CallBar, g model.CallGroup) app.UI {
	open := a.Menu.Side == g.Side
	return el("div.group."+g.Side, at("role", "group"), at("aria-label", g.Side),
		el("div.opener-box",
			press(".opener", "menu "+g.Side, at("id", "menu-"+g.Side),
				at("aria-haspopup", "menu"), at("aria-expanded", truth(open)),
				at("title", "All that the "+g.Side+" can do (key "+g.Side[:1]+")"),
				g.Side+" ", glyph("down")),
			menu(a, g.Side)),
		each(g.Rows, bar))
}

// bar is a row of buttons.
func bar(b model.CallRow) app.UI {
	title, label := el("span.bar-title.none"), no
	if b.Title != "" {
		title = el("span.bar-title", el("span.arrow", hidden, arrow(engine.Direction(b.Index))), unseen(b.Title))
		label = at("aria-label", b.Title)
	}
	return el("div.bar", at("role", "group"), label, title,
		each(b.Offers, func(o model.Offer) app.UI { return offer(o, b.Title) }))
}

// offer is a button, with a field beside it where a size can be chosen.
func offer(o model.Offer, in string) app.UI {
	n, field, sized := o.Size()
	word, about := o.Op.Call(), ""
	if sized {
		word = o.Op.Verb.String()
	}
	if in != "" {
		about = ", " + in
	}
	able, title := at("data-do", "act "+o.Op.String()), no
	if o.Disabled {
		able = at("aria-disabled", "true")
	}
	if o.Mistake {
		about += " (a mistake worth making)"
		title = at("title", "A mistake worth making: see what the library says")
	}
	button := el("button.call-button"+when(o.Mistake, "mistake"), at("type", "button"), able, title, word, unseen(about))
	if !sized {
		return button
	}
	return el("span.sized", button, input("size-field", at("id", sizeID(field)), at("type", "number"), at("min", "1"), atNumber("max", engine.MaxBytes),
		atNumber("value", n), at("data-change", "size "+field), at("aria-label", "bytes of "+o.Op.String())))
}

// sizeID is the id of the field that changes a size.
func sizeID(field string) string { return "size-" + strings.ReplaceAll(field, " ", "-") }

// menu lists everything that a peer, or the network, can do.
func menu(a model.CallBar, group string) app.UI {
	if a.Menu.Side != group {
		return el("div.menu")
	}
	var items []app.UI
	for i, o := range a.Items {
		items = append(items, menuItem(i, o, i == a.Menu.Item))
	}
	return el("div.menu.on", at("role", "menu"), at("aria-label", group), items)
}

func menuItem(i int, o model.Offer, on bool) app.UI {
	tab, word := "-1", o.Op.Call()
	if on {
		tab = "0"
	}
	if !o.Op.IsCall() {
		word = o.Op.String()
	}
	body := []app.UI{app.Text(word)}
	if o.Mistake {
		body = append(body, el("span.menu-mistake", "a mistake worth making"))
	}
	return press(".menu-item", "act "+o.Op.String(), at("id", model.MenuItemID(i)), at("role", "menuitem"), at("tabindex", tab), body)
}
