package model

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios"
)

// under is a shipped scenario under another release or version.
func under(t *testing.T, preset, profile string, version engine.Version) Model {
	t.Helper()
	m, _ := Update(New(), OpenPreset{preset})
	if m.Preset != preset {
		t.Fatalf("%s is not on the stage", preset)
	}
	c := m.Config
	c.Profile, c.Version = profile, version
	m, _ = Update(m, SetConfig{c})
	return m
}

func TestOutdatedCaptions(t *testing.T) {
	for _, c := range []struct {
		preset, profile string
		version         engine.Version
		step            int
		outdated        bool
	}{
		{"truncation", "openssl-1.1.1", engine.TLS13, 3, false},
		{"truncation", "openssl-1.1.1", engine.TLS13, 4, true},
		{"truncation", "openssl-3.0", engine.TLS13, 4, false},
		{"a-write-left-behind", "openssl-3.0", engine.TLS13, 6, true},
		{"a-write-left-behind", "openssl-3.0", engine.TLS13, 7, true},
		{"waiting-for-the-peer", engine.DefaultProfile, engine.TLS12, 6, true},  // "24 bytes" would be 31
		{"waiting-for-the-peer", engine.DefaultProfile, engine.TLS12, 5, false}, // no number in it
		{"waiting-for-the-peer", engine.DefaultProfile, engine.TLS13, 6, false},
	} {
		m := under(t, c.preset, c.profile, c.version)
		if text, outdated := m.narration(c.step); outdated != c.outdated || outdated && text != "" {
			t.Errorf("%s with %s and %s, step %d: %q, outdated %v", c.preset, c.profile, c.version, c.step, text, outdated)
		}
	}
}

// TestCaptionsAreTrue shows every shipped scenario under every release and version. A
// caption that is shown belongs to a step with the result that its author saw.
func TestCaptionsAreTrue(t *testing.T) {
	for _, s := range scenarios.Library() {
		written, _ := Update(New(), OpenPreset{s.Name})
		for _, p := range engine.Profiles() {
			for _, v := range []engine.Version{engine.TLS12, engine.TLS13} {
				m := under(t, s.Name, p.Name, v)
				for i := 1; i <= m.Len(); i++ {
					then, now := written.Step(i), m.Step(i)
					sameResult := explain.Line(then) == explain.Line(now) && then.Reason == now.Reason
					if text, _ := m.narration(i); text != "" && text == narrationOf(written, i) && !sameResult {
						t.Errorf("%s with %s and %s, step %d: %q is shown for %s", s.Name, p.Name, v, i, text, explain.Line(now))
					}
				}
			}
		}
	}
}

// TestCaptionForAnotherRelease has a caption for the release on the stage: it is shown, and
// the comment for the other is not.
func TestCaptionForAnotherRelease(t *testing.T) {
	m := New()
	m.setEditorText("s2c fin\n# In OpenSSL 3 this is fatal.\n#[openssl-1.1.1] The queue stays empty.\nclient SSL_read 5\n")
	if m.Editor.Err != nil {
		t.Fatal(m.Editor.Err)
	}
	c := m.Config
	c.Profile = "openssl-1.1.1"
	m, _ = Update(m, SetConfig{c})
	if text, outdated := m.narration(2); text != "The queue stays empty." || outdated {
		t.Errorf("%q, outdated %v", text, outdated)
	}
}

// TestSharedScenarioUnderAnotherRelease opens a link to a shipped scenario whose release
// was changed: the captions were written for the shipped one.
func TestSharedScenarioUnderAnotherRelease(t *testing.T) {
	m := under(t, "truncation", "openssl-1.1.1", engine.TLS13)
	if got := writtenFor(m.Script(), m.Config); got.Profile != engine.DefaultProfile {
		t.Errorf("the captions are taken for ones about %s", got.Profile)
	}
	m.setEditorText("client SSL_read 5\n")
	if got := writtenFor(m.Script(), m.Config); got != m.Config {
		t.Errorf("the captions of another text are taken for ones about %s", got.Profile)
	}
}
