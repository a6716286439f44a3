package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStream runs several scripts, one of them wrong, in one stream.
func TestStream(t *testing.T) {
	in := "client SSL_shutdown\n---\nclient SSL_shutdown\nclient SSL_reed 5\n---\nversion tls1.2\nserver SSL_shutdown\nserver SSL_shutdown"
	var out, errs strings.Builder
	if status := run(true, nil, strings.NewReader(in), &out, &errs); status != 2 {
		t.Errorf("status %d, want 2", status)
	}
	blocks := strings.Split(out.String(), "\n\n")
	if len(blocks) != 3 || strings.Count(blocks[0], `"n":`) != 1 || strings.Count(blocks[1], `"n":`) != 2 || blocks[2] != "" {
		t.Errorf("output:\n%s", out.String())
	}
	if !strings.Contains(errs.String(), `line 4, column 8: "SSL_reed": expected a call, such as SSL_shutdown; did you mean SSL_read?`) {
		t.Errorf("errors:\n%s", errs.String())
	}
}

// TestEndOfStream: one block for each script, as the harness prints them. A last --- does
// not begin another script, an empty line does.
func TestEndOfStream(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "---": 1, "client SSL_shutdown": 1, "client SSL_shutdown\n---": 1, "client SSL_shutdown\n---\n": 1,
		"client SSL_shutdown\n---\n\n": 2, "---\n---\nclient SSL_shutdown\n": 3,
	} {
		var out, errs strings.Builder
		if status := run(true, nil, strings.NewReader(in), &out, &errs); status != 0 || errs.Len() > 0 {
			t.Errorf("%q: status %d, errors %q", in, status, &errs)
		}
		blocks := 0
		for line := range strings.Lines(out.String()) {
			if line == "\n" {
				blocks++
			}
		}
		if blocks != want {
			t.Errorf("%q: %d blocks, want %d:\n%s", in, blocks, want, &out)
		}
	}
}

// TestFiles reads files, and says which one is missing.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("client SSL_shutdown\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	if status := run(false, []string{file}, nil, &out, &errs); status != 0 || !strings.Contains(out.String(), "client SSL_shutdown() → 0") {
		t.Errorf("status %d, output %q", status, out.String())
	}
	if status := run(false, []string{filepath.Join(dir, "none"), file}, nil, &out, &errs); status != 2 || !strings.Contains(errs.String(), "none") {
		t.Errorf("status %d, errors %q", status, errs.String())
	}
}
