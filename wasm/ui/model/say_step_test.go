package model

import (
	"strings"
	"testing"
)

func TestStatusLine(t *testing.T) {
	m := press(t, newModel(), "seek 4")
	for _, c := range []struct {
		at   string
		m    Model
		want string
	}{
		{"step 4", m, "step 4 of 6: server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN"},
		{"the start", press(t, m, "first"), "step 0 of 6: step forward to begin"},
		{"an empty stage", emptyModel(t), "no steps yet: press a call to take the first"},
		{"the 0 of SSL_shutdown", press(t, m, "seek 3"), "step 3 of 6: client SSL_shutdown() → 0, half done"},
	} {
		if got := SceneOf(c.m).Dock.Status; got != c.want {
			t.Errorf("at %s: got %q, want %q", c.at, got, c.want)
		}
	}
}

func TestFlagChangesAreEffects(t *testing.T) {
	_, rows := rowsAfter(t, "client SSL_shutdown", "client SSL_set_shutdown 0")
	if e := rows[1].Effects; len(e) != 1 || e[0].Text != "\u2212SENT" || !e[0].Flag {
		t.Errorf("effects %+v", e)
	}
}

// TestSpokenLines: a screen reader says of a step what happened, in a sentence, and the
// caption; of a scenario what it is about; and when the release changes, to which.
func TestSpokenLines(t *testing.T) {
	first := newModel()
	open := func(m Model, preset string) Model {
		m, _ = Update(m, OpenPreset{preset})
		return m
	}
	for _, c := range []struct {
		when string
		m    Model
		want string
	}{
		{"a step", press(t, first, "seek 2"), "Step 2 of 6. Server: SSL_read(100) returns 5. Data, 27 bytes, is read by the server. " +
			"The server asks for up to 100 bytes and gets the 5 that have arrived."},
		{"another scenario", open(first, "truncation"), "Truncation. The transport ends without a close_notify. " +
			"Perhaps the server crashed; perhaps someone on the path cut the connection to hide the rest. 5 steps."},
		{"an empty scenario", emptyModel(t), "Started an empty scenario. New scenario. There are no steps yet. Make a call to begin."},
	} {
		if c.m.Status != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.when, c.m.Status, c.want)
		}
	}
	for when, c := range map[string]struct {
		m          Model
		begin, end string
	}{
		"another release": {press(t, under(t, "truncation", "openssl-1.1.1", first.Config.Version)), "OpenSSL 1.1.1, TLS 1.3. Truncation. ", "5 steps."},
		"the last step":   {press(t, first, "last"), "Step 6 of 6. ", "This was the last step. Each peer sent close_notify once and read the other's: SSL_shutdown returned 0 when half of that was done, and 1 at the end."},
		"a pause":         {press(t, first, "play", "play"), "Paused. Step 1 of 6. ", "one data record goes to the server."},
		"a change undone": {press(t, first, "act client SSL_free", "undo"), "Undone. Client closes first. ", "6 steps."},
	} {
		if !strings.HasPrefix(c.m.Status, c.begin) || !strings.HasSuffix(c.m.Status, c.end) {
			t.Errorf("%s: %q", when, c.m.Status)
		}
	}
}
