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

func TestTheMisleadingZeroIsMarked(t *testing.T) {
	_, rows := rowsAfter(t, "client SSL_shutdown")
	if r := rows[0]; r.Return != "0" || r.Error != "SYSCALL" || r.Tone != explain.ToneMisleading || r.Kind != KindNotify {
		t.Errorf("%+v", r)
	}
}

func TestStepKinds(t *testing.T) {
	for _, c := range []struct {
		ops  []string
		tone explain.Tone
		kind StepKind
	}{
		{[]string{"client SSL_write 5"}, explain.ToneOK, KindClient},
		{[]string{"server SSL_read 5"}, explain.ToneRetry, KindServer},
		{[]string{"client SSL_shutdown", "server SSL_read 5"}, explain.ToneClosed, KindServer},
		{[]string{"client SSL_shutdown", "client SSL_write 5"}, explain.ToneFatal, KindError},
		{[]string{"c2s hold"}, explain.ToneOK, KindNetwork},
		{[]string{"c2s reset"}, explain.ToneOK, KindError},
	} {
		_, rows := rowsAfter(t, c.ops...)
		if r := rows[len(rows)-1]; r.Tone != c.tone || r.Kind != c.kind {
			t.Errorf("%v: %s %s, want %s %s", c.ops, r.Tone, r.Kind, c.tone, c.kind)
		}
	}
}
