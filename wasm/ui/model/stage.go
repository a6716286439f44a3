package model

import (
	"strconv"
	"strings"
)

// KeepStage asks that a text outlives a reload of the page, in this tab only. It
// is what Return needs.
type KeepStage struct{ Text string }

func (KeepStage) cmd() {}

// Return puts back, after a reload, what a KeepStage held and the address does
// not say.
type Return struct{ Kept string }

// Here is what the address bar says.
func (m *Model) Here() Visit { return m.visited }

// stageText is what belongs to the stage besides its address: the record that it
// is stored in, whether it has changed since, and the text where no link can hold
// it, because it has an error or is too long.
func (m *Model) stageText() string {
	text := ""
	if m.Text.Err != nil {
		text = m.Text.Typed
	} else if _, _, err := m.Address(); err != nil {
		text = m.Script().String()
	}
	return strings.Join([]string{m.visited.Preset, m.visited.Fragment, m.SavedID, strconv.FormatBool(m.Dirty), strconv.Itoa(m.At), text}, "\n")
}

func (r Return) update(m *Model) []Cmd {
	kept := strings.SplitN(r.Kept, "\n", 6)
	if len(kept) < 6 || m.visited != (Visit{kept[0], kept[1]}) {
		return nil // of another address, which this tab has left
	}
	if text := kept[5]; text != "" {
		m.typed(text)
		m.Pane = PaneScript
		at, _ := strconv.Atoi(kept[4])
		m.seek(at)
		m.arrive(false)
	}
	m.SavedID, m.Dirty = kept[2], kept[3] == "true"
	return nil
}

// said reports whether the address bar and what KeepStage keeps say of m what they
// said of before.
func (m *Model) said(before *Model) bool {
	return m.At == before.At && samePath(m.Path, before.Path) && m.Text.Typed == before.Text.Typed &&
		m.SavedID == before.SavedID && m.Dirty == before.Dirty && m.Title() == before.Title()
}
