package engine_test

import (
	"fmt"

	"closenotify/engine"
)

// A World is a value: Apply gives the next one and does not change the one it was called on.
func ExampleWorld_Apply() {
	w, err := engine.New(engine.Config{Profile: "openssl-3.5", Version: engine.TLS13})
	if err != nil {
		panic(err)
	}
	closed, step, err := w.Apply(engine.Op{Verb: engine.VerbShutdown, Role: engine.Client})
	if err != nil {
		panic(err)
	}
	fmt.Println(step.Op, "returns", step.Ret)
	fmt.Println("before:", w.Endpoint(engine.Client).Shutdown())
	fmt.Println("after:", closed.Endpoint(engine.Client).Shutdown())
	for _, f := range closed.Wire(engine.ClientToServer).Records() {
		fmt.Println("on the wire:", f.Record.Alert, f.To-f.From, "bytes")
	}
	// Output:
	// client SSL_shutdown returns 0
	// before: 0
	// after: SENT
	// on the wire: close_notify 24 bytes
}

// The rules of a step say why it ended as it did, and where that is written down.
func ExampleStep_Rules() {
	w, _ := engine.New(engine.Config{})
	w, _, _ = w.Apply(engine.Op{Verb: engine.VerbShutdown, Role: engine.Client})
	op, _ := engine.ParseOp("client SSL_write 5")
	_, step, _ := w.Apply(op)
	fmt.Println(step.Ret, step.Error)
	for _, e := range step.QueuedErrors() {
		fmt.Println(e)
	}
	for _, r := range step.Rules() {
		fmt.Println(r.Name, "-", r.Man)
	}
	// Output:
	// -1 SSL_ERROR_SSL
	// error:0A0000CF:SSL routines::protocol is shutdown
	// write-after-close - SSL_shutdown(3), Locally-Initiated Shutdown
}

// A History keeps every future that was tried.
func ExampleHistory_Act() {
	w, _ := engine.New(engine.Config{})
	h := engine.NewHistory(w)
	h, _, _ = h.Act(0, engine.Op{Verb: engine.VerbShutdown, Role: engine.Client})
	h, _, _ = h.Act(0, engine.Op{Verb: engine.VerbShutdown, Role: engine.Server})
	for _, id := range h.Children(0) {
		fmt.Println(h.Step(id).Op)
	}
	// Output:
	// client SSL_shutdown
	// server SSL_shutdown
}

// What a release does otherwise than another is data.
func ExampleProfile_DifferencesBetween() {
	before, _ := engine.ProfileNamed("openssl-3.5.7")
	now, _ := engine.ProfileNamed("openssl-3.5")
	for _, d := range before.DifferencesBetween(now) {
		fmt.Println(d.Name, "since", d.Since)
	}
	// Output:
	// short-record-is-bad-mac since [3.0.22 3.5.9 3.6.0]
}
