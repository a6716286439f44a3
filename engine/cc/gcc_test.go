package cc

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/program"
)

// An outcome is what a program does.
type outcome struct {
	output string
	end    string // exit N, abort, or stopped: line N: reason
}

// run compiles a program that makes no call, and runs it on the machine.
func run(t testing.TB, text string) outcome {
	t.Helper()
	code, err := Compile(text, Options{})
	if err != nil {
		return outcome{end: "refused: " + err.Error()}
	}
	return runCode(t, code)
}

func runCode(t testing.TB, code *program.Code) outcome {
	t.Helper()
	s := program.Start(code).Run(program.Runner{})
	o := outcome{output: s.Output()}
	switch s.Status() {
	case program.Ended:
		o.end = fmt.Sprintf("exit %d", uint8(s.Exit()))
	case program.Aborted:
		o.end = "abort"
	case program.Stopped:
		line, reason := s.Stopped()
		o.end = fmt.Sprintf("stopped: line %d: %s", line, reason)
	default:
		o.end = fmt.Sprintf("status %d", s.Status())
	}
	return o
}

// prologue is what gcc needs before a program.
const prologue = `#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <assert.h>
#include <sys/select.h>
typedef struct ssl_st SSL;
#line 1 "program.c"
`

// gcc compiles each text and runs its main.
func gcc(t testing.TB, flags []string, texts ...string) []outcome {
	t.Helper()
	dir := t.TempDir()
	var outcomes []outcome
	for i, text := range texts {
		path := filepath.Join(dir, fmt.Sprintf("p%d", i))
		if err := os.WriteFile(path+".c", []byte(prologue+text), 0o600); err != nil {
			t.Fatal(err)
		}
		arguments := append([]string{"-O0", "-std=gnu11", "-w", "-o", path, path + ".c"}, flags...)
		if out, err := exec.Command("gcc", arguments...).CombinedOutput(); err != nil {
			t.Fatalf("gcc: %v\n%s\n%s", err, out, text)
		}
		outcomes = append(outcomes, execute(t, path))
	}
	return outcomes
}

func execute(t testing.TB, path string) outcome {
	t.Helper()
	var out bytes.Buffer
	command := exec.Command("stdbuf", "-o0", path)
	command.Stdout, command.Stderr = &out, &out
	err := command.Run()
	o := outcome{end: "exit 0"}
	if exit, ok := err.(*exec.ExitError); ok {
		if o.end = fmt.Sprintf("exit %d", exit.ExitCode()); exit.ExitCode() < 0 {
			o.end = "abort"
		}
	} else if err != nil {
		t.Fatal(err)
	}
	o.output = out.String()
	return o
}

// TestAsGcc runs the programs of testdata/run both ways.
func TestAsGcc(t *testing.T) {
	paths, err := filepath.Glob("testdata/run/*.c")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no programs (%v)", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".c"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, want := run(t, string(text)), gcc(t, nil, string(text))[0]
			if strings.Contains(want.end, "abort") {
				want.output = got.output // glibc prints where an assertion failed
			}
			if got != want {
				t.Errorf("the machine:\n%s%s\ngcc:\n%s%s", got.output, got.end, want.output, want.end)
			}
		})
	}
}
