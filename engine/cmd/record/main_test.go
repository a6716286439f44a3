package main

import (
	"io"
	"testing"

	"closenotify/engine/conformance"
)

func TestParseRefuses(t *testing.T) {
	for _, args := range [][]string{{}, {"-subset", "all", "harness"}, {"-depth", "9", "harness"}} {
		if _, err := parse(args, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
	if err := record(settings{harnesses: []string{"no such file"}, out: t.TempDir()}, io.Discard); err == nil {
		t.Error("a missing harness gives no error")
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
