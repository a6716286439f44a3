package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/explore"
)

var testdata = filepath.Join("..", "..", "conformance", "testdata")

func TestRunRefuses(t *testing.T) {
	for _, args := range [][]string{
		{"-testdata", testdata, "-profile", "openssl-0.9.8"}, {"-depth", "9"}, {"-testdata", t.TempDir(), "-profile", engine.DefaultProfile},
	} {
		if ok, err := run(args, io.Discard, io.Discard); ok || err == nil {
			t.Errorf("run(%q): %v, %v", args, ok, err)
		}
	}
}

// TestPrintFailures: every kind of failure is printed and counted.
func TestPrintFailures(t *testing.T) {
	flags := explore.Break{Promise: explore.FlagsStay, Call: "SSL_read"}
	broken := map[explore.Break]*explore.Example{flags: {Script: "client SSL_read 100\n", Steps: 1, Count: 7}}
	long := explore.Finding{Name: "long", Recordings: []conformance.Recording{{Steps: []string{"c2s fin", "client SSL_read 100"}}}}
	named := map[explore.Break]explore.Finding{flags: {Name: "a-finding"}}
	for _, c := range []struct {
		result   explore.Result
		findings map[explore.Break]explore.Finding
		want     string // "" for no failure
		listed   string
	}{
		{explore.Result{States: 5}, nil, "", "none"},
		{explore.Result{Broken: broken}, named, "", "a-finding (7)"},
		{explore.Result{Broken: broken}, map[explore.Break]explore.Finding{flags: long}, "shorter than that of long", "long (7)"},
		{explore.Result{Broken: broken}, nil, "7 times SSL_read breaks the promise \"flags stay\"", "no finding (7)"},
		{explore.Result{Disagreements: 2}, nil, "2 recordings", "none"},
		{explore.Result{Unconfirmed: 3, Missing: "the script"}, nil, "the script", "none"},
		{explore.Result{Modified: 4}, nil, "4 Worlds", "none"},
		{explore.Result{KeyConflicts: 5}, nil, "5 transitions", "none"},
	} {
		walks := []walk{{profile: "openssl-3.5", version: engine.TLS13, result: c.result}}
		var failures, table bytes.Buffer
		n := printFailures(&failures, walks, c.findings)
		if (n > 0) != (c.want != "") || !strings.Contains(failures.String(), c.want) {
			t.Errorf("%+v: %d failures:\n%s", c.result, n, &failures)
		}
		printTable(&table, walks, c.findings)
		if !strings.Contains(table.String(), c.listed) {
			t.Errorf("%+v gives the table\n%s", c.result, &table)
		}
	}
}
