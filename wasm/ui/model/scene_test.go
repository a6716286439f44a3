package model

import (
	"testing"

	"closenotify/engine/explain"
)

// rowsAfter is the ladder after some operations on an empty stage.
func rowsAfter(t *testing.T, ops ...string) (Model, []Row) {
	t.Helper()
	m := emptyModel(t)
	for _, op := range ops {
		m = press(t, m, "act "+op)
	}
	return m, SceneOf(m).Ladder.Rows
}

// TestAZeroIsNoError: what SSL_get_error says about it is left to the Why panel.
func TestAZeroIsNoError(t *testing.T) {
	_, rows := rowsAfter(t, "client SSL_shutdown")
	if r := rows[0]; r.Return != "0" || r.Error != "" || r.Zero != "half done" || r.Tone != explain.ToneMisleading || r.Kind != KindNotify {
		t.Errorf("%+v", r)
	}
}
