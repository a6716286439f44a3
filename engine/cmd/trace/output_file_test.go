package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRefusedScriptsWriteNoFile tries every format with scripts and files that cannot
// be read or written.
func TestRefusedScriptsWriteNoFile(t *testing.T) {
	dir := t.TempDir()
	out, missing := filepath.Join(dir, "out"), filepath.Join(dir, "none")
	for option, format := range map[string]fileFormat{"-pcapng": pcapngFormat, "-svg": svgFormat(false)} {
		for _, c := range []struct {
			to    string
			files []string
			text  string
			want  string
		}{
			{out, nil, "client SSL_reed\n", "trace: standard input: line 1"},
			{out, nil, "client SSL_shutdown\n---\nclient SSL_shutdown\n", "line 2"},
			{out, []string{"a", "b"}, "", option + " takes one script"},
			{out, []string{missing}, "", missing},
			{filepath.Join(missing, "out"), nil, "client SSL_shutdown\n", missing},
		} {
			var errs strings.Builder
			if status := runToFile(option, format, c.to, c.files, strings.NewReader(c.text), &errs); status != 2 || !strings.Contains(errs.String(), c.want) {
				t.Errorf("%s, %q: status %d, %q; want 2, %q", option, c.text, status, errs.String(), c.want)
			}
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was written")
	}
}
