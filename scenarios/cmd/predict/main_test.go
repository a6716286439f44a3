package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/scenarios/predict/sheet"
)

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "script.txt")
	if err := os.WriteFile(file, []byte("client SSL_shutdown\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"":                                   "The client calls SSL_shutdown(). What does the call return?",
		file:                                 "   * It returns 0.\n",
		"-picks -lesson client-closes-first": "The client calls SSL_shutdown()",
		"-json":                              `{"key":"`,
	} {
		var out strings.Builder
		if err := run(strings.Fields(line), strings.NewReader("client SSL_shutdown\n"), &out); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("predict %s: %v, %q is not in\n%s", line, err, want, out.String())
		}
	}
}

// TestJSON: one object a line, each with one right choice.
func TestJSON(t *testing.T) {
	var out strings.Builder
	if err := run([]string{"-json"}, strings.NewReader("client SSL_shutdown\nclient SSL_shutdown\n"), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for _, line := range lines {
		var q sheet.Question
		if err := json.Unmarshal([]byte(line), &q); err != nil || q.Script == "" || len(q.Choice) < 3 {
			t.Errorf("%v: %s", err, line)
		}
	}
	if len(lines) < 6 {
		t.Errorf("%d questions", len(lines))
	}
}

func TestMistakes(t *testing.T) {
	for line, want := range map[string]string{
		"-lesson no-such":         `there is no lesson "no-such"`,
		"a b":                     "give one script",
		"-o x -lesson y z":        "give one script",
		"no-such-file":            "no-such-file",
		"-lesson truncation a":    "give one script",
		"-o main.go/not-a-folder": "not a directory",
	} {
		if err := run(strings.Fields(line), strings.NewReader(""), &strings.Builder{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("predict %s: %v, want %q", line, err, want)
		}
	}
	if err := run(nil, strings.NewReader("client SSL_shut\n"), &strings.Builder{}); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a wrong script: %v", err)
	}
}
