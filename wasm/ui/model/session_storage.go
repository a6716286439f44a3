package model

import (
	"closenotify/scenarios/store"
	"strconv"
	"strings"
	"time"
)

// StoreStage asks that a text outlives a reload of the page, in this tab only. It
// is what Return needs.
type StoreStage struct{ Text string }

func (StoreStage) cmd() {}

// RestoreStage puts back, after a reload, what a KeepStage held and the address does
// not say.
type RestoreStage struct{ Stored string }

// stageMark begins the text of a StoreStage since the names of profiles changed, see
// store.UpgradeScript.
const stageMark = "2\n"

// Visited is what the address bar says.
func (m *Model) Visited() Visit { return m.visited }

// stageText is what belongs to the stage besides its address: the record that it
// is stored in, whether it has changed since, and the text where no link can hold
// it, because it has an error or is too long; and the branches off the stage.
func (m *Model) stageText() string {
	text := ""
	if m.Editor.Err != nil {
		text = m.Editor.Typed
	} else if _, _, err := m.Address(); err != nil {
		text = m.Script().String()
	}
	return stageMark + strings.Join([]string{m.visited.Preset, m.visited.Fragment, m.SavedID, strconv.FormatInt(m.SavedAt.UnixMilli(), 10),
		strconv.FormatBool(m.Dirty), strconv.Itoa(m.At), m.branchText(), text}, "\n")
}

func (r RestoreStage) update(m *Model) []Cmd {
	current, today := strings.CutPrefix(r.Stored, stageMark)
	kept := strings.SplitN(current, "\n", 8)
	if len(kept) < 8 || m.visited != (Visit{kept[0], kept[1]}) {
		return nil // of another address, which this tab has left
	}
	if text := kept[7]; text != "" {
		if !today {
			text = store.UpgradeScript(text)
		}
		m.setEditorText(text)
		m.Pane = PaneScript
		at, _ := strconv.Atoi(kept[5])
		m.seek(at)
		m.showStep(false)
	}
	m.restoreBranches(kept[6])
	savedAt, _ := strconv.ParseInt(kept[3], 10, 64)
	m.SavedID, m.SavedAt, m.Dirty = kept[2], time.UnixMilli(savedAt), kept[4] == "true"
	return nil
}

// sameAddress reports whether the address bar and what KeepStage keeps say of m what they
// sameAddress of before.
func (m *Model) sameAddress(before *Model) bool {
	return m.At == before.At && isSamePath(m.Path, before.Path) && m.Editor.Typed == before.Editor.Typed &&
		m.SavedID == before.SavedID && m.SavedAt.Equal(before.SavedAt) && m.Dirty == before.Dirty && m.Title() == before.Title()
}
