package model

import (
	"cmp"
	"errors"
	"strconv"
	"strings"
	"time"

	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/store"
)

// storedDraft is a scenario as a StageText holds it.
type storedDraft struct {
	preset   string // of the script
	savedID  string
	savedAt  store.Version
	dirty    bool
	at       int
	branches string // see branchText
	script   string // "" if the address holds it
	typing   bool   // the script is what somebody has typed, with every blank
	wrong    string // what was typed and cannot be played; "" for nothing
}

// atOfAddress stands for the step that the address says.
const atOfAddress = -1

// storedFields is how many fields a storedDraft has.
const storedFields = 9

// stored is the draft as fields. If the address holds its script, the fields do not.
func (d *Draft) stored(inAddress bool) []byte {
	s := storedDraft{preset: d.Preset, savedID: d.SavedID, savedAt: d.SavedAt, dirty: d.Dirty, at: d.At, branches: d.branchText()}
	switch {
	case d.Editor.Open && d.Editor.isPlayable():
		s.script, s.typing = d.Editor.Typed, true
	case d.Written.isOf(d):
		s.script = d.Written.Text // no link holds its form
	case !inAddress:
		s.script = d.Script().String()
	}
	if !d.Editor.isPlayable() {
		s.wrong = d.Editor.Typed
	}
	return s.fields()
}

// fields are the fields of a storedDraft, as text.
func (s *storedDraft) fields() []byte {
	return appendFields(nil, s.preset, s.savedID, versionText(s.savedAt), strconv.FormatBool(s.dirty), strconv.Itoa(s.at),
		s.branches, s.script, strconv.FormatBool(s.typing), s.wrong)
}

// units are the programs that are to be compiled before the draft can be restored.
func (s *storedDraft) units(codes script.Codes) (missing script.NotCompiled) {
	for _, text := range []string{s.script, s.wrong} {
		if !strings.Contains(text, "program") {
			continue // it can be long
		}
		_, err := codes.Start(script.Read(text).Script)
		more, _ := errors.AsType[script.NotCompiled](err)
		missing = append(missing, more...)
	}
	return missing
}

// draftFromFields is the draft with these fields, of which there are enough.
func draftFromFields(f []string) storedDraft {
	at, _ := strconv.Atoi(f[4])
	return storedDraft{f[0], f[1], parseVersion(f[2]), f[3] == "true", at, f[5], f[6], f[7] == "true", f[8]}
}

// versionText is a Version as text: milliseconds, and after a blank the revision if it has one.
func versionText(v store.Version) string {
	if v == (store.Version{}) {
		return ""
	}
	return strings.TrimSpace(strconv.FormatInt(v.Modified.UnixMilli(), 10) + " " + v.Revision)
}

func parseVersion(text string) (v store.Version) {
	at, revision, _ := strings.Cut(text, " ")
	if n, err := strconv.ParseInt(at, 10, 64); err == nil {
		v = store.Version{Modified: time.UnixMilli(n).UTC(), Revision: revision}
	}
	return v
}

// isUnsaved reports whether nothing else holds the draft.
func (s storedDraft) isUnsaved() bool { return s.dirty || s.wrong != "" }

// restore is the draft again. Base is the scenario of its address.
func (s storedDraft) restore(lib scenarios.Library, base Draft) Draft {
	d := base
	if s.script != "" {
		played, err := draftFromText(s.script, base.codes)
		if err == nil {
			d = played
			d.Preset, d.WrittenFor = s.preset, writtenFor(lib, d.Script(), d.Config)
		} else { // this version of the page cannot play it, but its text stays
			s.branches, s.wrong = "", cmp.Or(s.wrong, s.script)
		}
	}
	d.restoreBranches(s.branches)
	if s.typing {
		d.setEditorText(s.script)
		d.finishTyped()
	}
	if s.wrong != "" {
		d.setEditorText(s.wrong)
		d.finishTyped()
	}
	d.SavedID, d.SavedAt, d.Dirty = s.savedID, s.savedAt, s.dirty
	if s.at != atOfAddress {
		d.seek(s.at)
	}
	return d
}

// earlierStage reads what versions of the page before stageFormat have stored: "2" and then
// a line each for the two parts of the address, the saved scenario and its time, whether the
// stage has changed, the cursor, the branches, and the text of the editor. Without the "2"
// some names stood for other releases, see store.UpgradeScript.
func earlierStage(text string) (Visit, []storedDraft) {
	text, current := strings.CutPrefix(text, "2\n")
	f := strings.SplitN(text, "\n", 8)
	if len(f) < 8 {
		return Visit{}, nil
	}
	if !current {
		f[7] = store.UpgradeScript(f[7])
	}
	d := draftFromFields([]string{"", f[2], f[3], f[4], f[5], f[6], "", "", f[7]})
	return Visit{f[0], f[1]}, []storedDraft{d}
}

// appendFields appends strings so that parseFields finds them again, whatever is in them.
func appendFields(to []byte, fields ...string) []byte {
	for _, f := range fields {
		to = append(strconv.AppendInt(to, int64(len(f)), 10), ':')
		to = append(to, f...)
	}
	return to
}

// parseFields reads fields after a prefix; ok is false if the text is damaged.
func parseFields(text, prefix string) (fields []string, ok bool) {
	text, ok = strings.CutPrefix(text, prefix)
	for ok && text != "" {
		length, rest, _ := strings.Cut(text, ":")
		n, err := strconv.Atoi(length)
		if ok = err == nil && n >= 0 && n <= len(rest); ok {
			fields, text = append(fields, rest[:n]), rest[n:]
		}
	}
	return fields, ok
}
