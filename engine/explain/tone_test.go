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

func TestMeaningOfZero(t *testing.T) {
	for script, want := range map[string]string{
		"client SSL_shutdown": "half done", "server SSL_write 5\nclient SSL_read 0": "0 bytes", "client SSL_write 0": "0 bytes",
		"client SSL_shutdown\nserver SSL_read 5":                          "", // 0, and ZERO_RETURN is true
		"s2c fin\nclient SSL_read 5":                                      "", // 0, and an error
		"client SSL_write 5":                                              "",
		"client BIO_set_nbio 0\nclient SSL_shutdown\nclient SSL_shutdown": "", // blocks
	} {
		h, path := play(t, script)
		if got := explain.MeaningOfZero(h.Step(path[len(path)-1])); got != want {
			t.Errorf("%q: %q, want %q", script, got, want)
		}
	}
}
