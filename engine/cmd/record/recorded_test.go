package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestNoteRecorded: what is recorded again gets a new line, what is new is added, and the
// others stay.
func TestNoteRecorded(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		day, want string
		profiles  []string
	}{
		{"2026-01-01", "openssl-a      2026-01-01 OpenSSL 1\nopenssl-b      2026-01-01 OpenSSL 1\n", []string{"openssl-a", "openssl-b"}},
		{"2026-01-02", "openssl-a      2026-01-01 OpenSSL 1\nopenssl-b      2026-01-02 OpenSSL 1\nopenssl-c      2026-01-02 OpenSSL 1\n", []string{"openssl-b", "openssl-c"}},
	} {
		var results []result
		for _, p := range c.profiles {
			results = append(results, result{profile: p, version: "OpenSSL 1"})
		}
		if err := noteRecorded(dir, c.day, results); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, recordedFile)); err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v; want %q", c.day, got, err, c.want)
		}
	}
}
