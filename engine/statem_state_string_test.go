package engine_test

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

// stateStrings are what SSL_state_string_long says in the course of a connection over a
// transport of one byte. That is what the real library was seen to answer in all releases; only
// the last one differs in 1.1.1, which accepts the renegotiation.
var stateStrings = []struct {
	version engine.Version
	start   string
	steps   string // before the first one, "|" between them
	want    [2]string
}{
	{engine.TLS12, engine.StartBefore, "", [2]string{
		"before SSL initialization|SSLv3/TLS write client hello|SSLv3/TLS read server hello|SSLv3/TLS read server certificate|" +
			"SSLv3/TLS read server key exchange|SSLv3/TLS write finished|SSLv3/TLS read change cipher spec|SSL negotiation finished successfully",
		"before SSL initialization|SSLv3/TLS write server done|SSLv3/TLS read client key exchange|SSLv3/TLS read change cipher spec|" +
			"SSLv3/TLS write finished|SSL negotiation finished successfully",
	}},
	{engine.TLS13, engine.StartBefore, "", [2]string{
		"before SSL initialization|SSLv3/TLS write client hello|SSLv3/TLS read server hello|TLSv1.3 read encrypted extensions|" +
			"SSLv3/TLS read server certificate|TLSv1.3 read server certificate verify|SSLv3/TLS write finished|SSL negotiation finished successfully",
		"before SSL initialization|SSLv3/TLS write finished|TLSv1.3 early data|SSLv3/TLS write session ticket",
	}},
	{engine.TLS12, "", "server SSL_renegotiate", [2]string{
		"SSL negotiation finished successfully|SSLv3/TLS write client hello|SSLv3/TLS read server hello|SSLv3/TLS read change cipher spec|" +
			"SSLv3/TLS write finished|SSL negotiation finished successfully",
		"SSL negotiation finished successfully|SSLv3/TLS write hello request|SSL negotiation finished successfully|SSLv3/TLS write finished|" +
			"SSLv3/TLS read change cipher spec|SSL negotiation finished successfully",
	}},
	{engine.TLS13, "", "client SSL_key_update requested", [2]string{
		"SSL negotiation finished successfully|TLSv1.3 write client key update|SSL negotiation finished successfully",
		"SSL negotiation finished successfully",
	}},
	{engine.TLS13, "", "server SSL_key_update requested", [2]string{
		"SSL negotiation finished successfully",
		"SSL negotiation finished successfully|TLSv1.3 write server key update|SSL negotiation finished successfully",
	}},
	{engine.TLS12, "", "client SSL_renegotiate|client SSL_do_handshake|c2s capacity 1000|client SSL_do_handshake|s2c capacity 1000", [2]string{
		"SSL negotiation finished successfully|SSLv3/TLS write client hello|error",
		"SSL negotiation finished successfully|error",
	}},
}

// TestStateStrings: both peers try to finish what the steps have begun, byte by byte.
func TestStateStrings(t *testing.T) {
	for _, c := range stateStrings {
		w, err := engine.New(engine.Config{Version: c.version, Start: c.start})
		if err != nil {
			t.Fatal(err)
		}
		var got [2][]string
		apply := func(line string) {
			w, _, err = w.Apply(op(t, line))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range engine.Roles {
				if s := w.Endpoint(r).StateString(); len(got[r]) == 0 || got[r][len(got[r])-1] != s {
					got[r] = append(got[r], s)
				}
			}
		}
		for _, line := range append([]string{"c2s capacity 1", "s2c capacity 1"}, split(c.steps)...) {
			apply(line)
		}
		for range 1500 {
			apply("client SSL_do_handshake")
			apply("server SSL_do_handshake")
			if c.start == "" {
				apply("client SSL_read 0")
				apply("server SSL_read 0")
			}
		}
		for _, r := range engine.Roles {
			if want := strings.Split(c.want[r], "|"); !slices.Equal(got[r], want) {
				t.Errorf("%s from %q, %q: the %s has\n%q, want\n%q", c.version, c.start, c.steps, r, got[r], want)
			}
		}
	}
}
