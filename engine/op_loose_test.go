package engine_test

import (
	"testing"

	"closenotify/engine"
)

// TestLooseOps: what somebody who knows C writes, and what a script has for it.
func TestLooseOps(t *testing.T) {
	for line, want := range map[string]string{
		"client SSL_read(100)":              "client SSL_read 100",
		"client: SSL_read 100":              "client SSL_read 100",
		"Client SSL_read(ssl, buf, 100);":   "client SSL_read 100",
		"client.SSL_read(buf, 100)":         "client SSL_read 100",
		"client\tssl_shutdown":              "client SSL_shutdown",
		"client SSL_shutdown();":            "client SSL_shutdown",
		"server SSL_shutdown ( ssl ) ;":     "server SSL_shutdown",
		"SSL_shutdown(server);":             "server SSL_shutdown",
		"SSL_write_ex(client, buf, 5, &n);": "client SSL_write_ex 5",
		"SERVER shutdown":                   "server SSL_shutdown",
		"client read 100 bytes":             "client SSL_read 100",
		"client SSL_set_shutdown(ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)": "client SSL_set_shutdown SENT|RECEIVED",
		"client SSL_set_shutdown sent | received":                                 "client SSL_set_shutdown SENT|RECEIVED",
		"client SSL_set_mode(ssl, SSL_MODE_AUTO_RETRY)":                           "client SSL_set_mode AUTO_RETRY",
		"client SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED)":                    "client SSL_key_update requested",
		"client close(fd);":                      "client close",
		"C2S: Inject Alert.":                     "c2s inject alert",
		"s2c Deliver(ALL)":                       "s2c deliver all",
		"client SSL_read(ssl, buf, sizeof(buf))": "",
		"client SSL_read(ssl, buf, 100":          "",
		"client SSL_read 100)":                   "",
		"client SSL_shutdown now":                "",
		"client SSL_shutdown(ssl, 1)":            "",
		"client SSL_read(1, 2, 3, 4)":            "",
		"client SSL_read 1 2":                    "",
		"client SSL_read 1,000,000,000":          "",
		"client hold":                            "",
		"c2s read 100":                           "",
		"SSL_shutdown()":                         "",
		"deliver(c2s)":                           "",
		"client":                                 "",
		"":                                       "",
	} {
		got := ""
		if op, ok := engine.ParseLooseOp(line); ok {
			got = op.String()
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", line, got, want)
		}
	}
}

// TestLooseOpsOfEveryVerb: the C of the Code panel, and the word with its argument in
// parentheses, mean the operation.
func TestLooseOpsOfEveryVerb(t *testing.T) {
	for _, v := range engine.Verbs() {
		op := engine.Op{Verb: v, N: v.FirstArgument()}
		for _, line := range []string{"client " + op.C(), "client " + op.Call(), "C2S " + op.Call(), op.String()} {
			if op.IsCall() == (line[0] == 'C') || line == "client " {
				continue
			}
			if got, ok := engine.ParseLooseOp(line); !ok || got != op {
				t.Errorf("%q is read as %q", line, got)
			}
		}
	}
}
