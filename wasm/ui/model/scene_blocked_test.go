package model

import (
	"strings"
	"testing"

	"closenotify/engine/explain"
)

// TestBlockedCall: a call that blocks is shown where it waits and where it returns.
func TestBlockedCall(t *testing.T) {
	m := newModel()
	m, _ = Update(m, EditScript{"client BIO_set_nbio 0\nclient SSL_read 10\nserver SSL_write 10\n"})
	m, _ = Update(m, Seek{2})
	s := SceneOf(m)
	if got := s.Ladder.Rows[1].Effects; len(got) != 1 || got[0].Text != "blocks" {
		t.Errorf("the call that blocks shows %v", got)
	}
	if got := s.Lanes[0].Notes; len(got) != 1 || got[0] != "waits in SSL_read(10)" {
		t.Errorf("the lane says %q", got)
	}
	m, _ = Update(m, Seek{3})
	s = SceneOf(m)
	if !s.Ladder.Rows[1].Blocked[0] || s.Ladder.Rows[2].Blocked[0] {
		t.Error("the client waits after step 2, and no longer after step 3")
	}
	if got := s.Ladder.Rows[2].LateReturns; len(got) != 1 || got[0].Text != "the client's call in step 2 returns 10" {
		t.Errorf("the step that lets it go on shows %v", got)
	}
	if got := explain.Sentence(m.History, m.Path[3]); !strings.Contains(got, "step 2 returns 10.") {
		t.Errorf("the transcript says %q", got)
	}
}
