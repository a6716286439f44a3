package ui

import (
	"net/url"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// saved is the list of what is kept in this browser.
func saved(s model.SavedScene) app.UI {
	body := []app.UI{dialogTitle("saved", "Saved scenarios")}
	if s.Unavailable != "" {
		body = append(body, el("p.trouble.on", "This browser lets the page keep nothing ("+s.Unavailable+"). What you save is here until the page is closed; a link keeps it for longer."))
	}
	switch {
	case !s.Known:
		body = append(body, el("p.quiet", "Looking\u2026"))
	case len(s.Items)+len(s.Damaged) == 0:
		body = append(body, el("p.quiet", "Nothing is saved yet. Save keeps the scenario on the stage in this browser."))
	default:
		items := each(s.Items, savedItem)
		for i, d := range s.Damaged {
			items = append(items, damagedItem(i, d))
		}
		body = append(body, el("ul.saved-list", items))
	}
	return el("div.dialog-body", body)
}

// savedItem is a record with its buttons.
func savedItem(i model.SavedItem) app.UI {
	var trouble []app.UI
	if i.ScriptError != "" {
		trouble = remains("Its text cannot be played: "+i.ScriptError, i.Title, i.BadScript)
	}
	return el("li.saved-item", savedName(i), el("div.saved-detail", i.When+" \u00b7 "+i.Steps), trouble,
		el("div.saved-buttons",
			savedButton(".primary", "open", "Open", i),
			savedButton("", "rename", "Rename", i),
			savedButton("", "duplicate", "Duplicate", i),
			savedButton("", "delete", "Delete", i)))
}

// savedName is the title, or the field to change it.
func savedName(i model.SavedItem) app.UI {
	if !i.Renaming {
		return el("div.saved-title", i.Title)
	}
	return input("saved-title", at("id", "rename-title"), at("type", "text"), at("value", i.Title), at("maxlength", "80"),
		at("data-change", "renamed "+i.ID), at("aria-label", "New title"))
}

// savedButton is a button of a record; its name tells which.
func savedButton(class, do, name string, i model.SavedItem) app.UI {
	return press(".tool"+class, do+" "+i.ID, at("id", do+"-"+i.ID), name, unseen(" "+i.Title))
}

// damagedItem shows what is left of a record that cannot be read.
func damagedItem(n int, d model.DamagedItem) app.UI {
	number := strconv.Itoa(n)
	return el("li.saved-item", el("div.saved-title", "Damaged record"),
		remains(d.Why, "damaged record "+number, d.Raw),
		el("div.saved-buttons",
			press(".tool", "copyraw "+number, "Copy what it holds"),
			press(".tool", "dropraw "+number, "Delete")))
}

// remains is a text that is stored but cannot be used, for an export.
func remains(why, title, text string) []app.UI {
	return []app.UI{
		el("p.trouble.on", why),
		el("textarea", at("readonly", "true"), at("rows", "4"), at("aria-label", "What is stored of "+plainText(title)), text),
		el("p", el("a.tool", at("href", "data:text/plain;charset=utf-8,"+url.PathEscape(text)), at("download", "scenario.txt"), "Download this text")),
	}
}
