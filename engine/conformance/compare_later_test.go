package conformance

import (
	"strings"
	"testing"
)

// laterObject has every key of the trace.
const laterObject = `{"n":2,"step":"client SSL_read_ex 5","ret":0,"error":"SSL_ERROR_SSL","reason":"bad length",` +
	`"errors":["error:0A00010F:SSL routines::bad length"],"errno":"EAGAIN","bytes":0,` +
	`"returned":[{"peer":"server","step":1,"ret":-1,"error":"SSL_ERROR_SYSCALL","reason":"","errors":[],"errno":"EPIPE"}],` +
	`"client":{"shutdown":"0","state":"init","pending":0,"want":"nothing","resumable":true,"cached":true,` +
	`"has_pending":false,"state_string":"error","poll":["in","out"]},` +
	`"server":{"state":"freed","poll":["out"]},"records":[]}`

// TestCompareLaterKeys changes one later key of the engine's trace at a time.
func TestCompareLaterKeys(t *testing.T) {
	for _, c := range []struct{ old, new, key string }{
		{`"errors":["error:0A00010F:SSL routines::bad length"]`, `"errors":[]`, "errors"},
		{`"errno":"EAGAIN"`, `"errno":""`, "errno"},
		{`"bytes":0`, `"bytes":1`, "bytes"},
		{`"errno":"EPIPE"`, `"errno":""`, "returned"},
		{`"has_pending":false`, `"has_pending":true`, "client.has_pending"},
		{`"state_string":"error"`, `"state_string":"SSL negotiation finished successfully"`, "client.state_string"},
		{`"poll":["in","out"]`, `"poll":["out"]`, "client.poll"},
		{`,"poll":["out"]`, ``, "server.poll"},
	} {
		changed := strings.Replace(laterObject, c.old, c.new, 1)
		if changed == laterObject {
			t.Fatalf("%s: nothing has changed", c.key)
		}
		if d, differ := Compare("", []string{laterObject}, []string{changed}); !differ || d.Key != c.key {
			t.Errorf("%s: got %v, %v", c.key, d, differ)
		}
	}
}

// TestCompareRecordedBefore: a recording without the later keys is compared without them,
// also in what has returned late.
func TestCompareRecordedBefore(t *testing.T) {
	recorded := laterObject
	for _, key := range []string{`"errors":["error:0A00010F:SSL routines::bad length"],`, `"errno":"EAGAIN",`, `"bytes":0,`, `,"errors":[],"errno":"EPIPE"`,
		`,"has_pending":false,"state_string":"error","poll":["in","out"]`, `,"poll":["out"]`} {
		recorded = strings.Replace(recorded, key, "", 1)
	}
	if d, differ := Compare("", []string{recorded}, []string{laterObject}); differ {
		t.Errorf("got %v", d)
	}
	if got := table("", recorded, laterObject); strings.Contains(got, "errno") || strings.Contains(got, "poll") {
		t.Errorf("the table has later keys:\n%s", got)
	}
	changed := strings.Replace(laterObject, `"reason":""`, `"reason":"x"`, 1)
	if d, differ := Compare("", []string{recorded}, []string{changed}); !differ || d.Key != "returned" {
		t.Errorf("a reason has changed: got %v, %v", d, differ)
	}
}

func TestWithoutLater(t *testing.T) {
	const want = `{"n":2,"step":"client SSL_read_ex 5","ret":0,"error":"SSL_ERROR_SSL","reason":"bad length",` +
		`"returned":[{"peer":"server","step":1,"ret":-1,"error":"SSL_ERROR_SYSCALL","reason":""}],` +
		`"client":{"shutdown":"0","state":"init","pending":0,"want":"nothing","resumable":true,"cached":true},` +
		`"server":{"state":"freed"},"records":[]}`
	if got := WithoutLater(laterObject); got != want || WithoutLater(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
