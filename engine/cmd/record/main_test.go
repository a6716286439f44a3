package main

import (
	"io"
	"os"
	"strings"
	"testing"

	"closenotify/engine/conformance"
)

func TestParseRefuses(t *testing.T) {
	for _, args := range [][]string{{}, {"-subset", "whole", "harness"}, {"-depth", "9", "harness"}} {
		if _, err := parse(args, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
	if err := record(settings{harnesses: []string{"no such file"}, out: t.TempDir()}, io.Discard); err == nil {
		t.Error("a missing harness gives no error")
	}
}

// TestGone: a release that can no longer be had keeps its recordings and its part of the
// findings.
func TestGone(t *testing.T) {
	t.Setenv(fakeVariable, "1")
	s := settings{harnesses: []string{os.Args[0]}, out: t.TempDir(), n: 1}
	if err := record(s, io.Discard); err == nil || !strings.Contains(err.Error(), "openssl-3.5.7 can no longer be had") {
		t.Errorf("record: %v", err)
	}
	if _, err := recordScript(s, "client SSL_shutdown\n"); err == nil {
		t.Error("a finding is recorded again")
	}
	if files, err := os.ReadDir(s.out); err != nil || len(files) > 0 {
		t.Errorf("files were written: %v, %v", files, err)
	}
}

// TestMerge: new recordings replace those of the same release, and the others stay.
func TestMerge(t *testing.T) {
	recording := func(profile, trace string) conformance.Recording {
		return conformance.Recording{Head: "profile " + profile + "\nversion tls1.2\n", Trace: []string{trace}}
	}
	got := merge(
		[]conformance.Recording{recording("openssl-3.5.7", "old"), recording("openssl-3.6", "old")},
		[]conformance.Recording{recording("openssl-9.9", "new"), recording("openssl-3.6", "new")})
	want := []conformance.Recording{recording("openssl-3.5.7", "old"), recording("openssl-3.6", "new"), recording("openssl-9.9", "new")}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range got {
		if got[i].Head != want[i].Head || got[i].Trace[0] != want[i].Trace[0] {
			t.Errorf("recording %d: got %v, want %v", i, got[i], want[i])
		}
	}
}
