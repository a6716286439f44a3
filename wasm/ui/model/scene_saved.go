package model

import (
	"closenotify/engine/script"
)

// SavedScene is the dialog of saved scenarios.
type SavedScene struct {
	Open        bool
	Known       bool
	Unavailable string
	Items       []SavedItem
	Damaged     []DamagedItem
}

// SavedItem is a stored scenario in the list.
type SavedItem struct {
	ID, Title, When string
	Steps           string
	ScriptError     string // why its text cannot be played, "" if it can
	BadScript       string // that cannot be played
	Renaming        bool
}

// DamagedItem is a record that cannot be read, with what is left of it.
type DamagedItem struct{ ID, Why, Raw string }

// savedScene draws the list while its dialog is open.
func savedScene(m *Model) SavedScene {
	if m.Dialog != "saved" {
		return SavedScene{}
	}
	s := SavedScene{Open: true, Known: m.Saved.Known, Unavailable: m.Saved.Unavailable}
	for _, record := range m.Saved.Items {
		item := SavedItem{ID: record.ID, Title: record.Title, When: record.Modified.Local().Format("2 Jan 2006, 15:04"), Renaming: record.ID == m.Saved.Renaming}
		parsed, err := script.Parse(record.Script)
		if err != nil {
			item.ScriptError, item.BadScript = err.Error(), record.Script
		}
		item.Steps = countOf(len(parsed.Steps), "step")
		s.Items = append(s.Items, item)
	}
	for _, d := range m.Saved.Damaged {
		s.Damaged = append(s.Damaged, DamagedItem{d.ID, d.Why, d.Raw})
	}
	return s
}
