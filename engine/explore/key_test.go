package explore

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// parseOps reads steps, "|" between them.
func parseOps(t *testing.T, steps string) []engine.Op {
	t.Helper()
	var ops []engine.Op
	for step := range strings.FieldsFuncSeq(steps, func(r rune) bool { return r == '|' }) {
		op, err := engine.ParseOp(step)
		if err != nil {
			t.Fatal(err)
		}
		ops = append(ops, op)
	}
	return ops
}

// play applies steps to a new connection.
func play(t *testing.T, steps string) engine.World { return playWith(t, "", steps) }

// playWith applies steps to a new connection of a release.
func playWith(t *testing.T, profile, steps string) engine.World {
	t.Helper()
	w, err := engine.New(engine.Config{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	return applyAll(t, w, steps)
}

// applyAll applies steps to a World.
func applyAll(t *testing.T, w engine.World, steps string) engine.World {
	t.Helper()
	for _, op := range parseOps(t, steps) {
		var err error
		if w, _, err = w.Apply(op); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// TestMeaningsNameFields: what the engine calls its fields is known here.
func TestMeaningsNameFields(t *testing.T) {
	if err := checkLayouts(); err != nil {
		t.Error(err)
	}
	meanings["writer.message"] = ignored
	defer delete(meanings, "writer.message")
	if err := checkLayouts(); err == nil || !strings.Contains(err.Error(), "writer.message") {
		t.Errorf("a field that is not there gives %v", err)
	}
}

// TestKey: a key leaves history out, and nothing else.
func TestKey(t *testing.T) {
	const pair = "client SSL_write 10|server SSL_read 100|"
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{pair + "c2s hold", pair + pair + "c2s hold", true},
		{pair + "client SSL_write 10", pair + pair + "client SSL_write 10", true},
		{pair + "client SSL_write 10|client SSL_write 5", pair + pair + "client SSL_write 10|client SSL_write 5", true},
		{"c2s hold|client SSL_write 10|c2s deliver 5|c2s deliver 5", "c2s hold|client SSL_write 10|c2s deliver 10", true},
		{"client SSL_write 10|c2s corrupt|c2s corrupt", "client SSL_write 10|c2s capacity 1048576", true},
		{pair + "client SSL_write 10|c2s fin", pair + pair + "client SSL_write 10|c2s fin", true},
		{"client SSL_key_update requested|client SSL_write 10|server SSL_read 9", "client SSL_write 10|server SSL_read 9", false},
		{"client SSL_write 10", "client SSL_write 10|client SSL_write 10", false},
		{"client SSL_write 10|c2s corrupt", "client SSL_write 10", false},
		{"client SSL_write 10|c2s fin", "client SSL_write 10", false},
		{"client SSL_write 10|c2s truncate", "c2s truncate", false}, // a sequence number is missing
		{"client SSL_write 10|server SSL_read 9", "client SSL_write 10|server SSL_read 8", false},
		{"c2s hold|client SSL_write 10|c2s deliver 7|server SSL_read 9", "c2s hold|client SSL_write 10|c2s deliver 8|server SSL_read 9", false},
		{"client keep_errors on", "server keep_errors on", false},
	} {
		a, b := play(t, c.a), play(t, c.b)
		if got := key(a) == key(b); got != c.same {
			t.Errorf("%s\n%s\nhave the same key: %v, want %v", c.a, c.b, got, c.same)
		}
		if digest(a) != digest(play(t, c.a)) || digest(a) == digest(b) {
			t.Errorf("%s\n%s\nhave the digests %x, %x", c.a, c.b, digest(a), digest(b))
		}
	}
}

// TestKeyHasWhatCallsHaveNoted: how a call failed is part of a state where SSL_get_error
// reads it in a later call, and only there.
func TestKeyHasWhatCallsHaveNoted(t *testing.T) {
	const update = "client SSL_key_update requested"
	for profile, same := range map[string]bool{"openssl-3.6": true, "openssl-4.0": false} {
		a, b := playWith(t, profile, update), playWith(t, profile, update+"|client SSL_shutdown")
		if got := key(a) == key(b); got != same {
			t.Errorf("%s: a refused SSL_shutdown leaves the key as it was: %v, want %v", profile, got, same)
		}
	}
}
