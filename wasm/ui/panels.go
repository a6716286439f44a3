package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// paneTitles are the texts on the tabs.
var paneTitles = map[model.Pane]string{
	model.PaneWhy: "Why", model.PaneBytes: "Bytes", model.PaneState: "State", model.PaneScript: "Script",
	model.PaneTranscript: "Transcript", model.PaneCode: "Code",
	model.PaneCompare: "Compare", model.PaneTree: "Tree",
}

// panelSection has the tabs, the open panel, and for screen readers always the transcript.
func panelSection(s model.Panels) app.UI {
	open := string(s.Pane)
	rest := elem("div.none")
	if s.Pane != model.PaneTranscript {
		rest = elem("div.unseen", attr("role", "region"), attr("aria-label", "Transcript"), transcriptPane(s.Transcript, false))
	}
	if s.Folded {
		return elem("section.side", attr("aria-label", "Explanations"), rest)
	}
	return elem("section.side", attr("aria-label", "Explanations"),
		elem("div.tabs",
			programTab(s),
			elem("div.tab-list", attr("role", "tablist"), attr("aria-label", "Panels"),
				each(model.TabsWith(s.Pane), func(p model.Pane) app.UI { return tab(p, p == s.Pane) })),
			popup("more-panels", "More", each(model.MorePanes, morePanel)),
			iconButton("close-sheet", "close", "Close the panel")),
		elem("div.panel.panel-"+open, attr("id", "panel-"+open), attr("role", "tabpanel"), attr("tabindex", "0"),
			attr("aria-labelledby", "tab-"+open), openPanel(s)),
		rest)
}

// programTab shows the programs on a phone. Elsewhere they are always there.
func programTab(s model.Panels) app.UI {
	if !s.Programs {
		return elem("button.none")
	}
	return button(".tool.program-tab", "program-sheet", attr("aria-expanded", ariaBool(s.ProgramsUp)), attr("aria-controls", "programs"), "Program")
}

// tab opens a panel. Only the tab of the open one can be reached by the Tab key.
func tab(p model.Pane, on bool) app.UI {
	index, controls := "-1", none
	if on {
		index, controls = "0", attr("aria-controls", "panel-"+string(p))
	}
	return button(".tab"+classIf(on, "on"), "pane "+string(p), attr("id", "tab-"+string(p)), attr("role", "tab"),
		attr("aria-selected", ariaBool(on)), controls, attr("tabindex", index), paneTitles[p])
}

// morePanel is an entry of the menu of the other panels.
func morePanel(p model.Pane) app.UI {
	return button(".menu-item.closes", "pane "+string(p), paneTitles[p])
}

// openPanel is the content of the open panel.
func openPanel(s model.Panels) app.UI {
	if s.Covered {
		return elem("p.quiet.covered", "This panel shows the whole scenario, so it is hidden while questions are ahead. Press P to turn Predict off.")
	}
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
