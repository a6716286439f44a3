package conformance

import (
	"strings"
	"testing"
)

const stepObject = `{"n":1,"step":"client SSL_read 5","ret":-1,"error":"SSL_ERROR_WANT_READ","reason":"",` +
	`"client":{"state":"established","shutdown":"0","pending":0,"want":"reading","resumable":true,"cached":true},` +
	`"server":{"state":"freed"},"wire":{"c2s":{"readable":0,"queued":0},"s2c":{"readable":3,"queued":9}},` +
	`"records":[{"dir":"sent","peer":"client","type":"alert","level":1,"description":0}]}`

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, script, old, new string
		want                   string // key, wanted and got value; "" if nothing differs
	}{
		{"the same", "", "", "", ""},
		{"other order", "", `"level":1,"description":0`, `"description":0,"level":1`, ""},
		{"another key", "", `"n":1`, `"rules":["x"],"n":1`, ""},
		{"a value", "", `"reading"`, `"nothing"`, `client.want "reading" "nothing"`},
		{"a type", "", `"ret":-1`, `"ret":"-1"`, `ret -1 "-1"`},
		{"no return", "", `"ret":-1,`, ``, `ret -1 absent`},
		{"more of a freed peer", "", `"freed"`, `"freed","want":"nothing"`, `server.want absent "nothing"`},
		{"a record", "", `"level":1`, `"level":2`,
			`records [{"description":0,"dir":"sent","level":1,"peer":"client","type":"alert"}]` +
				` [{"description":0,"dir":"sent","level":2,"peer":"client","type":"alert"}]`},
		{"bytes", "version tls1.2\nstart established", `"queued":9`, `"queued":8`, `wire.s2c.queued 9 8`},
		{"bytes of a handshake", "start tickets\n", `"queued":9`, `"queued":8`, ""},
		{"no object", "", `{"n":1`, `["n",1`, ""},
	} {
		changed := strings.Replace(stepObject, c.old, c.new, 1)
		d, differ := Compare(c.script, []string{stepObject, stepObject}, []string{stepObject, changed})
		switch got := d.Key + " " + d.Want + " " + d.Got; {
		case c.name == "no object":
			if d.Key != "json" {
				t.Errorf("%s: got %v", c.name, d)
			}
		case differ != (c.want != "") || differ && (got != c.want || d.Step != 2):
			t.Errorf("%s: got %v at step %d, want %s", c.name, got, d.Step, c.want)
		}
	}
}

// TestCompareNoJSON: the difference says on which side the trace is no JSON, and why.
func TestCompareNoJSON(t *testing.T) {
	const reason = "invalid character"
	d, differ := Compare("", []string{"x"}, []string{stepObject})
	if !differ || d.Key != "json" || !strings.Contains(d.Want, reason) || d.Got != stepObject {
		t.Errorf("no JSON from the library: %v", d)
	}
}

func TestCompareLengths(t *testing.T) {
	d, differ := Compare("", []string{stepObject}, nil)
	if !differ || d.Key != "steps" || d.Want != "1" || d.Got != "0" {
		t.Errorf("got %v, %v", d, differ)
	}
}

func TestTable(t *testing.T) {
	changed := strings.Replace(stepObject, `"reading"`, `"nothing"`, 1)
	got := table("", stepObject, changed)
	if !strings.Contains(got, "* client.want         \"reading\"                          \"nothing\"\n") ||
		!strings.Contains(got, "wire.c2s.queued") || strings.Count(got, "*") != 1 {
		t.Errorf("got\n%s", got)
	}
	if strings.Contains(table("start before\n", stepObject, changed), "wire") {
		t.Error("wire is in the table of a script where it is not compared")
	}
}
