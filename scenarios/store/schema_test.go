package store

import (
	"strings"
	"testing"

	"closenotify/engine/script"
)

// schema1Scripts are scripts as schema 1 had them, and what they are today.
var schema1Scripts = []struct{ name, stored, today string }{
	{"no profile", "client SSL_shutdown\n", "profile openssl-3.5.7\n\nclient SSL_shutdown\n"},
	{"no profile, with title and narration",
		"# A\n#\n# b\n\nversion tls1.2\n\n# Note.\nclient SSL_shutdown\n",
		"# A\n#\n# b\n\nprofile openssl-3.5.7\nversion tls1.2\n\n# Note.\nclient SSL_shutdown\n"},
	{"nothing", "", "profile openssl-3.5.7\n"},
	{"openssl-3.5", "profile openssl-3.5\n\nclient SSL_free\n", "profile openssl-3.5.7\n\nclient SSL_free\n"},
	{"openssl-3.0", "profile openssl-3.0\nversion tls1.2\n", "profile openssl-3.0.20\nversion tls1.2\n"},
	{"openssl-3.5.9", "profile openssl-3.5.9\n", "profile openssl-3.5\n"},
	{"openssl-3.0.22", "profile openssl-3.0.22\n", "profile openssl-3.0\n"},
	{"openssl-1.1.1", "profile openssl-1.1.1\n", "profile openssl-1.1.1\n"},
	{"openssl-3.6", "profile openssl-3.6\n", "profile openssl-3.6\n"},
	{"a comment that names a profile", "# profile openssl-3.0\n\nclient SSL_free\n", "# profile openssl-3.0\n\nprofile openssl-3.5.7\n\nclient SSL_free\n"},
	{"a profile with a comment", "  profile\topenssl-3.0 # openssl-3.0\r\nclient SSL_free\r\n", "  profile\topenssl-3.0.20 # openssl-3.0\r\nclient SSL_free\r\n"},
	{"a byte order mark", "\ufeffprofile openssl-3.0\n", "profile openssl-3.0.20\n"},
	{"an error and a profile", "profile openssl-3.5\nclient SSL_shut\n", "profile openssl-3.5.7\nclient SSL_shut\n"},
	{"an error without a profile", "# A\n\nclient SSL_shut\n", "# A\n\nclient SSL_shut\n"},
	{"a profile without a name", "profile\nclient SSL_free\n", "profile\nclient SSL_free\n"},
}

// TestUpgradeScript: a script means what it meant when it was saved.
func TestUpgradeScript(t *testing.T) {
	for _, c := range schema1Scripts {
		if got := UpgradeScript(c.stored); got != c.today {
			t.Errorf("%s: %q becomes %q, want %q", c.name, c.stored, got, c.today)
		}
		if _, err := script.Parse(c.stored); err != nil {
			continue
		}
		if _, err := script.Parse(UpgradeScript(c.stored)); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestSchemas: records of every schema are read, and of no other.
func TestSchemas(t *testing.T) {
	saved := Saved{Entry{"x", " A ", 1, stopped(), Version{Modified: stopped()}}, "client SSL_free\n"}
	for schema, want := range map[int64]string{1: "profile openssl-3.5.7\n\nclient SSL_free\n", currentSchema: "client SSL_free\n"} {
		got, err := fromSchema(schema, saved)
		if err != nil || checkSchema(schema) != nil || got.Script != want || got.Title != "A" || got.Step != 1 || got.ID != "x" {
			t.Errorf("schema %d: %+v, %v", schema, got, err)
		}
	}
	for _, schema := range []int64{-1, 0, currentSchema + 1, 1 << 52} {
		if checkSchema(schema) == nil {
			t.Errorf("schema %d is read", schema)
		}
	}
}

// TestLongScriptOfSchema1: one as long as a Store accepts is read, although its profile
// makes it longer.
func TestLongScriptOfSchema1(t *testing.T) {
	text := "# " + strings.Repeat("x", MaxScript-3) + "\n"
	got, err := fromSchema(1, Saved{Entry{"x", "A", 0, stopped(), Version{Modified: stopped()}}, text})
	if err != nil || len(got.Script) <= MaxScript || !strings.HasPrefix(got.Script, text) {
		t.Errorf("%d bytes, %v", len(got.Script), err)
	}
}
