package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCapture writes a capture of a script, from standard input and from a file.
func TestCapture(t *testing.T) {
	dir := t.TempDir()
	text := "# A title\n\nclient SSL_shutdown\n"
	var errs strings.Builder
	one, two := filepath.Join(dir, "1.pcapng"), filepath.Join(dir, "2.pcapng")
	if status := runCapture(one, nil, strings.NewReader(text), &errs); status != 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if status := runCapture(two, []string{file}, nil, &errs); status != 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	a, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(two)
	if err != nil {
		t.Fatal(err)
	}
	const sectionHeader = "\x0a\x0d\x0d\x0a"
	if !bytes.Equal(a, b) || !bytes.HasPrefix(a, []byte(sectionHeader)) || !bytes.Contains(a, []byte("A title")) ||
		!bytes.Contains(a, []byte("SERVER_TRAFFIC_SECRET_0 ")) || !bytes.Contains(a, []byte("step 1: client SSL_shutdown() → 0")) {
		t.Errorf("%d and %d bytes: %.200q", len(a), len(b), a)
	}
}

// TestNoCapture leaves no file where there is nothing to capture.
func TestNoCapture(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out.pcapng")
	for name, c := range map[string]struct {
		to    string
		files []string
		text  string
		want  string
	}{
		"grammar":     {out, nil, "client SSL_reed\n", "line 1"},
		"two scripts": {out, nil, "client SSL_shutdown\n---\nclient SSL_shutdown\n", "line 2"},
		"two files":   {out, []string{"a", "b"}, "", "one script"},
		"no file":     {out, []string{filepath.Join(dir, "none")}, "", "none"},
		"no folder":   {filepath.Join(dir, "none", "out"), nil, "client SSL_shutdown\n", "none"},
	} {
		var errs strings.Builder
		if status := runCapture(c.to, c.files, strings.NewReader(c.text), &errs); status != 2 || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%s: status %d, %q", name, status, errs.String())
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was written")
	}
}
