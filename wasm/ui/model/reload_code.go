package model

import "closenotify/engine"

// codeFields is how many fields the text of the dialog for programs has in a StageText. They come
// after the drafts, where older versions of the page find too few for another.
const codeFields = 4

// stored is what is typed in the dialog, as fields; nothing if there is nothing to lose.
func (e *ProgramEditor) stored(dialog string) []byte {
	if isOffered(e.Typed) {
		return nil
	}
	forStage, open := "", ""
	if e.ForStage {
		forStage = "stage"
	}
	if dialog == "program" {
		open = "open"
	}
	return appendFields(nil, e.Role.String(), forStage, open, e.Typed)
}

// restoreCode puts what was typed in the dialog into it again. The dialog opens if it was open.
func (m *Model) restoreCode(stored string) {
	fields, ok := parseFields(stored, stageFormat)
	at := len(fields) - codeFields
	if !ok || at < 2 || (at-2)%storedFields != 0 {
		return
	}
	e := ProgramEditor{ForStage: fields[at+1] != "", Typed: fields[at+3], count: m.Code.count + 1}
	if fields[at] == engine.Server.String() {
		e.Role = engine.Server
	}
	if m.Code = e; fields[at+2] != "" {
		m.Dialog = "program"
	}
}
