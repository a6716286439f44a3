package main

import (
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	for _, c := range []struct {
		arguments []string
		in        string
		want      []string
	}{
		{[]string{"error:0A000123:SSL", "routines::application data after close notify"}, "", []string{
			"lesson: data-after-close-notify Application data after close notify",
			"The second SSL_shutdown fails, although both peers close properly.",
			"release: OpenSSL 3.0 or later (the number has no function in it)"}},
		{nil, "ssl.SSLError: [SSL: APPLICATION_DATA_\nAFTER_CLOSE_NOTIFY]\n", []string{
			"lesson: data-after-close-notify Application data after close notify"}},
		{[]string{"how to bake bread"}, "", []string{"nearest:"}},
		{nil, "", []string{"nearest:"}},
	} {
		var out strings.Builder
		if err := run(c.arguments, strings.NewReader(c.in), &out); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(out.String(), "\n")
		for i, want := range c.want {
			if lines[i] != want {
				t.Errorf("%q %q: line %d is %q, want %q", c.arguments, c.in, i+1, lines[i], want)
			}
		}
	}
}
