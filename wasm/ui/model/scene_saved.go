package model

import (
	"strings"

	"closenotify/scenarios/store"
)

// SavedScene is the dialog of saved scenarios. It is empty while the dialog is closed.
type SavedScene struct {
	Known       bool   // as in SavedList
	Unavailable string // as in SavedList
	Any         bool   // something is stored
	Waiting     bool   // something is not
	Find        bool   // there are so many that one may look for words
	Query       string
	Shown       string // "1 to 10 of 5,000"; "" if all are shown
	Page        int
	Last        int // page
	Items       []SavedItem
	Damaged     []DamagedItem
	MoreDamaged int    // that are not in Damaged
	AtRisk      bool   // the browser may delete what is stored
	Import      string // as in SavedList
	Problems    []string
}

// SavedItem is a stored scenario in the list.
type SavedItem struct {
	ID, Title string
	Detail    string // "1 Mar 2026, 12:00 \u00b7 at step 3"
	Waiting   bool   // it is not stored yet
	Renaming  bool   // its title is being edited
}

// DamagedItem is a saved scenario that cannot be read: why, and what is stored, cut where that is
// long.
type DamagedItem struct{ ID, Why, Raw string }

// How much of the list is drawn at once. A search makes sense above mostWithoutSearch.
const (
	savedOnPage       = 10
	mostWithoutSearch = 8
	mostDamaged       = 10
	mostRaw           = 2000 // bytes
)

// savedScene lists the saved scenarios.
func (m *Model) savedScene() SavedScene {
	if m.Dialog != "saved" {
		return SavedScene{}
	}
	l := &m.Saved
	s := SavedScene{Known: l.Known, Unavailable: l.Unavailable, Query: l.Query, Import: l.Import, Problems: l.Problems}
	all := len(l.Items) + len(l.Waiting)
	s.Any, s.Find, s.AtRisk = all+len(l.Damaged) > 0, all > mostWithoutSearch, len(l.Items) > 0 && !l.Persistent
	s.Waiting = len(l.Waiting) > 0
	found := l.find()
	s.Last = max(0, (len(found)-1)/savedOnPage)
	s.Page = min(max(0, l.Page), s.Last)
	from := s.Page * savedOnPage
	to := min(from+savedOnPage, len(found))
	if to-from < all {
		s.Shown = thousands(min(from+1, to)) + " to " + thousands(to) + " of " + thousands(len(found))
	}
	for _, e := range found[from:to] {
		item := SavedItem{ID: e.ID, Title: e.Title, Renaming: e.ID == l.Renaming, Waiting: store.Find(l.Waiting, e.ID) >= 0}
		if item.Waiting {
			item.Detail = "not saved yet: only this page has it"
		} else {
			item.Detail = e.Modified.Local().Format("2 Jan 2006, 15:04")
			if e.Step > 0 {
				item.Detail += " \u00b7 at step " + thousands(e.Step)
			}
		}
		s.Items = append(s.Items, item)
	}
	s.MoreDamaged = max(0, len(l.Damaged)-mostDamaged)
	for _, d := range l.Damaged[:len(l.Damaged)-s.MoreDamaged] {
		raw := d.Raw
		if len(raw) > mostRaw {
			raw = strings.ToValidUTF8(raw[:mostRaw], "") + "\u2026"
		}
		s.Damaged = append(s.Damaged, DamagedItem{d.ID, d.Why, raw})
	}
	return s
}

// find lists what has all words of the query in its title, first what waits.
func (l *SavedList) find() []*store.Entry {
	words := strings.Fields(strings.ToLower(l.Query))
	found := make([]*store.Entry, 0, len(l.Waiting)+len(l.Items))
	for _, list := range [...][]store.Entry{l.Waiting, l.Items} {
		for i := range list {
			if hasWords(list[i].Title, words) {
				found = append(found, &list[i])
			}
		}
	}
	return found
}

// hasWords reports whether all words, in lower case, are in a title.
func hasWords(title string, words []string) bool {
	if len(words) == 0 {
		return true
	}
	title = strings.ToLower(title)
	for _, w := range words {
		if !strings.Contains(title, w) {
			return false
		}
	}
	return true
}
