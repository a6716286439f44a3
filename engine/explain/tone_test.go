package explain_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
)

func TestHarmful(t *testing.T) {
	for text, want := range map[string]bool{
		"c2s reset": true, "c2s broken": true, "c2s truncate": true, "c2s corrupt": true, "c2s inject alert": true,
		"c2s fin": false, "c2s hold": false, "client SSL_free": false,
	} {
		op, err := engine.ParseOp(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := explain.Harmful(op); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
