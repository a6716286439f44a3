package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// paneTitles are the words on the tabs.
var paneTitles = map[model.Pane]string{
	model.PaneWhy: "Why", model.PaneBytes: "Bytes", model.PaneState: "State", model.PaneScript: "Script",
	model.PaneTranscript: "Transcript", model.PaneCode: "Code",
	model.PaneCompare: "Compare", model.PaneTree: "Tree",
}

// side is the panels with their tabs, and the transcript, which is there for
// screen readers whichever panel is open.
func side(s model.Panels) app.UI {
	open := string(s.Pane)
	rest := el("div.none")
	if s.Pane != model.PaneTranscript {
		rest = el("div.unseen", at("role", "region"), at("aria-label", "Transcript"), transcriptPane(s.Transcript, false))
	}
	return el("section.side", at("aria-label", "Explanations"),
		el("div.tabs", at("role", "tablist"), at("aria-label", "Panels"),
			each(model.Panes, func(p model.Pane) app.UI { return tab(p, p == s.Pane) })),
		el("div.panel.panel-"+open, at("id", "panel-"+open), at("role", "tabpanel"), at("tabindex", "0"),
			at("aria-labelledby", "tab-"+open), panel(s)),
		rest)
}

// tab is the handle of a panel.
func tab(p model.Pane, on bool) app.UI {
	index, controls := "-1", no
	if on {
		index, controls = "0", at("aria-controls", "panel-"+string(p))
	}
	return press(".tab"+when(on, "on"), "pane "+string(p), at("id", "tab-"+string(p)), at("role", "tab"),
		at("aria-selected", truth(on)), controls, at("tabindex", index), paneTitles[p])
}

// panel is the content of the open one.
func panel(s model.Panels) app.UI {
	switch s.Pane {
	case model.PaneBytes:
		return bytesPane(s.Bytes)
	case model.PaneState:
		return statePane(s.State)
	case model.PaneScript:
		return scriptPane(s.Script)
	case model.PaneTranscript:
		return transcriptPane(s.Transcript, true)
	case model.PaneCode:
		return codePane(s.Code)
	case model.PaneCompare:
		return comparePane(s.Compare)
	case model.PaneTree:
		return treePane(s.Tree)
	}
	return whyPane(s.Why)
}
