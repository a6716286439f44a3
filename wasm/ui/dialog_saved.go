package ui

import (
	"net/url"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// savedDialog lists what is stored in this browser.
func savedDialog(s model.SavedScene) app.UI {
	body := []app.UI{dialogTitle("saved", "Saved scenarios")}
	if s.Unavailable != "" {
		body = append(body, elem("p.problem.on", "This browser does not let the page store data ("+s.Unavailable+"). What you save is lost when the page is closed; a link lasts longer."))
	}
	switch {
	case !s.Known:
		body = append(body, elem("p.quiet", "Looking\u2026"))
	case len(s.Items)+len(s.Damaged) == 0:
		body = append(body, elem("p.quiet", "Nothing is saved yet. Save stores the current scenario in this browser."))
	default:
		items := each(s.Items, savedItem)
		for i, d := range s.Damaged {
			items = append(items, damagedItem(i, d))
		}
		body = append(body, elem("ul.saved-list", items))
	}
	return elem("div.dialog-body", body)
}

// savedItem is a saved scenario with its buttons.
func savedItem(i model.SavedItem) app.UI {
	var problem []app.UI
	if i.ScriptError != "" {
		problem = storedText("Its text cannot be played: "+i.ScriptError, i.Title, i.BadScript)
	}
	return elem("li.saved-item", savedName(i), elem("div.saved-detail", i.When+" \u00b7 "+i.Steps), problem,
		elem("div.saved-buttons",
			savedButton(".primary", "open-saved", "Open", i),
			savedButton("", "rename", "Rename", i),
			savedButton("", "duplicate", "Duplicate", i),
			savedButton("", "compare-saved", "Compare", i),
			savedButton("", "delete", "Delete", i)))
}

// savedName is the title, or the field that changes it.
func savedName(i model.SavedItem) app.UI {
	if !i.Renaming {
		return elem("div.saved-title", ownDirection, i.Title)
	}
	return input("saved-title", ownDirection, attr("id", model.TitleFieldID), attr("type", "text"), attr("value", i.Title), attr("maxlength", "80"),
		attr("data-change", "set-title "+i.ID), attr("aria-label", "New title"))
}

// savedButton is a button of a saved scenario. Screen readers also say of which.
func savedButton(class, do, name string, i model.SavedItem) app.UI {
	return button(".tool"+class, do+" "+i.ID, attr("id", do+"-"+i.ID), name, screenReaderText(" "+i.Title))
}

// damagedItem shows what is stored of a scenario that cannot be read.
func damagedItem(n int, d model.DamagedItem) app.UI {
	number := strconv.Itoa(n)
	return elem("li.saved-item", elem("div.saved-title", "Unreadable saved scenario"),
		storedText(d.Why, "unreadable saved scenario "+number, d.Raw),
		elem("div.saved-buttons",
			button(".tool", "copy-damaged "+number, "Copy what it holds"),
			button(".tool", "delete-damaged "+number, "Delete")))
}

// storedText shows a text that is stored but cannot be used, so that it can be copied or
// downloaded.
func storedText(why, title, text string) []app.UI {
	return []app.UI{
		elem("p.problem.on", why),
		elem("textarea", attr("readonly", "true"), attr("rows", "4"), attr("aria-label", "What is stored of "+plainText(title)), text),
		elem("p", elem("a.tool", attr("href", "data:text/plain;charset=utf-8,"+url.PathEscape(text)), attr("download", "scenario.txt"), "Download this text")),
	}
}
