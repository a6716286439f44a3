package conformance

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestHarnessRunsScripts(t *testing.T) {
	h := fake(t)
	for range 3 {
		got, err := h.Run("client SSL_shutdown\nserver SSL_read 5")
		want := []string{`{"step":"client SSL_shutdown"}`, `{"step":"server SSL_read 5"}`}
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("got %q, %v; want %q", got, err, want)
		}
	}
}

func TestHarnessVersion(t *testing.T) {
	got, err := fake(t).version()
	if err != nil || got != fakeVersion {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestHarnessGoesOnAfterTrouble(t *testing.T) {
	h := fake(t)
	for script, want := range map[string]string{
		"client crash":       "cannot go on",
		"client hang":        "no answer within",
		"client nonsense":    "refuses the script",
		"client a\n---\nx b": "one script at a time",
	} {
		if script == "client hang" {
			h.timeout = 300 * time.Millisecond
		}
		if _, err := h.Run(script); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got the error %v, want %q", script, err, want)
		}
		h.timeout = defaultTimeout
		if got, err := h.Run("client SSL_free"); err != nil || len(got) != 1 {
			t.Errorf("after %q: got %q, %v", script, got, err)
		}
	}
}

func TestHarnessThatIsNotThere(t *testing.T) {
	h := NewHarness(t.TempDir() + "/none")
	if _, err := h.Run("client SSL_free"); err == nil {
		t.Error("no error from a missing binary")
	}
	if _, err := h.version(); err == nil {
		t.Error("no error from a missing binary's version")
	}
}
