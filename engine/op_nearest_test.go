package engine_test

import (
	"errors"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestMeant: what an editor suggests in place of a mistyped word.
func TestMeant(t *testing.T) {
	for line, want := range map[string]string{
		"client SSL_shutdwon":                   "SSL_shutdown",
		"client ssl_Shutdown":                   "SSL_shutdown",
		"client SSL_raed 5":                     "SSL_read",
		"client SSL_read_xe 5":                  "SSL_read_ex",
		"client SSL_\u200bshutdown":             "SSL_shutdown",
		"c2s inject":                            "inject alert",
		"c2s delivr all":                        "deliver",
		"clnt SSL_shutdown":                     "client",
		"sever SSL_shutdown":                    "server",
		"c2c hold":                              "c2s",
		"client SSL_set_shutdown SENT|RECIEVED": "SENT|RECEIVED",
		"client SSL_key_update request":         "requested",
		"client SSL_foo":                        "",
		"client x":                              "",
		"c2s SSL_shutdown":                      "",
		"client SSL_read ten":                   "",
		"client SSL_read":                       "",
		"client SSL_shutdown now":               "",
		"client " + strings.Repeat("S", 1000):   "",
	} {
		_, err := engine.ParseOp(line)
		e, ok := errors.AsType[*engine.SyntaxError](err)
		if !ok || e.Meant() != want {
			t.Errorf("%q: %v, did you mean %q?", line, err, e.Meant())
		}
	}
}
