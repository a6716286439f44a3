package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRender: the files of each block, that they are the same the second time, and that -check
// sees when they are out of date.
func TestRender(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.b.md")
	put := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(what string, gotStatus, status int, got, want string) {
		t.Helper()
		if want = strings.ReplaceAll(want, "FILE", file); gotStatus != status || strings.ReplaceAll(got, dir+"/a.b.", "") != strings.ReplaceAll(want, dir+"/a.b.", "") {
			t.Errorf("%s: status %d, want %d; output\n%swant\n%s", what, gotStatus, status, got, want)
		}
	}
	const text = "```tls-shutdown title=\"A <title>\"\n# Summary\n#\n# More.\n\n# Narration.\nclient SSL_shutdown => 0\n```\n~~~tls-shutdown name=second\nserver SSL_shutdown => 0\n~~~\n"
	put(text)
	for _, verb := range []string{"wrote x", "x is up to date"} {
		var out, errs strings.Builder
		status := render([]string{file}, &out, &errs)
		var want strings.Builder
		for _, of := range []string{"1: 1.svg", "1: 1.txt", "9: second.svg", "9: second.txt"} {
			line, name, _ := strings.Cut(of, " ")
			want.WriteString(file + ":" + line + " " + strings.Replace(verb, "x", name, 1) + "\n")
		}
		expect("render", status, 0, out.String()+errs.String(), want.String())
	}
	svg, err := os.ReadFile(filepath.Join(dir, "a.b.1.svg"))
	if err != nil || !strings.Contains(string(svg), "<title>A &lt;title&gt;") {
		t.Errorf("%v: %.200s", err, svg)
	}
	transcript, err := os.ReadFile(filepath.Join(dir, "a.b.1.txt"))
	if err != nil || !strings.Contains(string(transcript), "Narration.") || !strings.Contains(string(transcript), "SSL_shutdown() → 0") {
		t.Errorf("%v: %s", err, transcript)
	}

	var out, errs strings.Builder
	expect("check", check([]string{file}, nil, &out, &errs), 0, out.String(), "FILE: 2 blocks, 2 expectations, 0 not met\n")
	out.Reset()
	put(strings.Replace(text, "server SSL_shutdown", "client SSL_shutdown", 1))
	expect("check of what has changed", check([]string{file}, nil, &out, &errs), 1, out.String(),
		"FILE:9: second.svg is out of date: trace -render makes it again\nFILE:9: second.txt is out of date: trace -render makes it again\nFILE: 2 blocks, 2 expectations, 0 not met\n")
	out.Reset()
	put("```tls-shutdown name=new\nserver SSL_shutdown => 1\n```\n")
	expect("render of what is wrong", render([]string{file}, &out, &errs), 1, out.String(), "FILE:2: expected 1, got 0\n")
	if _, err := os.Stat(filepath.Join(dir, "a.b.new.svg")); err == nil {
		t.Error("a drawing was written for a block that is wrong")
	}
	put("```tls-shutdown\nserver SSL_shutdwn\n```\n")
	if status := render([]string{file}, &out, &errs); status != 2 || !strings.Contains(errs.String(), "line 2, column 8") {
		t.Errorf("status %d, %s", status, &errs)
	}
	if status := render(nil, &out, &errs); status != 2 {
		t.Errorf("status %d without files", status)
	}
}
