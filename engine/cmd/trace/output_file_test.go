package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/export"
)

// TestRefusedScriptsWriteNoFile tries every format with scripts and files that cannot
// be read or written.
func TestRefusedScriptsWriteNoFile(t *testing.T) {
	dir := t.TempDir()
	out, missing := filepath.Join(dir, "out"), filepath.Join(dir, "none")
	for option, format := range map[string]fileFormat{"-pcapng": pcapngFormat, "-export": formatNamed(t, "svg")} {
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
			var printed, errs strings.Builder
			if status := runToFile(option, format, c.to, c.files, strings.NewReader(c.text), &printed, &errs); status != 2 || printed.Len() > 0 || !strings.Contains(errs.String(), c.want) {
				t.Errorf("%s, %q: status %d, %q; want 2, %q", option, c.text, status, errs.String(), c.want)
			}
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was written")
	}
}

// TestRefusedScriptsKeepTheFile: a file that was there is as it was if the script is refused, and
// nothing else is left in its folder. A link to a file stays one.
func TestRefusedScriptsKeepTheFile(t *testing.T) {
	dir := t.TempDir()
	file, linked := filepath.Join(dir, "old"), filepath.Join(dir, "link")
	if err := errors.Join(os.WriteFile(file, []byte("old"), 0o600), os.Symlink("old", linked)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		script string
		status int
		want   string
	}{{"client SSL_reed\n", 2, "old"}, {"client SSL_shutdown\n", 0, "client SSL_shutdown\n"}} {
		var errs strings.Builder
		if status := runToFile("-export", formatNamed(t, "script"), linked, nil, strings.NewReader(c.script), io.Discard, &errs); status != c.status {
			t.Errorf("%q: status %d, %s", c.script, status, &errs)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != c.want {
			t.Errorf("%q: %q, %v", c.script, got, err)
		}
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 2 {
		t.Errorf("%v, %v", list, err)
	}
}

// TestAFileThatCannotBeWritten: an error in the middle leaves nothing behind.
func TestAFileThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	full := errors.New("full")
	if err := writeFile(file, func(io.Writer) error { return full }); err != full {
		t.Errorf("got %v", err)
	}
	if list, err := os.ReadDir(filepath.Dir(file)); err != nil || len(list) > 0 {
		t.Errorf("%v, %v", list, err)
	}
}

func formatNamed(t *testing.T, name string) fileFormat {
	t.Helper()
	f, ok := export.Lookup(name)
	if !ok {
		t.Fatalf("there is no format %s", name)
	}
	return exported(f)
}
