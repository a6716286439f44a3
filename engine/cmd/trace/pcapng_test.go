package main

import (
	"bytes"
	"io"
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
	if status := runToFile("-pcapng", pcapngFormat, one, nil, strings.NewReader(text), io.Discard, &errs); status != 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if status := runToFile("-pcapng", pcapngFormat, two, []string{file}, nil, io.Discard, &errs); status != 0 {
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
