package engine_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestNewNamesWhatIsWrong in its error.
func TestNewNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		config engine.Config
		want   string
	}{
		{engine.Config{Profile: "openssl-0.9.8"}, "engine: no profile openssl-0.9.8"},
		{engine.Config{Version: 0x0302}, "engine: no such version"},
		{engine.Config{Start: "never"}, "engine: no start never"},
		{engine.Config{Transport: "pigeon"}, "engine: no transport pigeon"},
	} {
		if _, err := engine.New(c.config); err == nil || err.Error() != c.want {
			t.Errorf("New(%+v): %v, want %q", c.config, err, c.want)
		}
	}
}

// TestNewIsNewEachTime: what is done with one World shows in no other, though they
// began as copies.
func TestNewIsNewEachTime(t *testing.T) {
	steps := []string{"client SSL_write 20", "c2s hold", "client SSL_key_update requested", "client SSL_shutdown", "c2s corrupt",
		"server SSL_read 7", "c2s deliver 30", "server SSL_read 7", "server SSL_shutdown", "s2c truncate", "client SSL_clear"}
	for _, start := range engine.Starts() {
		for _, transport := range []string{"socket", "buffered", "memory", "bio-pair 9"} {
			c := engine.Config{Start: start, Transport: transport}
			w, first := play(t, c, steps...)
			if again, second := play(t, c, steps...); !reflect.DeepEqual(first, second) || !reflect.DeepEqual(w, again) {
				t.Errorf("%+v: two connections do not do the same", c)
			}
		}
	}
}

// TestSparse leaves what is no default.
func TestSparse(t *testing.T) {
	other := engine.Config{Profile: "openssl-3.0", Version: engine.TLS12, Start: "tickets", Transport: "pigeon"}
	if got := other.Sparse(); got != other {
		t.Errorf("Sparse makes %+v of %+v", got, other)
	}
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Config(); got.Sparse() != (engine.Config{}) || got == (engine.Config{}) {
		t.Errorf("the config of a World without directives is %+v, sparse %+v", got, got.Sparse())
	}
}

// TestSyntaxErrors say which text was wrong and what was expected instead of it.
func TestSyntaxErrors(t *testing.T) {
	for _, c := range []struct{ line, text, want string }{
		{"", "", "a step"},
		{"clnt SSL_read 1", "clnt", "client, server, c2s or s2c"},
		{"c2s SSL_shutdown", "SSL_shutdown", "a step of the network, such as hold"},
		{"client hold", "hold", "a call, such as SSL_shutdown"},
		{"client SSL_read", "", "a number from 0 to 1048576 after SSL_read"},
		{"client SSL_read all", "all", "a number from 0 to 1048576"},
		{"client SSL_read 4294967296", "4294967296", "a number from 0 to 1048576"},
		{"client SSL_key_update now", "now", "not_requested or requested"},
		{"c2s deliver some", "some", "a number from 0 to 1073741824 or all"},
		{"c2s hold all", "all", "nothing after hold"},
		{"client SSL_set_shutdown BOTH", "BOTH", "0, SENT, RECEIVED or SENT|RECEIVED"},
		{"client SSL_set_quiet_shutdown 2", "2", "0 or 1"},
		{"client SSL_read 1 2", "2", "nothing after 1"},
	} {
		_, err := engine.ParseOp(c.line)
		var e *engine.SyntaxError
		if !errors.As(err, &e) || e.Text != c.text || e.Want != c.want || !strings.HasPrefix(c.line[e.At:], e.Text) {
			t.Errorf("%q: %v, want %q: expected %s", c.line, err, c.text, c.want)
		}
	}
}

// TestLimitsOfOperations: the largest number that each verb takes, and none larger.
func TestLimitsOfOperations(t *testing.T) {
	most := map[engine.Verb]int{
		engine.VerbShutdown: 0, engine.VerbRead: engine.MaxBytes, engine.VerbPeek: engine.MaxBytes, engine.VerbWrite: engine.MaxBytes,
		engine.VerbSetShutdown: 3, engine.VerbSetQuietShutdown: 1, engine.VerbFree: 0, engine.VerbDoHandshake: 0, engine.VerbKeyUpdate: 1,
		engine.VerbSetOptions: 0, engine.VerbSetMode: 2, engine.VerbClearMode: 2, engine.VerbKeepErrors: 1,
		engine.VerbReadEx: engine.MaxBytes, engine.VerbPeekEx: engine.MaxBytes, engine.VerbWriteEx: engine.MaxBytes,
		engine.VerbHold: 0, engine.VerbDeliver: engine.MaxCapacity, engine.VerbCapacity: engine.MaxCapacity, engine.VerbFIN: 0,
		engine.VerbReset: 0, engine.VerbBroken: 0, engine.VerbTruncate: 0, engine.VerbCorrupt: 0, engine.VerbInjectAlert: 0,
		engine.VerbNext: 0, engine.VerbTimeout: 0,
	}
	if engine.MaxBytes != 1<<20 || engine.MaxCapacity != 1<<30 {
		t.Errorf("limits %d and %d", engine.MaxBytes, engine.MaxCapacity)
	}
	w, _ := play(t, engine.Config{})
	for verb, n := range most {
		if _, _, err := w.Apply(engine.Op{Verb: verb, N: n}); err != nil {
			t.Errorf("%s %d: %v", verb, n, err)
		}
		if _, _, err := w.Apply(engine.Op{Verb: verb, N: n + 1}); err == nil {
			t.Errorf("%s %d has no error", verb, n+1)
		}
		if _, _, err := w.Apply(engine.Op{Verb: verb, N: -1}); (err == nil) != (verb == engine.VerbDeliver) {
			t.Errorf("%s -1: %v", verb, err)
		}
	}
}
