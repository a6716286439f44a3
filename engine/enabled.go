package engine

// Sizes that Enabled suggests, bytes.
const (
	suggestedWrite    = 10
	suggestedRead     = 100
	suggestedCapacity = 20
	suggestedDelivery = 10
)

// Enabled lists the operations that change something or tell something now, the
// client's calls first, then the server's, then the network's, always in the
// same order. Numbers are filled in with values worth trying. Calls that would
// be a mistake are listed like all others.
func (w World) Enabled() []Op {
	var ops []Op
	for _, r := range Roles {
		ops = w.ends[r].enabled(ops)
	}
	for _, d := range Directions {
		ops = w.wires[d].enabled(ops, d)
	}
	return ops
}

// enabled adds the calls that a peer can make.
func (e Endpoint) enabled(ops []Op) []Op {
	if _, blocked := e.Blocked(); blocked || e.state == Freed {
		return ops
	}
	r := e.role
	quiet := 1
	if e.quiet {
		quiet = 0
	}
	ops = append(ops,
		Op{Verb: VerbShutdown, Role: r},
		Op{Verb: VerbRead, Role: r, N: suggestedRead},
		Op{Verb: VerbPeek, Role: r, N: suggestedRead},
		Op{Verb: VerbWrite, Role: r, N: suggestedWrite},
	)
	for f := ShutdownFlags(0); f <= Sent|Received; f++ {
		if f != e.flags {
			ops = append(ops, Op{Verb: VerbSetShutdown, Role: r, N: int(f)})
		}
	}
	ops = append(ops, Op{Verb: VerbSetQuietShutdown, Role: r, N: quiet}, Op{Verb: VerbFree, Role: r})
	return e.enabledRarely(ops)
}

// enabledRarely adds the calls that fewer people need.
func (e Endpoint) enabledRarely(ops []Op) []Op {
	keep := 1
	if e.keepErrors {
		keep = 0
	}
	r := e.role
	ops = append(ops,
		Op{Verb: VerbDoHandshake, Role: r},
		Op{Verb: VerbKeyUpdate, Role: r, N: 0},
		Op{Verb: VerbKeyUpdate, Role: r, N: 1},
		Op{Verb: VerbRenegotiate, Role: r},
		Op{Verb: VerbClear, Role: r},
		Op{Verb: VerbClose, Role: r},
		Op{Verb: VerbSetNbio, Role: r, N: pick(e.blocking, 1, 0)},
	)
	if !e.ignoreEOF {
		ops = append(ops, Op{Verb: VerbSetOptions, Role: r})
	}
	if !e.noAutoRetry {
		ops = append(ops, Op{Verb: VerbClearMode, Role: r})
	}
	return append(ops, Op{Verb: VerbKeepErrors, Role: r, N: keep})
}

// enabled adds what the network can do to a direction.
func (w Wire) enabled(ops []Op, d Direction) []Op {
	add := func(ok bool, v Verb, n int) {
		if ok {
			ops = append(ops, Op{Verb: v, Dir: d, N: n})
		}
	}
	add(!w.held, VerbHold, 0)
	add(w.inFlight() > 0, VerbDeliver, All)
	add(w.inFlight() > suggestedDelivery, VerbDeliver, suggestedDelivery)
	add(w.fin < 0, VerbFIN, 0)
	add(w.Queued() > 0, VerbTruncate, 0)
	add(w.Queued() > 0, VerbCorrupt, 0)
	add(true, VerbInjectAlert, 0)
	add(true, VerbCapacity, suggestedCapacityFor(w.capacity))
	add(!w.reset, VerbReset, 0)
	add(!w.broken, VerbBroken, 0)
	return ops
}

// suggestedCapacityFor narrows a wide wire and opens a narrow one.
func suggestedCapacityFor(capacity int) int {
	if capacity >= DefaultCapacity {
		return suggestedCapacity
	}
	return DefaultCapacity
}
