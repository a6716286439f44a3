package library

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/scenarios"
)

// Limits of a program, in lines and columns: it stands beside its calls.
const (
	maxLines   = 25
	maxColumns = 72
)

// TestPrograms: the wrong and the right program are short and differ, and gcc compiles all
// programs against the real headers without a warning.
func TestPrograms(t *testing.T) {
	checked := 0
	for _, l := range All() {
		if l.Wrong == nil {
			continue
		}
		checked++
		wrong, right := program(t, l.Name+"/wrong", l.Wrong), program(t, l.Name+"/right", l.Right)
		if wrong == right {
			t.Errorf("%s: the wrong program is the right one", l.Name)
		}
	}
	if checked < leastPrograms {
		t.Errorf("%d lessons have programs, want at least %d", checked, leastPrograms)
	}
}

// program checks the programs of a script and returns their texts.
func program(t *testing.T, name string, s *scenarios.Scenario) string {
	t.Helper()
	all := ""
	for _, p := range s.Script.Programs {
		if p.Text == "" {
			continue
		}
		all += p.Text
		lines := strings.Split(strings.TrimSuffix(p.Text, "\n"), "\n")
		if len(lines) > maxLines {
			t.Errorf("%s: the program has %d lines, more than %d", name, len(lines), maxLines)
		}
		for i, line := range lines {
			if len(line) > maxColumns || strings.Contains(line, "\t") {
				t.Errorf("%s: line %d has %d columns or a tab, want at most %d: %s", name, i+1, len(line), maxColumns, line)
			}
		}
		compileWithGCC(t, name, p.Text)
	}
	if all == "" {
		t.Errorf("%s has no program", name)
	}
	return all
}

// headers are those that a program of a script need not include.
const headers = `#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
`

// compileWithGCC compiles a program with all warnings.
func compileWithGCC(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.c")
	if err := os.WriteFile(file, []byte(headers+"#line 1\n"+text), 0o600); err != nil {
		t.Fatal(err)
	}
	// main of a program takes an SSL object, which C does not know for main.
	out, err := exec.Command("gcc", "-Wall", "-Wextra", "-Werror", "-Wno-main", "-D_GNU_SOURCE", "-fsyntax-only", file).CombinedOutput()
	if err != nil {
		t.Errorf("%s: gcc: %v\n%s\n%s", name, err, out, text)
	}
}
