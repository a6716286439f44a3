package model

import (
	"testing"

	"closenotify/engine/explain"
)

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
