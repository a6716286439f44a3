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
			elem("button.tool.find-open", attr("type", "button"), attr("title", "Find a lesson by an error text (/)"),
				elem("span.magnifier", ariaHidden), elem("span.find-word", "Find\u2026")),
			menuField("", "profile", "set-profile", "Release", options(h.Profiles)),
			menuField("", "version", "set-version", "TLS version", options(h.Versions)),
		),
		elem("div.tools",
			button(".tool", "save", attr("title", "Save this scenario in this browser"),
				"Save", elem("span.unsaved"+classIf(h.Unsaved, "on"), ariaHidden)),
			button(".tool", "show-dialog saved", "Open\u2026"),
			button(".tool", "share", "Share"),
			viewMenu(h),
			iconButton("show-dialog help", "help", "Help and keys"),
		),
	)
}

// viewMenu says how the page is shown. A press goes on to the next value.
func viewMenu(h model.Header) app.UI {
	return popup("view-menu", "View",
		button(".menu-item.closes", "present", elem("span", "Present"), elem("kbd", "F")),
		button(".menu-item", "ask", attr("aria-pressed", ariaBool(h.Ask)), elem("span", "Predict ", elem("kbd", "P")), elem("span.value", onOff(h.Ask))),
		button(".menu-item.closes", "show-dialog practice", elem("span", "Practice\u2026")),
		viewSetting("next-theme", "Theme", map[string]string{"auto": "as the system", "light": "light", "dark": "dark"}[h.Theme]),
		viewSetting("next-motion", "Motion", map[string]string{"auto": "as the system", "off": "off"}[h.Motion]),
		viewSetting("next-future", "Outcomes ahead", h.Future))
}

// onOff is the value of a switch.
func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// viewSetting is a button with the name of a setting and its value.
func viewSetting(action, name, value string) app.UI {
	return button(".menu-item", action, elem("span", name), elem("span.value", value))
}

// optionGroup is a part of a menu with a title.
func optionGroup(g model.ChoiceGroup) app.UI {
	return elem("optgroup", attr("label", plainText(g.Title)), options(g.Choices))
}
