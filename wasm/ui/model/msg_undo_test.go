package model

import "testing"

func TestTypingIsUndoneInOne(t *testing.T) {
	m := press(t, newModel(), "pane script")
	for _, text := range []string{"client SSL_shutdow", "client SSL_shutdown", "client SSL_shutdown\nserver SSL_read 1"} {
		m, _ = Update(m, EditScript{text})
	}
	if m = press(t, m, "undo"); m.Len() != 6 || m.Title() != "Client closes first" {
		t.Errorf("undone: %q of %d steps", m.Title(), m.Len())
	}
}
