package model

import (
	"testing"

	"closenotify/engine"
)

// TestReloadKeepsTheDialogForPrograms: what is typed there is nowhere else.
func TestReloadKeepsTheDialogForPrograms(t *testing.T) {
	const typed = "int main(SSL *ssl)\n{\n    return SSL_shutdown(ssl\n"
	open := sendOne(sendOne(sendOne(newModel(), PasteProgram{}), SetProgramRole{engine.Server}), EditProgram{typed})
	for name, m := range map[string]Model{"open": open, "closed": sendOne(open, HideDialog{})} {
		after := reloadedCompiled(t, m)
		if after.Code.Typed != typed || after.Code.Role != engine.Server || after.Code.ForStage || (after.Dialog == "program") != (name == "open") {
			t.Errorf("%s: %+v, dialog %q", name, after.Code, after.Dialog)
		}
		if len(after.Shelved) != 0 || after.Dirty {
			t.Errorf("%s: %d scenarios are shelved", name, len(after.Shelved))
		}
	}
	stage := updateCompiled(t, newModel(), EditScript{withProgram})
	stage = sendOne(sendOne(stage, OpenProgram{engine.Client}), EditProgram{typed})
	if after := reloadedCompiled(t, stage); after.Code.Typed != typed || !after.Code.ForStage || after.Dialog != "program" || stepLines(after) != stepLines(stage) {
		t.Errorf("for the stage: %+v, dialog %q, %s", after.Code, after.Dialog, stepLines(after))
	}
	waiting, _ := begun(t, stage, Reloaded)
	if after := reloadedCompiled(t, waiting); after.Code.Typed != typed {
		t.Errorf("reloaded twice: %+v", after.Code)
	}
	if after := reloadedCompiled(t, sendOne(newModel(), PasteProgram{})); after.Code.Typed != "" || after.Dialog != "" {
		t.Errorf("nothing was typed: %+v, dialog %q", after.Code, after.Dialog)
	}
}
