package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// pageHeader is the top of the page: which scenario, which release, and what to do with
// them.
func pageHeader(h model.Header) app.UI {
	return elem("header.top",
		elem("h1.brand", elem("span.brand-mark", ariaHidden), "close_notify"),
		elem("div.picks",
			menuField(".field-scenario", "scenario", "option", "Scenario", each(h.Scenarios, optionGroup)),
			menuField("", "profile", "set-profile", "Release", options(h.Profiles)),
			menuField("", "version", "set-version", "TLS version", options(h.Versions)),
		),
		elem("div.tools",
			button(".tool", "save", attr("title", "Keep this scenario in this browser"),
				"Save", elem("span.unsaved"+classIf(h.Unsaved, "on"), ariaHidden)),
			button(".tool", "show-dialog saved", "Open\u2026"),
			button(".tool", "share", "Share"),
			iconButton("next-theme", "theme-"+h.Theme, "Theme: "+h.Theme),
			iconButton("next-motion", "motion-"+h.Motion, "Motion: "+motionName(h.Motion)),
			iconButton("show-dialog help", "help", "Help and keys"),
		),
	)
}

// motionName says what a value of the motion setting means.
func motionName(motion string) string {
	if motion == "off" {
		return "off"
	}
	return "as the system says"
}

// menuField is a menu with its label. With the class ".named" the label can be seen.
func menuField(class, id, action, name string, entries []app.UI) app.UI {
	label := screenReaderText(name)
	if class == ".named" {
		label = elem("span.field-name", name)
	}
	return elem("label.field"+class, label, elem("select", attr("id", id), attr("data-change", action), entries))
}

// optionGroup is a part of a menu with a title.
func optionGroup(g model.ChoiceGroup) app.UI {
	return elem("optgroup", attr("label", plainText(g.Title)), options(g.Choices))
}

// options are the entries of a menu. Only the chosen one has the attribute: in HTML any
// value of it means yes.
func options(choices []model.Choice) []app.UI {
	return each(choices, func(c model.Choice) app.UI {
		selected := none
		if c.On {
			selected = attr("selected", "true")
		}
		return elem("option", attr("value", c.Value), selected, c.Text)
	})
}

// plainText replaces what would end an attribute: go-app does not escape it.
func plainText(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '"' || r < ' ' {
			out[i] = '\''
		}
	}
	return string(out)
}
