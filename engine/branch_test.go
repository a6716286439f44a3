package engine_test

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// TestBranchesKeepTheirErrors: two calls that begin in the same World queue different errors,
// and neither changes the other's.
func TestBranchesKeepTheirErrors(t *testing.T) {
	w, _ := play(t, engine.Config{Version: engine.TLS12},
		"client keep_errors on", "client SSL_set_shutdown SENT", "client SSL_key_update requested")
	_, a, err := w.Apply(op(t, "client SSL_key_update requested"))
	if err != nil {
		t.Fatal(err)
	}
	before := slices.Clone(a.QueuedErrors())
	if _, b, err := w.Apply(op(t, "client SSL_write 1")); err != nil || slices.Equal(b.QueuedErrors(), before) {
		t.Fatalf("the other call queues %v, %v", b.QueuedErrors(), err)
	}
	if after := a.QueuedErrors(); len(after) != 2 || !slices.Equal(after, before) {
		t.Errorf("the first call queued %v, now %v", before, after)
	}
}

// TestBufferedBytesAreOffTheWire: bytes that a buffering BIO has read from the socket no
// longer lie on the wire, although no call has returned them.
func TestBufferedBytesAreOffTheWire(t *testing.T) {
	w, _ := play(t, engine.Config{Transport: "buffered"},
		"client SSL_write 10", "client SSL_shutdown", "c2s inject alert", "server SSL_read 5")
	wire := w.Wire(engine.ClientToServer)
	if list := wire.Records(); len(list) != 0 || wire.Queued() != 0 {
		t.Errorf("%d bytes on the wire, %+v", wire.Queued(), list)
	}
}

// TestBytesOfWrites: a Step says how many bytes a call has written, whether it has an
// argument for that number or not.
func TestBytesOfWrites(t *testing.T) {
	for _, line := range []string{"client SSL_write 10", "client SSL_write_ex 10"} {
		if _, s := play(t, engine.Config{}, line); s.Bytes != 10 {
			t.Errorf("%s: %d bytes", line, s.Bytes)
		}
	}
}

// TestNoAnswerToAReset: a socket that was reset discards what it holds when it is closed, and
// sends nothing, because the other end is closed.
func TestNoAnswerToAReset(t *testing.T) {
	w, s := play(t, engine.Config{}, "client SSL_write 10", "server SSL_write 10", "client close", "server close")
	if list := s.Signals(); len(list) != 0 {
		t.Errorf("the second close sends %v", list)
	}
	if _, sent := w.Wire(engine.ServerToClient).RST(); sent {
		t.Error("an RST answers an RST")
	}
}
