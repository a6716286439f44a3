package model

import (
	"closenotify/engine/script"
)

// SavedScene is the dialog of saved scenarios.
type SavedScene struct {
	Open    bool
	Known   bool
	Trouble string
	Items   []SavedItem
	Damaged []DamagedItem
}

// SavedItem is a stored scenario in the list.
type SavedItem struct {
	ID, Title, When string
	Steps           string
	Trouble         string // why its text cannot be played, "" if it can
	Text            string // that cannot be played
	Renaming        bool
}

// DamagedItem is a record that cannot be read, with what is left of it.
type DamagedItem struct{ ID, Why, Raw string }

// savedScene draws the list while its dialog is open.
func savedScene(m *Model) SavedScene {
	if m.Dialog != "saved" {
		return SavedScene{}
	}
	s := SavedScene{Open: true, Known: m.Saved.Known, Trouble: m.Saved.Trouble}
	for _, record := range m.Saved.Items {
		item := SavedItem{ID: record.ID, Title: record.Title, When: record.Modified.Local().Format("2 Jan 2006, 15:04"), Renaming: record.ID == m.Saved.Renaming}
		parsed, err := script.Parse(record.Script)
		if err != nil {
			item.Trouble, item.Text = err.Error(), record.Script
		}
		item.Steps = count(len(parsed.Steps), "step")
		s.Items = append(s.Items, item)
	}
	for _, d := range m.Saved.Damaged {
		s.Damaged = append(s.Damaged, DamagedItem{d.ID, d.Why, d.Raw})
	}
	return s
}
