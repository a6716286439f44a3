package model

import (
	"strings"
	"testing"
)

func TestShareShowsAndCopies(t *testing.T) {
	m := newModel()
	m.BaseURL = "https://example.org"
	m = press(t, m, "seek 2", "share")
	if m.Dialog != "share" || !strings.HasPrefix(m.Link, "https://example.org/s/"+FirstPreset+"#") || !strings.HasSuffix(m.Link, ".2") {
		t.Fatalf("dialog %q, link %q", m.Dialog, m.Link)
	}
	m, cmds := send(m, Share{Copy: true})
	if len(cmds) != 1 || cmds[0] != (Copy{m.Link, "Link"}) {
		t.Fatalf("effects %v", cmds)
	}
	m, cmds = send(m, Copied{What: "Link"})
	if w := cmds[0].(Wait); w.Msg != (DismissNotice{lastNotice(t, m).ID}) || !strings.Contains(lastNotice(t, m).Text, "step 2") {
		t.Errorf("%v, %q", w, lastNotice(t, m).Text)
	}
	if m, _ = send(press(t, m, "hide-dialog"), Copied{"Link", "denied"}); !lastNotice(t, m).Error || m.Dialog != "share" {
		t.Error("a refused copy is not told")
	}
	if m, _ = send(m, Copied{What: "Text"}); lastNotice(t, m).Text != "Text copied." {
		t.Errorf("%q", lastNotice(t, m).Text)
	}
}
