package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/scenarios/challenges"
)

const begin = "start tickets\n\n"

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(file, []byte(begin+"client SSL_free\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const solution = begin + "client SSL_read 100\nclient SSL_shutdown\nclient SSL_free\nserver SSL_read 100\n"
	for _, c := range []struct {
		arguments, in string
		want          []string
		reached       bool
	}{
		{"keep-the-session -", solution, []string{"reached: yes\nsteps: 4, the best is 4\n"}, true},
		{"keep-the-session " + file, "", []string{"reached: no\nsteps: 1, the best is 4\nmissing: The client's cache has no session.\n"}, false},
		{"keep-the-session", "", []string{"Keep the session\n", "lesson: tickets-never-read\n", "allowed: client SSL_free\n", "\nstart tickets\n"}, true},
		{"-hint keep-the-session", "", []string{"hint: With TLS 1.3"}, true},
		{"mend-the-zero", "", []string{"lines changed: a solution has 6", "also tried: The server has closed first.", "SSL_shutdown failed"}, true},
		{"order-a-read-to-the-end", "", []string{"lines: a solution has 4", "\n    if (n < 0) return 1;\n"}, true},
		{"mend-the-zero -", "program client\nvoid f(SSL *ssl) { SSL_shutdown(ssl); }\nend program\n", []string{
			"missing: The client leaves data from the server unread. (The server sends data before it closes.)"}, false},
	} {
		var out strings.Builder
		err := run(strings.Fields(c.arguments), strings.NewReader(c.in), &out)
		if c.reached && err != nil || !c.reached && !errors.Is(err, errNotReached) {
			t.Errorf("%s: %v", c.arguments, err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s prints no %q:\n%s", c.arguments, want, out.String())
			}
		}
	}
}

func TestList(t *testing.T) {
	for _, arguments := range [][]string{nil, {"-list"}} {
		var out strings.Builder
		if err := run(arguments, nil, &out); err != nil || strings.Count(out.String(), "\n") != len(challenges.All()) {
			t.Errorf("the list is %q (%v)", out.String(), err)
		}
	}
}

func TestWrongArguments(t *testing.T) {
	for arguments, want := range map[string]string{
		"no-such":                   `there is no challenge "no-such"`,
		"keep-the-session a b":      "want a name and a file",
		"keep-the-session /no/such": "no such file",
		"keep-the-session -":        "SSL_x",
	} {
		err := run(strings.Fields(arguments), strings.NewReader("client SSL_x\n"), &strings.Builder{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", arguments, err, want)
		}
	}
}
