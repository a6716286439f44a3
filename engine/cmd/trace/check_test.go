package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCheck: what is printed for scripts whose expectations are met, are not, are wrong, or
// are missing, and the exit status.
func TestCheck(t *testing.T) {
	const (
		met     = "client SSL_shutdown => 0 SSL_ERROR_SYSCALL\nserver SSL_read 5 => 0 SSL_ERROR_ZERO_RETURN\n"
		unmet   = "# Wrong\n\nclient SSL_shutdown => 1\n"
		none    = "client SSL_shutdown\n"
		wrong   = "client SSL_shutdown => no\n"
		caption = "#[openssl-3.0 openssl-99 tls1.9] Later.\nclient SSL_shutdown => 0\n"
	)
	for _, tt := range []struct {
		text, out, errs string
		status          int
	}{
		{met, "standard input: 2 expectations, 0 not met\n", "", 0},
		{unmet, "standard input:3: expected 1, got 0\nstandard input: 1 expectation, 1 not met\n", "", 1},
		{none, "standard input: no expectations\n", "", 0},
		{"", "standard input: no expectations\n", "", 0},
		{wrong, "standard input: no expectations\n", "trace: standard input: line 1, column 24: \"no\": ", 2},
		{met + "---\n" + unmet + "---\n" + wrong + "---\n" + met, "standard input:6: expected 1, got 0\nstandard input: 5 expectations, 1 not met\n", "line 8, column 24", 2},
		{caption, "standard input:2: a caption before this step has names that are neither a profile nor a version: openssl-99, tls1.9\nstandard input: 1 expectation, 0 not met\n", "", 0},
	} {
		var out, errs strings.Builder
		status := check(nil, strings.NewReader(tt.text), &out, &errs)
		if status != tt.status || out.String() != tt.out || !strings.Contains(errs.String(), tt.errs) || (errs.Len() > 0) != (tt.errs != "") {
			t.Errorf("%q: status %d, want %d; output\n%serrors\n%s", tt.text, status, tt.status, &out, &errs)
		}
	}
}

// TestCheckFiles: each file is counted by itself, and one that cannot be read counts most.
func TestCheckFiles(t *testing.T) {
	dir := t.TempDir()
	a, b, missing := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "c.txt")
	for file, text := range map[string]string{a: "client SSL_shutdown => 1\n", b: "client SSL_shutdown => 0\n"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs strings.Builder
	if status := check([]string{a, b}, nil, &out, &errs); status != 1 || errs.Len() > 0 {
		t.Errorf("status %d, want 1; errors %q", status, &errs)
	}
	if want := a + ":1: expected 1, got 0\n" + a + ": 1 expectation, 1 not met\n" + b + ": 1 expectation, 0 not met\n"; out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &out, want)
	}
	if status := check([]string{a, missing}, nil, &out, &errs); status != 2 || !strings.Contains(errs.String(), missing) {
		t.Errorf("status %d, want 2; errors %q", status, &errs)
	}
}
