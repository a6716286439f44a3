package engine

// network runs a step of the network.
func (t *turn) network(op Op) {
	w := &t.world.wires[op.Dir]
	switch op.Verb {
	case VerbHold:
		w.held = true
		t.step.fire(RuleHold)
	case VerbDeliver:
		t.deliver(w, op)
	case VerbCapacity:
		w.capacity = op.N
		t.step.fire(RuleCapacity)
	case VerbFIN:
		if w.fin < 0 {
			w.fin = w.end
		}
		t.step.fire(RuleFIN)
	case VerbReset:
		w.reset = true
		t.step.fire(RuleNetworkReset)
	case VerbBroken:
		w.broken = true
		t.step.fire(RuleNetworkBroken)
	case VerbTruncate:
		for _, f := range w.Records() {
			t.move(Lost, op.Dir, f.Record, f.From, f.To)
		}
		w.truncate()
		t.step.fire(RuleTruncate)
	case VerbCorrupt:
		t.corrupt(w, op.Dir)
	case VerbInjectAlert:
		t.inject(op.Dir)
	}
}

// deliver makes bytes readable.
func (t *turn) deliver(w *Wire, op Op) {
	t.step.fire(RuleDeliver)
	n := w.inFlight()
	if op.N != All {
		n = min(n, op.N)
	}
	for n > 0 {
		p := w.deliver(n)
		t.move(Delivered, op.Dir, p.record, p.from, p.to)
		n -= p.to - p.from
		t.arrive(op.Dir)
	}
}

// corrupt flips a bit.
func (t *turn) corrupt(w *Wire, d Direction) {
	t.step.fire(RuleCorrupt)
	if p, ok := w.corrupt(); ok {
		t.move(Damaged, d, p.record, p.from, p.to)
	}
}

// inject appends the attacker's record, `15 03 03 00 02 01 00`. An attacker does
// not mind the sender's limits.
func (t *turn) inject(d Direction) {
	t.world.records++
	r := Record{
		ID: t.world.records, From: d.From(), Type: TypeAlert, Injected: true,
		Length: alertLength, Alert: Alert{Warning, CloseNotify},
	}
	t.put(d, r, 0, injectedLength)
	t.move(Injected, d, r, 0, injectedLength)
	t.step.fire(RuleInject)
}
