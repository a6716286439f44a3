package model

import "closenotify/engine/script"

// SavedScene is the dialog of saved scenarios. It is empty while the dialog is closed.
type SavedScene struct {
	Known       bool   // as in SavedList
	Unavailable string // as in SavedList
	Items       []SavedItem
	Damaged     []DamagedItem
}

// SavedItem is a stored scenario in the list.
type SavedItem struct {
	ID, Title, When string
	Steps           string // "6 steps"
	ScriptError     string // why its script cannot be played, "" if it can
	BadScript       string // the script, if it cannot be played
	Renaming        bool   // its title is being edited
}

// DamagedItem is a saved scenario that cannot be read: why, and what is stored.
type DamagedItem struct{ ID, Why, Raw string }

// savedScene lists the saved scenarios.
func (m *Model) savedScene() SavedScene {
	if m.Dialog != "saved" {
		return SavedScene{}
	}
	s := SavedScene{Known: m.Saved.Known, Unavailable: m.Saved.Unavailable}
	for _, saved := range m.Saved.Items {
		item := SavedItem{ID: saved.ID, Title: saved.Title, When: saved.Modified.Local().Format("2 Jan 2006, 15:04"), Renaming: saved.ID == m.Saved.Renaming}
		parsed, err := script.Parse(saved.Script)
		if err != nil {
			item.ScriptError, item.BadScript = err.Error(), saved.Script
		}
		item.Steps = countOf(len(parsed.Steps), "step")
		s.Items = append(s.Items, item)
	}
	for _, d := range m.Saved.Damaged {
		s.Damaged = append(s.Damaged, DamagedItem{d.ID, d.Why, d.Raw})
	}
	return s
}
