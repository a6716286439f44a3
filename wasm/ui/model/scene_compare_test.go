package model

import (
	"maps"
	"strings"
	"testing"

	"closenotify/engine"
)

func TestCompareFindsTheFirstDifference(t *testing.T) {
	m := press(t, newModel(), "open-preset truncation", "pane compare")
	c := SceneOf(m).Panels.Compare
	if c.FirstDifference != 4 || c.Rows[3].Result != Differs || !c.Rows[3].IsFirst || c.Rows[2].Result != Alike || c.Rows[3].Difference != "what it returns" {
		t.Errorf("first %d, rows %+v", c.FirstDifference, c.Rows)
	}
	if at := SceneOf(press(t, m, "seek 4")).Panels.Compare.AtDifference; !at || c.AtDifference {
		t.Errorf("at the first difference: %v, and at step 0: %v", at, c.AtDifference)
	}
	m = press(t, m, "compare-with "+m.Config.Profile+" tls1.3")
	if c := SceneOf(m).Panels.Compare; c.FirstDifference != 0 || c.Verdict != "No step differs." {
		t.Errorf("with itself: %+v", c.Verdict)
	}
	m = press(t, m, "compare-with "+m.Config.Profile+" tls1.2")
	if c := SceneOf(m).Panels.Compare; c.Rows[0].Result != SizeDiffers {
		t.Errorf("TLS 1.2 writes as many bytes: %+v", c.Rows[0])
	}
	m = press(t, m, "act server SSL_shutdown")
	if c := SceneOf(m).Panels.Compare; len(c.Rows) != m.Len() {
		t.Errorf("%d rows for %d steps", len(c.Rows), m.Len())
	}
}

// TestCompareNamesTheDifference: what the releases do differently stands in the row where
// it shows first, even where an earlier step decided it.
func TestCompareNamesTheDifference(t *testing.T) {
	for _, c := range []struct {
		here, there, steps string
		want               map[int]string // the row, and the difference in it
	}{
		{"openssl-1.1.1", "openssl-3.0", "s2c fin|client SSL_read 100|client SSL_read 100", map[int]string{2: "eof-is-fatal"}},
		{"openssl-3.0", "openssl-1.1.1", "s2c fin|client SSL_read 100", map[int]string{2: "eof-is-fatal"}},
		{"openssl-3.0", "openssl-3.0", "s2c fin|client SSL_read 100", nil},
		// The record of the close_notify is kept in step 2, and read again in step 4.
		{"openssl-3.0", "openssl-3.5", "server SSL_shutdown|client SSL_read 100|client SSL_set_shutdown 0|client SSL_read 100", map[int]string{4: "close-notify-is-no-warning"}},
	} {
		m := newModel()
		m, _ = send(m, SetConfig{engine.Config{Profile: c.here}})
		m = press(t, m, "pane compare")
		m, _ = send(m, CompareWith{c.there, engine.TLS13})
		for _, step := range strings.Split(c.steps, "|") {
			m = press(t, m, "act "+step)
		}
		got := map[int]string{}
		for _, r := range SceneOf(m).Panels.Compare.Rows {
			for _, d := range r.Releases {
				got[r.N] += d.Name
			}
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%s beside %s, %s: %v, want %v", c.here, c.there, c.steps, got, c.want)
		}
	}
}

// TestWhyNamesDifferences, whichever way the release on the stage goes.
func TestWhyNamesDifferences(t *testing.T) {
	for _, profile := range []string{"openssl-1.1.1", "openssl-3.0"} {
		m, _ := send(newModel(), SetConfig{engine.Config{Profile: profile}})
		m = press(t, m, "act s2c fin", "act client SSL_read 100")
		list := SceneOf(m).Panels.Why.Differences
		if len(list) == 0 || list[0].Name != "eof-is-fatal" || list[0].Releases() != "OpenSSL 3.0 and later" {
			t.Errorf("%s: %+v", profile, list)
		}
	}
}
