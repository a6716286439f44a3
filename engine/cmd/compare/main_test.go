package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/conformance"
)

// fakeVariable turns this test binary into both programs that compare runs: the harness,
// and with -json or -streams the trace command. The value says how the trace command behaves.
const fakeVariable = "CLOSENOTIFY_FAKE"

func TestMain(m *testing.M) {
	if behaviour := os.Getenv(fakeVariable); behaviour != "" {
		fake(behaviour)
		return
	}
	os.Exit(m.Run())
}

// fake answers each step with an object, and the probes of releases.txt as OpenSSL 1.1.1
// does. As the trace command it may give a wrong answer, or refuse a step.
func fake(behaviour string) {
	if len(os.Args) > 1 && os.Args[1] == "-version" {
		fmt.Println("OpenSSL 1.1.1w  11 Sep 2023")
		return
	}
	trace := len(os.Args) > 1 && (os.Args[1] == "-json" || os.Args[1] == "-streams")
	n := 0
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		subject, step, _ := strings.Cut(in.Text(), " ")
		switch {
		case subject == "---":
			fmt.Println()
			n = 0
		case !strings.Contains("client server c2s s2c", subject):
		case trace && behaviour == "refuse" && strings.HasPrefix(step, "fin"):
			fmt.Fprintln(os.Stderr, "no fin here")
			os.Exit(2)
		default:
			n++
			ret := 1
			if trace && behaviour == "wrong" && strings.HasPrefix(step, "SSL_peek ") {
				ret = 2
			}
			reason := ""
			if subject == "server" && strings.HasPrefix(step, "SSL_read") {
				reason = "sslv3 alert"
			}
			fmt.Printf("{\"n\":%d,\"step\":\"%s %s\",\"ret\":%d,\"error\":\"SSL_ERROR_NONE\",\"reason\":%q}\n", n, subject, step, ret, reason)
		}
	}
	if trace {
		fmt.Println()
	}
}

// folder makes a folder with five scripts.
func folder(t *testing.T) string {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt", "e.txt"} {
		text := "# Title\n\nversion tls1.2\nclient SSL_shutdown\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run compares the fake harness with a trace command that behaves like this.
func run(t *testing.T, behaviour string) (out string, failed int) {
	t.Helper()
	t.Setenv(fakeVariable, behaviour)
	s, err := parse([]string{"-trace", os.Args[0], "-n", "290", "-k", "5", "-seed", "1", "-scripts", folder(t), os.Args[0]}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	failed, err = compare(s, &b)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), failed
}

func TestAgreement(t *testing.T) {
	out, failed := run(t, "right")
	want := "seed 1, " + conformance.Default.String() + "\nopenssl-1.1.1 (OpenSSL 1.1.1w  11 Sep 2023): " +
		"300 passed, 0 failed, 0 undetermined\n300 passed, 0 failed\n"
	if failed != 0 || out != want {
		t.Errorf("%d failed:\n%s", failed, out)
	}
}

// TestStreams compares the fake harness with itself.
func TestStreams(t *testing.T) {
	t.Setenv(fakeVariable, "right")
	s, err := parse([]string{"-streams", "-n", "20", "-seed", "1", os.Args[0]}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if failed, err := compare(s, &b); failed != 0 || err != nil || !strings.HasSuffix(b.String(), "20 passed, 0 failed\n") {
		t.Errorf("%d failed, %v:\n%s", failed, err, &b)
	}
}

func TestDisagreement(t *testing.T) {
	out, failed := run(t, "wrong")
	if failed == 0 || failed == 300 {
		t.Errorf("%d of 300 failed", failed)
	}
	if n := strings.Count(out, "step 1: ret: want 1, got 2"); n != 1 {
		t.Errorf("the disagreement was printed %d times:\n%s", n, out)
	}
	if !strings.Contains(out, "profile openssl-1.1.1\n") || !strings.Contains(out, "* ret ") {
		t.Errorf("the report lacks the profile or the mark:\n%s", out)
	}
}

func TestRefusal(t *testing.T) {
	out, failed := run(t, "refuse")
	if failed == 0 || failed == 300 || !strings.Contains(out, "no fin here") {
		t.Errorf("%d of 300 failed:\n%s", failed, out)
	}
}

// TestParsePrograms: the programs have the seed of the scripts.
func TestParsePrograms(t *testing.T) {
	s, err := parse([]string{"-streams", "-programs", "3", "-seed", "9", "a"}, io.Discard)
	if err != nil || s.options.Programs != 3 || s.options.Seed != 9 || s.seed != 9 {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, args := range [][]string{{}, {"a"}, {"-trace", "b"}, {"-trace", "b", "-subset", "all", "a"}, {"-streams", "-trace", "b", "a"}} {
		if _, err := parse(args, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}

func TestEmptyFolder(t *testing.T) {
	if _, err := readFolder(t.TempDir(), "openssl-3.0"); err == nil {
		t.Error("no error from a folder without scripts")
	}
}
