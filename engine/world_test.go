package engine_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

func op(t testing.TB, line string) engine.Op {
	t.Helper()
	o, err := engine.ParseOp(line)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// play applies lines to a new World.
func play(t testing.TB, c engine.Config, lines ...string) (engine.World, engine.Step) {
	t.Helper()
	w, err := engine.New(c)
	if err != nil {
		t.Fatal(err)
	}
	var s engine.Step
	for _, l := range lines {
		if w, s, err = w.Apply(op(t, l)); err != nil {
			t.Fatal(err)
		}
	}
	return w, s
}

// TestApplyLeavesItsReceiver walks at random, keeps every World on the way, and
// asks each for its outcome again when all is done.
func TestApplyLeavesItsReceiver(t *testing.T) {
	for _, v := range engine.Versions {
		r := rand.New(rand.NewPCG(1, uint64(v)))
		for range 200 {
			w, _ := play(t, engine.Config{Version: v})
			var worlds []engine.World
			var ops []engine.Op
			var outcomes []string
			for range 60 {
				enabled := w.Enabled()
				o := enabled[r.IntN(len(enabled))]
				next, step, err := w.Apply(o)
				if err != nil {
					t.Fatal(err)
				}
				worlds, ops = append(worlds, w), append(ops, o)
				outcomes = append(outcomes, outcome(step, next))
				w = next
			}
			for i, w := range worlds {
				next, step, _ := w.Apply(ops[i])
				if got := outcome(step, next); got != outcomes[i] {
					t.Fatalf("step %d, %s, done again:\n%s\nfirst:\n%s", i, ops[i], got, outcomes[i])
				}
			}
		}
	}
}

func outcome(s engine.Step, w engine.World) string { return string(script.AppendJSON(nil, s, w)) }

func TestNewRefuses(t *testing.T) {
	for _, c := range []engine.Config{
		{Profile: "openssl-0.9.8"}, {Version: 0x0302}, {Start: "after"}, {Transport: "bio-pair 0"},
	} {
		if _, err := engine.New(c); err == nil {
			t.Errorf("New(%+v) has no error", c)
		}
	}
	if got := (engine.Config{Version: engine.TLS13, Profile: engine.DefaultProfile, Start: "established", Transport: "socket"}).Sparse(); got != (engine.Config{}) {
		t.Errorf("Sparse leaves %+v", got)
	}
}

func TestApplyRefusesWhatNoScriptSays(t *testing.T) {
	w, _ := play(t, engine.Config{})
	for _, o := range []engine.Op{
		{}, {Verb: 99}, {Verb: engine.VerbRead, N: -1}, {Verb: engine.VerbRead, N: engine.MaxBytes + 1},
		{Verb: engine.VerbSetShutdown, N: 4}, {Verb: engine.VerbShutdown, Role: 2}, {Verb: engine.VerbHold, Dir: 2},
		{Verb: engine.VerbShutdown, N: 1}, {Verb: engine.VerbDeliver, N: -2},
	} {
		after, step, err := w.Apply(o)
		var e *engine.OpError
		if !errors.As(err, &e) || e.Op != o || !strings.Contains(err.Error(), e.Why) {
			t.Errorf("Apply(%+v): %v", o, err)
		}
		if !reflect.DeepEqual(after, w) || !reflect.DeepEqual(step, engine.Step{}) {
			t.Errorf("Apply(%+v) changed something", o)
		}
	}
}

// TestWireShowsParts: half a record in flight, half delivered, one bit flipped,
// a FIN after it.
func TestWireShowsParts(t *testing.T) {
	w, step := play(t, engine.Config{}, "s2c hold", "s2c capacity 40", "server SSL_write 10", "server SSL_write 5",
		"s2c deliver 34", "client SSL_read 100", "s2c capacity 100", "server SSL_write 5", "s2c corrupt", "s2c fin", "s2c deliver 1")
	wire := w.Wire(engine.ServerToClient)
	got := wire.Records()
	if len(got) != 1 {
		t.Fatalf("%d records on the wire, want 1: %+v", len(got), got)
	}
	f := got[0]
	if f.Record.ID != 2 || f.Record.Length != 5 || f.From != 0 || f.To != 27 || f.Readable != 3 || !f.Damaged {
		t.Errorf("got %+v", f)
	}
	if before, ok := wire.FIN(); !ok || before != 27 {
		t.Errorf("FIN after %d bytes, %v", before, ok)
	}
	if !wire.Held() || wire.Reset() || wire.Broken() || wire.Capacity() != 100 {
		t.Errorf("wire %+v", wire)
	}
	moves := step.ByteMoves()
	if len(moves) != 1 || moves[0].Kind != engine.Delivered || moves[0].From != 2 || moves[0].To != 3 {
		t.Errorf("moves %+v", moves)
	}
}

// TestMovesFollowARecord from its sender to its receiver.
func TestMovesFollowARecord(t *testing.T) {
	tests := []struct {
		lines []string
		kinds string
	}{
		{[]string{"client SSL_write 10"}, "queued"},
		{[]string{"client SSL_write 10", "server SSL_read 5"}, "consumed"},
		{[]string{"client SSL_write 10", "server SSL_read 5", "server SSL_read 5"}, ""},
		{[]string{"client SSL_write 10", "c2s truncate"}, "lost"},
		{[]string{"client SSL_write 10", "c2s corrupt"}, "damaged"},
		{[]string{"c2s inject alert"}, "injected"},
		{[]string{"c2s inject alert", "server SSL_read 5"}, "consumed consumed queued"},
		{[]string{"c2s hold", "client SSL_write 1", "client SSL_write 1", "client SSL_write 1", "c2s deliver all"}, "delivered delivered delivered"},
	}
	for _, tt := range tests {
		_, step := play(t, engine.Config{Version: engine.TLS12}, tt.lines...)
		var kinds []string
		for _, m := range step.ByteMoves() {
			kinds = append(kinds, m.Kind.String())
		}
		if got := strings.Join(kinds, " "); got != tt.kinds {
			t.Errorf("%s: %q, want %q", tt.lines, got, tt.kinds)
		}
	}
}

// TestCauses: each flag names the step and the record that set it.
func TestCauses(t *testing.T) {
	w, _ := play(t, engine.Config{}, "server SSL_write 10", "client SSL_shutdown", "server SSL_read 10", "client SSL_shutdown")
	client, server := w.Endpoint(engine.Client), w.Endpoint(engine.Server)
	if got := client.SentBy(); got != (engine.Cause{Step: 2, Record: 2}) {
		t.Errorf("client SENT by %+v", got)
	}
	if got := server.ReceivedBy(); got != (engine.Cause{Step: 3, Record: 2}) {
		t.Errorf("server RECEIVED by %+v", got)
	}
	if got := client.ReceivedBy(); got != (engine.Cause{}) {
		t.Errorf("client RECEIVED by %+v, though it is not set", got)
	}
	w, _, _ = w.Apply(op(t, "server SSL_set_shutdown SENT"))
	server = w.Endpoint(engine.Server)
	if server.SentBy() != (engine.Cause{Step: 5}) || server.ReceivedBy() != (engine.Cause{}) {
		t.Errorf("after SSL_set_shutdown: %+v, %+v", server.SentBy(), server.ReceivedBy())
	}
}

// TestHalves shows what is half written and half read.
func TestHalves(t *testing.T) {
	w, _ := play(t, engine.Config{}, "c2s capacity 10", "client SSL_shutdown", "server SSL_read 1", "client SSL_set_quiet_shutdown 1")
	c, s := w.Endpoint(engine.Client), w.Endpoint(engine.Server)
	if r, sent, ok := c.HalfWritten(); !ok || sent != 10 || !r.IsCloseNotify() {
		t.Errorf("half written: %+v, %d, %v", r, sent, ok)
	}
	if a, ok := c.AlertWaiting(); !ok || a.String() != "close_notify" || a.Level.String() != "warning" {
		t.Errorf("waiting: %v, %v", a, ok)
	}
	if got, ok := s.HalfRead(); !ok || got != 10 {
		t.Errorf("half read: %d, %v", got, ok)
	}
	if !c.QuietShutdown() || w.Steps() != 4 {
		t.Errorf("quiet %v, steps %d", c.QuietShutdown(), w.Steps())
	}
}
