package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// savedDialog lists what is stored in this browser.
func savedDialog(s model.SavedScene) app.UI {
	body := []app.UI{dialogTitle("saved", "Saved scenarios")}
	if s.Unavailable != "" {
		body = append(body, elem("p.problem.on", "Nothing can be stored in this browser at the moment: "+s.Unavailable+". What you save now is lost when the page is closed, unless that works again before. A file or a link lasts longer."))
	}
	if s.Import != "" {
		body = append(body, elem("p", attr("id", "import-result"), s.Import), elem("ul", each(s.Problems, func(text string) app.UI { return elem("li", ownDirection, text) })))
	}
	if s.Find {
		body = append(body, elem("label.field.named.saved-find", elem("span.field-name", "Find"),
			input("", attr("id", "find-saved"), attr("type", "search"), attr("data-input", "find-saved"), attr("autocomplete", "off"), attr("placeholder", "Words of the title"))))
	}
	switch {
	case !s.Known:
		body = append(body, elem("p.quiet", "Looking\u2026"))
	case !s.Any:
		body = append(body, elem("p.quiet", "Nothing is saved yet. Save stores the current scenario in this browser."))
	default:
		body = append(body, savedPager(s), savedItems(s))
	}
	return elem("div.dialog-body", body, savedTools(s))
}

// savedPager says which part of the list is shown, and shows others.
func savedPager(s model.SavedScene) app.UI {
	if s.Shown == "" {
		return elem("div.none")
	}
	turn := func(name string, page int) app.UI {
		return enabledIf(button(".tool", "show-saved "+strconv.Itoa(page), name), page >= 0 && page <= s.Last)
	}
	return elem("div.saved-pager", elem("span.saved-detail", attr("role", "status"), s.Shown), turn("Previous", s.Page-1), turn("Next", s.Page+1))
}

// savedItems are the scenarios that are shown, and those that cannot be read.
func savedItems(s model.SavedScene) app.UI {
	items := each(s.Items, savedItem)
	for i, d := range s.Damaged {
		items = append(items, damagedItem(i, d))
	}
	if s.MoreDamaged > 0 {
		items = append(items, elem("li.saved-item", count(s.MoreDamaged, "more record")+" cannot be read. Export has them, too."))
	}
	return elem("ul.saved-list", attr("aria-label", "Saved scenarios"), items)
}

// savedTools keep all of them as a file, and add those of one.
func savedTools(s model.SavedScene) []app.UI {
	tools := []app.UI{elem("label.tool.file", "Import a file", input("unseen", attr("type", "file"), attr("id", "collection-file"), attr("accept", ".json,application/json")))}
	if s.Any {
		tools = append(tools, button(".tool", "export-saved", "Export all"))
	}
	if s.Waiting {
		tools = append(tools, button(".tool", "store-again", "Save again"))
	}
	parts := []app.UI{elem("p.practice-tools", tools)}
	if s.AtRisk {
		parts = append(parts, elem("p.quiet", "This browser may delete them when its disk is nearly full, and some browsers do after a week without a visit. An exported file is a backup."))
	}
	return parts
}

// savedItem is a saved scenario with its buttons.
func savedItem(i model.SavedItem) app.UI {
	return elem("li.saved-item", savedName(i), elem("div.saved-detail"+classIf(i.Waiting, "waiting"), i.Detail),
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
		elem("p.problem.on", d.Why),
		elem("textarea", attr("readonly", "true"), attr("rows", "4"), attr("aria-label", "What is stored of unreadable saved scenario "+number), d.Raw),
		elem("div.saved-buttons",
			button(".tool", "copy-damaged "+number, "Copy what it holds"),
			button(".tool", "delete-damaged "+number, "Delete")))
}
