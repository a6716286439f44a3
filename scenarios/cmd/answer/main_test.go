package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

func TestTheLinkOpensTheScript(t *testing.T) {
	file := filepath.Join("..", "..", "library", "truncation", "script.txt")
	var out strings.Builder
	if err := run("https://example.org/", []string{file}, strings.NewReader(""), &out); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(out.String(), "](<https://example.org/s/truncation#")
	fragment, _, ok := strings.Cut(rest, ">)")
	decoded, err := link.Decode(library.Shipped(), fragment, script.Codes{})
	text, _ := os.ReadFile(file)
	want, _ := script.Parse(string(text))
	if !ok || err != nil || decoded.Script.String() != want.String() {
		t.Errorf("%v, %s", err, out.String())
	}
}

func TestErrors(t *testing.T) {
	var out strings.Builder
	for want, err := range map[string]error{
		"line 2":       run("", nil, strings.NewReader("\nclient SSL_shutdwon\n"), &out),
		"one script":   run("", []string{"a", "b"}, strings.NewReader(""), &out),
		"no such file": run("", []string{"no-such-file"}, strings.NewReader(""), &out),
		"4096 steps":   run("https://example.org", nil, strings.NewReader(strings.Repeat("client SSL_read 1\n", 5000)), &out),
		"cannot have":  run("https://example.org/ x", nil, strings.NewReader("client SSL_shutdown\n"), &out),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if out.Len() > 0 {
		t.Errorf("%s", out.String())
	}
}
