package engine_test

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// TestNewWorldIsEmpty: no alert waits, no record is half read or written, and the wires
// are empty, until something happens.
func TestNewWorldIsEmpty(t *testing.T) {
	w, _ := play(t, engine.Config{})
	for _, r := range engine.Roles {
		e := w.Endpoint(r)
		_, _, half := e.HalfWritten()
		_, begun := e.HalfRead()
		_, waits := e.AlertWaiting()
		if half || begun || waits || e.QuietShutdown() || e.SentBy() != (engine.Cause{}) || e.ReceivedBy() != (engine.Cause{}) {
			t.Errorf("%s: half written %v, half read %v, an alert waits %v, %+v", r, half, begun, waits, e)
		}
	}
	for _, d := range engine.Directions {
		wire := w.Wire(d)
		if before, ok := wire.FIN(); wire.Held() || wire.Reset() || wire.Broken() || ok || before != 0 || wire.Capacity() != engine.DefaultCapacity {
			t.Errorf("%s: %+v", d, wire)
		}
	}
	w, _ = play(t, engine.Config{}, "c2s hold", "c2s reset", "c2s broken", "c2s fin")
	wire := w.Wire(engine.ClientToServer)
	if before, ok := wire.FIN(); !wire.Held() || !wire.Reset() || !wire.Broken() || !ok || before != 0 {
		t.Errorf("after hold, reset, broken and fin: %+v", wire)
	}
}

// TestFINFollowsQueuedBytes: the FIN comes after what was queued, and first of all once
// that is lost.
func TestFINFollowsQueuedBytes(t *testing.T) {
	w, _ := play(t, engine.Config{}, "client SSL_write 10", "c2s fin")
	if before, ok := w.Wire(engine.ClientToServer).FIN(); before != 32 || !ok {
		t.Errorf("after %d bytes, %v", before, ok)
	}
	w, _ = play(t, engine.Config{}, "c2s fin", "client SSL_write 10", "c2s truncate")
	if before, ok := w.Wire(engine.ClientToServer).FIN(); before != 0 || !ok {
		t.Errorf("after %d bytes that are lost, %v", before, ok)
	}
}

// TestErrno: the errno of calls whose transport failed.
func TestErrno(t *testing.T) {
	for _, c := range []struct{ steps, want string }{
		{"client SSL_write 10", ""},
		{"client SSL_read 10", "EAGAIN"},
		{"c2s capacity 3|client SSL_write 10", "EAGAIN"},
		{"s2c reset|client SSL_read 10", "ECONNRESET"},
		{"c2s broken|client SSL_write 10", "EPIPE"},
		{"s2c fin|client SSL_read 10", ""},
	} {
		if _, s := play(t, engine.Config{}, split(c.steps)...); s.Errno.String() != c.want {
			t.Errorf("%s: errno %q, want %q", c.steps, s.Errno, c.want)
		}
	}
}

// TestAlertsThatWait: an alert waits while a record is half written.
func TestAlertsThatWait(t *testing.T) {
	const blocked = "c2s capacity 10|client SSL_write 10"
	for _, c := range []struct{ profile, steps, want string }{
		{"openssl-3.5", blocked + "|client SSL_write 5", "internal_error fatal"}, // bad length
		{"openssl-3.5", blocked + "|client SSL_shutdown", "close_notify warning"},
		{"openssl-3.5", "c2s capacity 10|client SSL_shutdown|client SSL_set_shutdown 0|client SSL_write 10", "internal_error fatal"},
		{"openssl-3.0", blocked + "|client SSL_shutdown|client SSL_set_shutdown 0|client SSL_shutdown", "close_notify warning"},
	} {
		w, _ := play(t, engine.Config{Profile: c.profile}, split(c.steps)...)
		a, ok := w.Endpoint(engine.Client).AlertWaiting()
		if got := a.String() + " " + a.Level.String(); !ok || got != c.want {
			t.Errorf("%s: %s waits, %v; want %s", c.steps, got, ok, c.want)
		}
	}
}

// TestTicketsAreRecordsOfTheServer: each has an ID and a sequence number of its own.
func TestTicketsAreRecordsOfTheServer(t *testing.T) {
	w, _ := play(t, engine.Config{Start: "tickets"})
	list := w.Wire(engine.ServerToClient).Records()
	if len(list) != 2 {
		t.Fatalf("%d records", len(list))
	}
	first := list[0].Record.ID // after those of the handshake
	for i, f := range list {
		r := f.Record
		if r.ID != first+engine.RecordID(i) || r.Sender != engine.Server || r.Type != engine.TypeHandshake || r.Message != engine.NewSessionTicket ||
			r.Seq != uint32(i) || f.To != r.WireLength(engine.TLS13) || r.Length != 217 {
			t.Errorf("record %d: %+v", i, f)
		}
	}
	w, s := play(t, engine.Config{Start: "tickets"}, "client SSL_read 10", "client SSL_write 10")
	if m := s.ByteMoves(); len(m) != 1 || m[0].Record.ID != first+2 {
		t.Errorf("the next record: %+v, %d steps", m, w.Steps())
	}
}

// TestCloseNotifyOrNot: data and other alerts are not close_notify.
func TestCloseNotifyOrNot(t *testing.T) {
	for _, r := range []engine.Record{
		{Type: engine.TypeApplicationData}, {Type: engine.TypeHandshake},
		{Type: engine.TypeAlert, Alert: engine.Alert{Level: engine.Fatal, Description: engine.DecodeError}},
	} {
		if r.IsCloseNotify() {
			t.Errorf("%+v is taken for a close_notify", r)
		}
	}
}

// TestErrorsSayWhat: the error of an operation says what is wrong with it.
func TestErrorsSayWhat(t *testing.T) {
	w, _ := play(t, engine.Config{})
	for _, c := range []struct {
		op   engine.Op
		want string
	}{
		{engine.Op{}, "engine: c2s no verb: no such verb"},
		{engine.Op{Verb: engine.VerbShutdown, Role: 2}, ": no such peer or direction"},
		{engine.Op{Verb: engine.VerbRead, N: -1}, "engine: client SSL_read -1: a number from 0 to 1048576 was expected"},
	} {
		if _, _, err := w.Apply(c.op); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("Apply(%+v): %v, want %q", c.op, err, c.want)
		}
	}
	if _, _, err := engine.NewHistory(w).Act(7, engine.Op{}); err == nil || err.Error() != "engine: the history has no moment 7" {
		t.Errorf("Act at a moment that is not there: %v", err)
	}
}

// TestFailed: a fatal error is remembered; a retry and a refused call are none.
func TestFailed(t *testing.T) {
	for steps, want := range map[string]bool{
		"client SSL_read 10":                          false,
		"s2c inject alert|client SSL_read 10":         true,
		"s2c inject alert|client SSL_read 10|c2s fin": true,
		"client SSL_shutdown|client SSL_write 10":     false,
	} {
		if w, _ := play(t, engine.Config{}, split(steps)...); w.Endpoint(engine.Client).Failed() != want {
			t.Errorf("%s: failed is %v", steps, !want)
		}
	}
}

// TestAlertConstants: the reasons of received alerts got other names in C than in their texts
// (crypto/err/openssl.txt of each release).
func TestAlertConstants(t *testing.T) {
	for profile, want := range map[string]string{
		"openssl-1.1.1": "SSL_R_SSLV3_ALERT_UNEXPECTED_MESSAGE",
		"openssl-3.5":   "SSL_R_SSLV3_ALERT_UNEXPECTED_MESSAGE",
		"openssl-4.0":   "SSL_R_TLS_ALERT_UNEXPECTED_MESSAGE",
	} {
		_, s := play(t, engine.Config{Profile: profile}, "s2c inject alert", "client SSL_read 10", "server SSL_read 10")
		if list := s.QueuedErrors(); len(list) != 1 || list[0].Constant != want {
			t.Errorf("%s: %+v, want %s", profile, list, want)
		}
	}
}

// TestContentTypesHaveTheRFCsNames.
func TestContentTypesHaveTheRFCsNames(t *testing.T) {
	for typ, want := range map[engine.ContentType]string{
		engine.TypeChangeCipherSpec: "change_cipher_spec", engine.TypeAlert: "alert",
		engine.TypeHandshake: "handshake", engine.TypeApplicationData: "application_data", 0: "unknown",
	} {
		if got := typ.String(); got != want {
			t.Errorf("content type %d is %q, want %q", typ, got, want)
		}
	}
}

// TestFINBeforeAnyByte: a FIN at the very beginning of the stream counts, too.
func TestFINBeforeAnyByte(t *testing.T) {
	w, _ := play(t, engine.Config{Start: engine.StartBefore}, "c2s fin")
	if before, ok := w.Wire(engine.ClientToServer).FIN(); before != 0 || !ok {
		t.Errorf("FIN after %d bytes, %v", before, ok)
	}
}
