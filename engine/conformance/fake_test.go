package conformance

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// fakeVariable turns this test binary into a harness that has no OpenSSL.
const fakeVariable = "CLOSENOTIFY_FAKE_HARNESS"

func TestMain(m *testing.M) {
	if os.Getenv(fakeVariable) != "" {
		fakeHarness()
		return
	}
	os.Exit(m.Run())
}

// fakeVersion is what the fake harness says that it runs on.
const fakeVersion = "OpenSSL 3.5.7 9 Jun 2026"

// fakeHarness answers each line of a script with an object that quotes it. Some words make
// it crash, hang or refuse the script.
func fakeHarness() {
	if len(os.Args) > 1 && os.Args[1] == "-version" {
		fmt.Println(fakeVersion)
		return
	}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		switch line := in.Text(); {
		case line == "---":
			fmt.Println()
		case strings.Contains(line, "crash"):
			fmt.Fprintln(os.Stderr, "cannot go on")
			os.Exit(3)
		case strings.Contains(line, "hang"):
			time.Sleep(time.Minute)
		case strings.Contains(line, "nonsense"):
			fmt.Println(`{"error":"line 1: nonsense"}`)
		default:
			fmt.Printf("{\"step\":%q}\n", line)
		}
	}
}

// fake returns a Harness that runs fakeHarness.
func fake(t *testing.T) *Harness {
	t.Helper()
	t.Setenv(fakeVariable, "1")
	h := NewHarness(os.Args[0])
	t.Cleanup(h.Close)
	return h
}
