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

// optionGroup is a part of a menu with a title.
func optionGroup(g model.ChoiceGroup) app.UI {
	return elem("optgroup", attr("label", plainText(g.Title)), options(g.Choices))
}
