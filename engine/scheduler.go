package engine

// scheduler is one Apply under way: the World being changed and the Step being written.
// It knows both peers: it makes the call of one of them or the step of the network, has
// the kernels answer, and lets blocked calls go on.
//
// It is passed by value, and call holds it by value: were there one more pointer on the
// way to the World, Go would move every World to the heap.
type scheduler struct {
	world *World
	step  *Step
}

// run does op and everything that follows from it at once.
func (s scheduler) run(op Op) {
	s.step.profile = s.world.profile
	if s.world.processes != nil {
		own := *s.world.processes
		s.world.processes = &own
	}
	switch {
	case op.Verb.IsOfProgram():
		s.program(op)
	case op.IsCall():
		s.call(op)
	default:
		s.network(op.Verb, op.Dir, op.N)
	}
	s.kernelRespond()
	s.resumeBlocked()
}

// nextRecordID returns the ID for a new record.
func (s scheduler) nextRecordID() RecordID {
	s.world.records++
	return s.world.records
}

// newCall is a call of r, about to be made or to go on.
func (s scheduler) newCall(r Role, v Verb) call {
	w := s.world
	errors, own := &w.errors, w.processOf(r)
	if own != nil {
		errors = &own.errors
	}
	return call{
		sched: s, step: s.step, verb: v,
		ep: &w.endpoints[r], inWire: &w.wires[Incoming(r)], outWire: &w.wires[Outgoing(r)],
		errors: errors, process: own, profile: w.profile, version: w.config.Version,
		progress: progress{beforeVersion: !w.endpoints[r].negotiated},
	}
}

// call makes a peer's call. A peer that waits in an earlier call makes none, and neither
// does one that was freed.
func (s scheduler) call(op Op) {
	c := s.newCall(op.Role, op.Verb)
	switch {
	case c.ep.state == Freed && op.Verb != VerbClose: // the socket outlives the SSL object
		s.step.fire(RuleFreed)
		return
	case s.world.waits(op.Role):
		s.step.fire(RuleBlocked)
		return
	}
	c.clearErrors()
	s.make(&c, op)
}

// make makes a call, which may have to wait.
func (s scheduler) make(c *call, op Op) {
	queued := *c.errors
	ret := c.invoke(op.Verb, op.N)
	c.settleWant()
	if c.wait != waitNone {
		c.ep.blocked = &blockedCall{
			op: op, step: s.step.N, progress: c.progress, errors: queued,
			buf: c.buf, ofProgram: c.ofProgram,
		}
		c.keepBlocked(ret)
		*c.errors = nil
		s.step.Blocked = true
		return
	}
	if op.Verb.Returns() {
		s.step.Returned, s.step.Errno = true, c.errno
		s.step.Ret, s.step.Bytes = op.Verb.result(ret)
		c.noteErrorTexts()
		s.step.errors = *c.errors
		s.step.Reason = c.profile.text(c.errors.oldest())
		s.step.Error = c.getError(s.step.Ret)
		s.step.fireResult(op.Verb, s.step.Ret)
	}
}

// resumeBlocked lets blocked calls go on as far as they can, one peer's after the
// other's, until nothing moves any more.
func (s scheduler) resumeBlocked() {
	for moved := true; moved; {
		moved = false
		for _, r := range Roles {
			if s.world.endpoints[r].blocked != nil && s.resume(r) || s.resumePoll(r) {
				moved = true
			}
		}
	}
	if s.world.deadlocked() {
		s.step.Deadlock = true
		s.step.fire(RuleDeadlock)
	}
}

// deadlocked reports whether both peers wait and nothing on the way can help them, nor a limit
// of time.
func (w *World) deadlocked() bool {
	for r := range w.endpoints {
		if !w.waitsForEver(Role(r)) || w.wires[r].bytesInFlight() > 0 {
			return false
		}
	}
	return true
}

// resume tries a blocked call again and reports whether it got any further. The call finds
// its own errors in the queue, not those that the other peer has queued since. Once it has
// returned, both are in the queue.
func (s scheduler) resume(r Role) bool {
	rules, differences, moves := s.step.fired.n, s.step.differences, s.step.moves.length()
	b := s.world.endpoints[r].blocked
	c := s.newCall(r, b.op.Verb)
	c.buf, c.ofProgram = b.buf, b.ofProgram
	others := *c.errors
	*c.errors = b.errors
	ret := c.resume(b)
	c.settleWant()
	if c.wait == waitNone {
		c.returnLate(b, ret)
		*c.errors = others.with(*c.errors)
		return true
	}
	c.keepBlocked(ret)
	*c.errors = others
	moved := s.step.moves.length() > moves
	if !moved && c.ep.blocked.known == b.known {
		s.step.fired.n, s.step.differences = rules, differences // it waits as before: nothing to tell
	}
	return moved
}
