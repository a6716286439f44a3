package script

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// TestCaptionsNarrateWhereTheyFit, in lines of their own and after a step.
func TestCaptionsNarrateWhereTheyFit(t *testing.T) {
	s, err := Parse(`# Title
#[tls1.2] Not the summary.

# Everywhere.
#[openssl-1.1.1 openssl-3.0 tls1.2] Old.
#[ openssl-3.5.9 ]By another name of openssl-3.5.
#[] No list.
#[openssl-9.9 openssl-3.0] Among what is unknown.
#[openssl-9.9] Never.
#[tls1.4] Never.
#[quic] Never.
# [tls1.2] No caption.
#[tls1.2 No caption.
client SSL_shutdown #[tls1.3] After the step.
`)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(s.Intro, []string{"Title"}) {
		t.Errorf("the introduction is %q", s.Intro)
	}
	plain := "\n[tls1.2] No caption.\n[tls1.2 No caption."
	for _, tt := range []struct{ profile, version, want string }{
		{"", "", "Everywhere.\nBy another name of openssl-3.5.\nNo list." + plain + "\nAfter the step."},
		{"openssl-3.5", "tls1.2", "Not the summary.\nEverywhere.\nBy another name of openssl-3.5.\nNo list." + plain},
		{"openssl-3.5.7", "tls1.3", "Everywhere.\nNo list." + plain + "\nAfter the step."},
		{"openssl-1.1.1", "tls1.2", "Not the summary.\nEverywhere.\nOld.\nNo list." + plain},
		{"openssl-1.1.1", "tls1.3", "Everywhere.\nNo list." + plain + "\nAfter the step."},
		{"openssl-3.0", "tls1.2", "Not the summary.\nEverywhere.\nOld.\nNo list.\nAmong what is unknown." + plain},
	} {
		c := engine.Config{Profile: tt.profile}
		c.Version, _ = engine.VersionNamed(tt.version)
		if got := Narration(s.Steps[0].Note, c); got != tt.want {
			t.Errorf("%s %s: got\n%s\nwant\n%s", tt.profile, tt.version, got, tt.want)
		}
	}
	if got, want := UnknownNames(s.Steps[0].Note), []string{"openssl-9.9", "openssl-9.9", "tls1.4", "quic"}; !slices.Equal(got, want) {
		t.Errorf("unknown are %q, want %q", got, want)
	}
}

// TestCaptionsStayWhatTheyAre when a script is written and read again, and so do comments
// that only look like them.
func TestCaptionsStayWhatTheyAre(t *testing.T) {
	for typed, want := range map[string]string{
		"#[a] b\nclient SSL_shutdown\n":                        "#[a] b\nclient SSL_shutdown\n",
		"# [a] b\nclient SSL_shutdown\n":                       "# [a] b\nclient SSL_shutdown\n",
		"##[a] b\n# #[a] b\nclient SSL_shutdown\n":             "# # [a] b\n# # [a] b\nclient SSL_shutdown\n",
		"#\u200b[a] b\nclient SSL_shutdown\n":                  "#[a] b\nclient SSL_shutdown\n",
		"# a\n#[b] c\n\nclient SSL_shutdown\n":                 "# a\n\n#[b] c\nclient SSL_shutdown\n",
		"#[b] c\n# a\n\nclient SSL_shutdown\n":                 "#[b] c\n# a\nclient SSL_shutdown\n",
		"client SSL_shutdown\n#[b] c\n":                        "client SSL_shutdown\n\n#[b] c\n",
		"version tls1.3\n# a\n#[b] c\n":                        "# a\n\n\n#[b] c\n",
		"#[b] c\n\n# a\n\n# Not a title.\nclient SSL_shutdown": "#[b] c\n# a\n# Not a title.\nclient SSL_shutdown\n",
	} {
		s, err := Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Parse(s.String())
		if s.String() != want || err != nil || again.String() != want {
			t.Errorf("%q becomes %q, and that %q, %v; want %q", typed, s, again, err, want)
		}
	}
}
