//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGoAppIsCopiedFromOneVersionOnly has copy.sh ask a go command that answers with
// another go-app than the one it was written for.
func TestGoAppIsCopiedFromOneVersionOnly(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "pkg", "app"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "pkg", "app", "http.go"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for version, want := range map[string]string{
		"v9.8.0":  "no pkg/app/html.go",
		"v9.99.0": "go-app v9.99.0, but wasm/_goapp was written for v9.8.0",
	} {
		command := exec.Command("./_goapp/copy.sh")
		command.Env = append(os.Environ(), "GO="+goCommand(t, version+" "+dir))
		if out, err := command.CombinedOutput(); err == nil || !strings.Contains(string(out), want) {
			t.Errorf("go-app %s: %v, want an error with %q:\n%s", version, err, want, out)
		}
	}
}

// goCommand writes a command that prints the answer whatever it is asked.
func goCommand(t *testing.T, answer string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "go")
	if err := os.WriteFile(path, []byte("#!/bin/sh\necho '"+answer+"'\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}
