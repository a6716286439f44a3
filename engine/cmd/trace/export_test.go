package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/export"
)

// played runs the command with options.
func played(o options, text string) (out, errs string, status int) {
	var stdout, stderr strings.Builder
	status = o.run(nil, strings.NewReader(text), &stdout, &stderr)
	return stdout.String(), stderr.String(), status
}

// TestExport: every format is printed, and written into a file with the same bytes.
func TestExport(t *testing.T) {
	const text = "# A title\n\nclient SSL_shutdown\nserver SSL_read 5\n"
	for _, f := range export.Formats {
		out, errs, status := played(options{export: f.Name}, text)
		if status != 0 || errs != "" || len(out) < 20 {
			t.Errorf("%s: status %d, errors %q, output %q", f.Name, status, errs, out)
		}
		file := filepath.Join(t.TempDir(), "out."+f.Extension)
		printed, errs, status := played(options{export: f.Name, out: file}, text)
		if data, err := os.ReadFile(file); err != nil || string(data) != out || status != 0 || errs+printed != "" {
			t.Errorf("%s: %v, status %d, errors %q, output %q", f.Name, err, status, errs, printed)
		}
	}
}

// TestSVG: -svg and -animate are short for -export.
func TestSVG(t *testing.T) {
	const text = "# A <title>\n\nclient SSL_shutdown\n"
	for name, o := range map[string]options{"svg": {}, "svg-animated": {animate: true}} {
		o.svg = filepath.Join(t.TempDir(), "out.svg")
		want, _, _ := played(options{export: name}, text)
		out, errs, status := played(o, text)
		if data, err := os.ReadFile(o.svg); err != nil || string(data) != want || status != 0 || out+errs != "" {
			t.Errorf("%s: %v, status %d, errors %q", name, err, status, errs)
		}
		if !strings.Contains(want, "<title>A &lt;title&gt;</title>") || !strings.Contains(want, "SSL_shutdown() → 0") {
			t.Errorf("%s begins with %.300q", name, want)
		}
	}
}

// TestExportedTrace: the exported trace has what -json prints, and the script.
func TestExportedTrace(t *testing.T) {
	const text = "# A \"title\"\n\nclient SSL_shutdown\nserver SSL_read 5\n"
	plain, _, _ := played(options{json: true}, text)
	out, errs, status := played(options{export: "json"}, text)
	var first struct{ Script string }
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&first); err != nil || status != 0 || errs != "" || first.Script != text {
		t.Errorf("%v, status %d, errors %q, script %q", err, status, errs, first.Script)
	}
	_, rest, ok := strings.Cut(out, `,"n":1,`)
	if !ok || `{"n":1,`+rest != plain {
		t.Errorf("got\n%s\nwant\n%s", out, plain)
	}
}

// TestOptions: options that do not go together, and formats that there are not, are refused.
func TestOptions(t *testing.T) {
	for _, c := range []struct {
		o    options
		want string
	}{
		{options{export: "jsn"}, `"jsn" is no format; there are script, `},
		{options{out: "x"}, "-o needs -export"},
		{options{animate: true}, "-animate needs -svg"},
		{options{json: true, export: "json"}, "cannot be used together"},
		{options{check: true, pcapng: "x"}, "cannot be used together"},
	} {
		if out, errs, status := played(c.o, "client SSL_shutdown\n"); out != "" || status != 2 || !strings.Contains(errs, c.want) {
			t.Errorf("%+v: status %d, errors %q, output %q", c.o, status, errs, out)
		}
	}
}
