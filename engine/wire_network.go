package engine

// hold leaves written bytes in flight until they are delivered.
func (t *turn) hold(d Direction) {
	t.world.wires[d].held = true
	t.step.fire(RuleHold)
}

// deliver makes at most n more bytes readable, or all.
func (t *turn) deliver(d Direction, n int) {
	w := &t.world.wires[d]
	t.step.fire(RuleDeliver)
	left := w.bytesInFlight()
	if n != All {
		left = min(left, n)
	}
	for left > 0 {
		p := w.deliver(left)
		t.noteMove(Delivered, d, p.record, p.from, p.to)
		left -= p.to - p.from
		t.arrived(d)
	}
}

// setCapacity limits how many bytes may be queued.
func (t *turn) setCapacity(d Direction, n int) {
	t.world.wires[d].capacity = n
	t.step.fire(RuleCapacity)
}

// sendFIN puts the sender's FIN after the bytes queued now.
func (t *turn) sendFIN(d Direction) {
	if w := &t.world.wires[d]; w.fin < 0 {
		w.fin = w.end
	}
	t.step.fire(RuleFIN)
}

// resetWire makes reads fail with ECONNRESET.
func (t *turn) resetWire(d Direction) {
	t.world.wires[d].reset = true
	t.step.fire(RuleNetworkReset)
}

// breakWire makes writes fail with EPIPE.
func (t *turn) breakWire(d Direction) {
	t.world.wires[d].broken = true
	t.step.fire(RuleNetworkBroken)
}

// truncate loses every queued byte.
func (t *turn) truncate(d Direction) {
	w := &t.world.wires[d]
	for _, f := range w.Records() {
		t.noteMove(Lost, d, f.Record, f.From, f.To)
	}
	w.truncate()
	t.step.fire(RuleTruncate)
}

// corrupt flips the last bit of the last queued byte.
func (t *turn) corrupt(d Direction) {
	t.step.fire(RuleCorrupt)
	if p, ok := t.world.wires[d].corrupt(); ok {
		t.noteMove(Damaged, d, p.record, p.from, p.to)
	}
}

// injectAlert appends the attacker's record, `15 03 03 00 02 01 00`. The attacker is
// not bound by the sender's limits.
func (t *turn) injectAlert(d Direction) {
	t.world.records++
	r := Record{
		ID: t.world.records, From: d.From(), Type: TypeAlert, Injected: true,
		Length: alertLength, Alert: Alert{Warning, CloseNotify},
	}
	t.transmit(d, r, 0, injectedLength)
	t.noteMove(Injected, d, r, 0, injectedLength)
	t.step.fire(RuleInject)
}
