package model

import (
	"strings"
	"testing"
)

func TestShareShowsAndCopies(t *testing.T) {
	m := New()
	m.BaseURL = "https://example.org"
	m = do(t, m, "seek 2", "share")
	if m.Dialog != "share" || !strings.HasPrefix(m.Link, "https://example.org/s/"+FirstPreset+"#") || !strings.HasSuffix(m.Link, ".2") {
		t.Fatalf("dialog %q, link %q", m.Dialog, m.Link)
	}
	m, cmds := play(m, Share{Copy: true})
	if len(cmds) != 1 || cmds[0] != (Copy{m.Link, "Link"}) {
		t.Fatalf("effects %v", cmds)
	}
	m, cmds = play(m, Copied{What: "Link"})
	if w := cmds[0].(Wait); w.Msg != (DismissNotice{last(t, m).ID}) || !strings.Contains(last(t, m).Text, "step 2") {
		t.Errorf("%v, %q", w, last(t, m).Text)
	}
	if m, _ = play(do(t, m, "hide-dialog"), Copied{"Link", "denied"}); !last(t, m).Error || m.Dialog != "share" {
		t.Error("a refused copy is not told")
	}
	if m, _ = play(m, Copied{What: "Text"}); last(t, m).Text != "Text copied." {
		t.Errorf("%q", last(t, m).Text)
	}
}
