package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// callBar is the row below the lanes: the calls of each peer at the foot of its lane, and
// the menu of the network between them.
func callBar(a model.CallBar) app.UI {
	title := "Calls"
	if a.StartsBranch {
		title = "Calls (start a new branch from here)"
	}
	return elem("section.actions", attr("aria-label", title), attr("title", title),
		each(a.Groups, func(g model.CallGroup) app.UI { return callGroup(a, g) }))
}

// enabledIf marks a button as disabled unless on. It can still be focused, so that the
// keyboard is not lost.
func enabledIf(button app.HTMLElem, on bool) app.UI {
	if on {
		return button
	}
	return button.Attr("aria-disabled", "true")
}

// callGroup has the calls that a peer needs most, and the menu of all of them. The steps of
// the network are all in its menu.
func callGroup(a model.CallBar, g model.CallGroup) app.UI {
	title := "All that the " + g.Side + " can do (key " + g.Side[:1] + ")"
	if g.Side == "network" {
		return elem("div.group.network", attr("role", "group"), attr("aria-label", g.Side),
			menuOpener(a, g, title, "Network"),
			elem("div.retrace",
				enabledIf(iconButton("undo", "undo", "Undo"), a.Undo),
				enabledIf(iconButton("redo", "redo", "Redo"), a.Redo)))
	}
	return elem("div.group."+g.Side, attr("role", "group"), attr("aria-label", g.Side),
		elem("span.group-name", ariaHidden, g.Side),
		each(g.Rows[0].Offers, offerButton), menuOpener(a, g, title, "More"))
}

// menuOpener is the button of a menu, with the menu.
func menuOpener(a model.CallBar, g model.CallGroup, title, word string) app.UI {
	return elem("div.opener-box",
		button(".opener", "menu "+g.Side, attr("id", "menu-"+g.Side),
			attr("aria-haspopup", "menu"), attr("aria-expanded", ariaBool(a.Menu.Side == g.Side)), attr("title", title),
			attr("aria-label", word+": all that the "+g.Side+" can do"), word, glyph("down")),
		callMenu(a, g))
}

// offerButton is a button, with a field beside it if a size can be chosen.
func offerButton(o model.Offer) app.UI {
	n, field, sized := o.Size()
	about := ""
	action, title := attr("data-do", "act "+o.Op.String()), none
	if o.Disabled {
		action = attr("aria-disabled", "true")
	}
	if o.Mistake {
		about = " (a mistake worth making)"
		title = attr("title", "A mistake worth making: see what the library says")
	}
	name := o.Op.Verb.String()
	callButton := elem("button.call-button"+classIf(o.Mistake, "mistake"), attr("type", "button"), attr("translate", "no"), attr("aria-label", name+about), action, title, name)
	if !sized {
		return callButton
	}
	return elem("span.sized", callButton, sizeField(n, field, "bytes of "+o.Op.Role.String()+" "+name))
}

// sizeField is the field for a number of bytes. field says of which operation.
func sizeField(n int, field, label string) app.UI {
	return input("size-field", attr("id", sizeFieldID(field)), attr("type", "number"), attr("min", "1"), attrInt("max", engine.MaxBytes),
		attrInt("value", n), attr("data-change", "set-size "+field), attr("aria-label", label))
}

// sizeFieldID is the id of the field that changes a size.
func sizeFieldID(field string) string { return "size-" + strings.ReplaceAll(field, " ", "-") }

// callMenu lists everything that a peer or the network can do. It is empty while it is
// closed.
func callMenu(a model.CallBar, g model.CallGroup) app.UI {
	if a.Menu.Side != g.Side {
		return elem("div.menu")
	}
	var items []app.UI
	for i, o := range a.Items {
		items = append(items, callMenuItem(i, o, i == a.Menu.Item))
	}
	var fields app.UI = elem("div.none")
	if g.Side == "network" {
		fields = connectionFields(g, a.Setup)
	}
	return elem("div.menu.on", elem("div.menu-items", attr("role", "menu"), attr("aria-label", g.Side), items), fields)
}

// callMenuItem is entry i of a menu. Only the one with the keyboard can be reached by Tab.
func callMenuItem(i int, o model.Offer, on bool) app.UI {
	tabIndex, class, body := "-1", ".menu-item", []app.UI{elem("span", attr("translate", "no"), o.Op.Call())}
	if on {
		tabIndex = "0"
	}
	if !o.Op.IsCall() {
		class += "." + o.Op.Dir.String()
		body = append([]app.UI{elem("span.arrow", ariaHidden, arrow(o.Op.Dir)), screenReaderText(o.Op.Dir.String() + " ")}, body...)
	}
	if o.Mistake {
		body = append(body, elem("span.menu-mistake", "a mistake worth making"))
	}
	return button(class, "act "+o.Op.String(), attr("id", model.MenuItemID(i)), attr("role", "menuitem"), attr("tabindex", tabIndex), body)
}

// connectionFields are below the steps of the network: how many bytes a delivery has, where
// the connection starts, and which transport carries it.
func connectionFields(g model.CallGroup, s model.Setup) app.UI {
	var sizes []app.UI
	for _, row := range g.Rows {
		for _, o := range row.Offers {
			if n, field, sized := o.Size(); sized {
				d := engine.Direction(row.Index)
				sizes = append(sizes, elem("span.arrow", ariaHidden, arrow(d)), sizeField(n, field, "bytes of a delivery, "+row.Title))
			}
		}
	}
	return elem("div.menu-fields",
		elem("div.field", elem("span.field-name", "Bytes of a delivery"), sizes),
		menuField(".named", "start", "set-start", "Start", options(s.Starts)),
		menuField(".named", "transport", "set-transport", "Transport", options(s.Transports)))
}
