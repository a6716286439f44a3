package model

import (
	"testing"

	"closenotify/engine"
)

// under is a shipped scenario under another release or version.
func under(t *testing.T, preset, profile string, version engine.Version) Model {
	t.Helper()
	m, _ := Update(newModel(), OpenPreset{preset})
	if m.Preset != preset {
		t.Fatalf("%s is not on the stage", preset)
	}
	c := m.Config
	c.Profile, c.Version = profile, version
	m, _ = Update(m, SetConfig{c})
	return m
}

// commented is the text of a script with comments, played under another release or version
// than it was written for.
func commented(t *testing.T, text, profile string, version engine.Version) Model {
	t.Helper()
	m := newModel()
	m.setEditorText(text)
	if len(m.Editor.Errors) > 0 {
		t.Fatal(m.Editor.Errors)
	}
	c := m.Config
	c.Profile, c.Version = profile, version
	m, _ = Update(m, SetConfig{c})
	return m
}

func TestOutdatedCaptions(t *testing.T) {
	const (
		truncated = "# 40 bytes.\nserver SSL_write 40\ns2c fin\n# The 40 bytes.\nclient SSL_read 100\n# This is fatal.\nclient SSL_read 100\n"
		held      = "s2c hold\n# Half of it.\nserver SSL_shutdown\n# Three of 24 bytes.\ns2c deliver 3\n"
		lost      = "s2c reset\n# ECONNRESET.\nclient SSL_read 10\n# The session is kept.\nclient SSL_free\n"
	)
	for _, c := range []struct {
		text, profile string
		version       engine.Version
		step          int
		outdated      bool
	}{
		{truncated, "openssl-1.1.1", engine.TLS13, 3, false},
		{truncated, "openssl-1.1.1", engine.TLS13, 4, true},
		{truncated, "openssl-3.0", engine.TLS13, 4, false},
		{held, engine.DefaultProfile, engine.TLS12, 3, true},  // "24 bytes" would be 31
		{held, engine.DefaultProfile, engine.TLS12, 2, false}, // no number in it
		{held, engine.DefaultProfile, engine.TLS13, 3, false},
		{lost, "openssl-3.0", engine.TLS13, 2, false}, // only SSL_want differs
		{lost, "openssl-4.0", engine.TLS13, 2, true},  // the state differs
		{lost, "openssl-4.0", engine.TLS13, 3, true},  // something differs, and the text is about a session
	} {
		m := commented(t, c.text, c.profile, c.version)
		if text, outdated := m.narration(c.step); outdated != c.outdated || outdated != (text == "") {
			t.Errorf("%q with %s and %s, step %d: %q, outdated %v", c.text, c.profile, c.version, c.step, text, outdated)
		}
	}
}

// TestCaptionForAnotherRelease has a caption for the release on the stage: it is shown, and
// the comment for the other is not.
func TestCaptionForAnotherRelease(t *testing.T) {
	m := commented(t, "s2c fin\n# In OpenSSL 3 this is fatal.\n#[openssl-1.1.1] The queue stays empty.\nclient SSL_read 5\n", "openssl-1.1.1", engine.TLS13)
	if text, outdated := m.narration(2); text != "The queue stays empty." || outdated {
		t.Errorf("%q, outdated %v", text, outdated)
	}
}

// TestSharedScenarioUnderAnotherRelease opens a link to a shipped scenario whose release
// was changed: the captions were written for the shipped one.
func TestSharedScenarioUnderAnotherRelease(t *testing.T) {
	m := under(t, "truncation", "openssl-1.1.1", engine.TLS13)
	if got := writtenFor(m.Library, m.Script(), m.Config); got.Profile != engine.DefaultProfile {
		t.Errorf("the captions are taken for ones about %s", got.Profile)
	}
	m.setEditorText("client SSL_read 5\n")
	if got := writtenFor(m.Library, m.Script(), m.Config); got != m.Config {
		t.Errorf("the captions of another text are taken for ones about %s", got.Profile)
	}
}
