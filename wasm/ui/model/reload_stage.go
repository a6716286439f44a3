package model

import (
	"strconv"
	"strings"
	"time"

	"closenotify/scenarios/store"
)

// RestoreStage restores after a reload what the address does not say. Stored is the text
// of the last StoreStage.
type RestoreStage struct{ Stored string }

// stageFormat begins the text of a StoreStage. A text without it comes from a version of the
// page in which some names stood for other releases, see store.UpgradeScript.
const stageFormat = "2\n"

// stageText holds what the address does not say about the stage, a line each: the
// address that it belongs to, the saved scenario and when it was changed, whether the
// stage has changed since, the cursor, the other branches, and the script if no link can
// hold it. Tabs hold such texts while the page is updated, so the form stays.
func (m *Model) stageText() string {
	text := ""
	if m.Editor.Err != nil {
		text = m.Editor.Typed
	} else if _, _, err := m.Address(); err != nil {
		text = m.Script().String()
	}
	return stageFormat + strings.Join([]string{m.visited.Preset, m.visited.Fragment, m.SavedID, strconv.FormatInt(m.SavedAt.UnixMilli(), 10),
		strconv.FormatBool(m.Dirty), strconv.Itoa(m.At), m.branchText(), text}, "\n")
}

func (r RestoreStage) update(m *Model) []Cmd {
	text, current := strings.CutPrefix(r.Stored, stageFormat)
	stored := strings.SplitN(text, "\n", 8)
	if len(stored) < 8 || m.visited != (Visit{stored[0], stored[1]}) {
		return nil // it belongs to an address that this tab has left
	}
	if text := stored[7]; text != "" {
		if !current {
			text = store.UpgradeScript(text)
		}
		m.setEditorText(text)
		m.Pane = PaneScript
		at, _ := strconv.Atoi(stored[5])
		m.seek(at)
		m.showStep(false)
	}
	m.restoreBranches(stored[6])
	savedAt, _ := strconv.ParseInt(stored[3], 10, 64)
	m.SavedID, m.SavedAt, m.Dirty = stored[2], time.UnixMilli(savedAt), stored[4] == "true"
	return nil
}

// sameAddress reports whether m needs the same address and the same stored text as
// before.
func (m *Model) sameAddress(before *Model) bool {
	return m.At == before.At && isSamePath(m.Path, before.Path) && m.Editor.Typed == before.Editor.Typed &&
		m.SavedID == before.SavedID && m.SavedAt.Equal(before.SavedAt) && m.Dirty == before.Dirty && m.Title() == before.Title()
}
