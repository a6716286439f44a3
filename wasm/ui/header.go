package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// header is the top of the page: what is played, and under which release.
func header(h model.Header) app.UI {
	return el("header.top",
		el("h1.brand", el("span.brand-mark", hidden), "close_notify"),
		el("div.picks",
			menuField(".field-scenario", "scenario", "pick", "Scenario", each(h.Scenarios, optionGroup)),
			menuField("", "profile", "profile", "Release", options(h.Profiles)),
			menuField("", "version", "version", "TLS version", options(h.Versions)),
		),
		el("div.tools",
			press(".tool", "save", at("title", "Keep this scenario in this browser"),
				"Save", el("span.unsaved"+when(h.Unsaved, "on"), hidden)),
			press(".tool", "show saved", "Open\u2026"),
			press(".tool", "share", "Share"),
			iconPress("theme", "theme-"+h.Theme, "Theme: "+h.Theme),
			iconPress("motion", "motion-"+h.Motion, "Motion: "+motionName(h.Motion)),
			iconPress("show help", "help", "Help and keys"),
		),
	)
}

func motionName(motion string) string {
	if motion == "off" {
		return "off"
	}
	return "as the system says"
}

// menuField is a menu; do says what its change does.
func menuField(class, id, do, name string, entries []app.UI) app.UI {
	label := unseen(name)
	if class == ".named" {
		label = el("span.field-name", name)
	}
	return el("label.field"+class, label, el("select", at("id", id), at("data-change", do), entries))
}

func optionGroup(g model.ChoiceGroup) app.UI {
	return el("optgroup", at("label", plainText(g.Title)), options(g.Choices))
}

// options are the entries of a menu. The attribute stands only on the chosen
// one: in a page drawn on a server any value of it would mean yes.
func options(choices []model.Choice) []app.UI {
	return each(choices, func(c model.Choice) app.UI {
		selected := no
		if c.On {
			selected = at("selected", "true")
		}
		return el("option", at("value", c.Value), selected, c.Text)
	})
}

// plainText keeps a text from ending the attribute that it stands in.
func plainText(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '"' || r < ' ' {
			out[i] = '\''
		}
	}
	return string(out)
}
