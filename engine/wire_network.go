package engine

// hold leaves written bytes in flight until they are delivered.
func (s scheduler) hold(d Direction) {
	s.world.wires[d].held = true
	s.step.fire(RuleNetHold)
}

// deliver makes at most n more bytes readable, or all.
func (s scheduler) deliver(d Direction, n int) {
	w := &s.world.wires[d]
	s.step.fire(RuleNetDeliver)
	left := w.bytesInFlight()
	if n != All {
		left = min(left, n)
	}
	for left > 0 {
		p := w.deliver(left)
		s.step.noteMove(Delivered, d, p.record, p.from, p.to)
		left -= p.to - p.from
		s.noteArrival(d)
	}
}

// setCapacity limits how many bytes may be queued.
func (s scheduler) setCapacity(d Direction, n int) {
	s.world.wires[d].capacity = int32(n)
	s.step.fire(RuleNetCapacity)
}

// shutWrite is shutdown(2) of the sender's socket with SHUT_WR.
func (s scheduler) shutWrite(d Direction) {
	s.sendFIN(d)
	s.step.fire(RuleNetFIN)
}

// resetWire makes reads fail with ECONNRESET.
func (s scheduler) resetWire(d Direction) {
	if w := &s.world.wires[d]; !w.reset {
		w.reset = true
		s.step.noteSignal(RST, d)
	}
	s.step.fire(RuleNetReset)
}

// breakWire makes writes fail with EPIPE.
func (s scheduler) breakWire(d Direction) {
	s.world.wires[d].broken = true
	s.step.fire(RuleNetBroken)
}

// truncate loses every queued byte.
func (s scheduler) truncate(d Direction) {
	w := &s.world.wires[d]
	for _, f := range w.Records() {
		s.step.noteMove(Lost, d, f.Record, f.From, f.To)
	}
	w.truncate()
	s.step.fire(RuleNetTruncate)
}

// corrupt flips the last bit of the last queued byte.
func (s scheduler) corrupt(d Direction) {
	s.step.fire(RuleNetCorrupt)
	if p, ok := s.world.wires[d].corrupt(); ok {
		s.step.noteMove(Damaged, d, p.record, p.from, p.to)
	}
}

// injectAlert appends the attacker's record, `15 03 03 00 02 01 00`. The attacker is
// not bound by the sender's limits.
func (s scheduler) injectAlert(d Direction) {
	r := Record{
		ID: s.nextRecordID(), Sender: d.Sender(), Type: TypeAlert, Injected: true,
		Length: alertLength, Alert: Alert{Warning, CloseNotify},
	}
	s.transmit(d, r, 0, injectedLength)
	s.step.noteMove(Injected, d, r, 0, injectedLength)
	s.step.fire(RuleNetInject)
}
