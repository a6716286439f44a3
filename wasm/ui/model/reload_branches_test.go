package model

import (
	"testing"

	"closenotify/engine"
)

func TestBranchesOutliveAReload(t *testing.T) {
	m := press(t, newModel(), "next", "act client SSL_shutdown", "act client SSL_set_shutdown SENT|RECEIVED", "back", "act server SSL_read 100")
	text := m.branchText()
	again := m.Draft
	if err := again.replay(newHistory(t), m.Script().Steps); err != nil {
		t.Fatal(err)
	}
	again.restoreBranches(text)
	if again.History.Len() != m.History.Len() {
		t.Errorf("%d moments, want %d", again.History.Len(), m.History.Len())
	}
	if got := again.branchText(); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
	for _, damaged := range []string{"p1", "q1 client SSL_shutdown", "p99 client SSL_shutdown", "b7 client SSL_shutdown", "p1 client nothing", "p-1 client SSL_shutdown"} {
		before := again.History.Len()
		if again.restoreBranches(damaged); again.History.Len() != before {
			t.Errorf("%q grows something", damaged)
		}
	}
}

// newHistory is a history of nothing but a connection.
func newHistory(t *testing.T) engine.History {
	t.Helper()
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	return engine.NewHistory(w)
}
