package engine

import "closenotify/engine/program"

// The descriptor of a peer's socket in its program, and what fcntl says of one.
const (
	ownDescriptor = 3
	noDescriptor  = -1

	readWrite   = 0o2    // O_RDWR
	nonBlocking = 0o4000 // O_NONBLOCK
)

// isSystemCall reports whether a call is one of the system, not of the library.
func isSystemCall(name string) bool {
	switch name {
	case "poll", "select", "shutdown", "close", "fcntl", "sleep", "usleep", "nanosleep":
		return true
	}
	return false
}

// systemCall makes a call of the system.
func (s scheduler) systemCall(r Role, p *process, call program.Call) {
	switch call.Name {
	case "poll", "select":
		s.poll(r, p, call)
	case "sleep", "usleep", "nanosleep":
		if call.Invalid {
			s.returnSystem(p, -1, EINVAL)
			return
		}
		s.world.processes.pass(call.Limit)
		s.step.fire(RuleSleep)
		s.returnSystem(p, 0, noErrno)
	default:
		s.socketCall(r, p, call)
	}
}

// socketCall is shutdown, close or fcntl.
func (s scheduler) socketCall(r Role, p *process, call program.Call) {
	if s.world.isForeign(call.Args[0]) {
		p.stop(call.Name + " is modelled with the peer's own socket only")
		return
	}
	k := &s.world.endpoints[r].socket
	if call.Args[0] < 0 || k.closed {
		s.returnSystem(p, -1, EBADF)
		return
	}
	switch call.Name {
	case "close":
		c := s.newCall(r, VerbClose)
		c.closeSocket()
	case "fcntl":
		c := s.newCall(r, VerbSetNbio)
		c.setNbio(call.Args[2]&nonBlocking != 0)
	case "shutdown":
		if k.reset || s.world.wires[Incoming(r)].finArrived() && s.world.wires[Outgoing(r)].finArrived() {
			s.returnSystem(p, -1, ENOTCONN)
			return
		}
		s.shutWrite(Outgoing(r))
	}
	s.returnSystem(p, 0, noErrno)
}

// returnSystem ends a call of the system that does not wait.
func (s scheduler) returnSystem(p *process, ret int, e Errno) {
	s.step.Returned, s.step.Ret, s.step.Errno, s.step.ran.Answer = true, ret, e, Answer{Keys: ErrnoKeys}
	p.state = p.state.Return(program.Result{Ret: int64(ret), Errno: e.number()})
}

// isForeign reports whether a descriptor is one that a program cannot use.
func (w *World) isForeign(fd int64) bool {
	return fd >= 0 && (fd != ownDescriptor || !w.HasSockets())
}

// descriptor is SSL_get_fd.
func (w *World) descriptor() int64 {
	if w.HasSockets() {
		return ownDescriptor
	}
	return noDescriptor
}

// poll is poll or select.
func (s scheduler) poll(r Role, p *process, call program.Call) {
	for _, watched := range call.Watch {
		if s.world.isForeign(int64(watched.FD)) {
			p.stop(call.Name + " is modelled with the peer's own socket only")
			return
		}
	}
	now := s.world.processes.clock
	p.step, p.limited, p.due = s.step.N, call.Limit >= 0, later(now, max(call.Limit, 0))
	p.waits = true
	if call.Invalid {
		p.limited = false
		s.returnPoll(r, -1, nil)
		return
	}
	if !s.tryPoll(r, p, call) {
		if call.Limit == 0 {
			s.returnPoll(r, 0, nil)
			return
		}
		s.step.Blocked = true
		s.step.fire(RulePollWaits)
	}
}

// resumePoll lets a poll or select that waits return if it can, and reports whether it has.
func (s scheduler) resumePoll(r Role) bool {
	p := s.world.processOf(r)
	return p != nil && p.waits && s.tryPoll(r, p, p.state.Call())
}

// tryPoll returns from poll or select if a descriptor is ready, and reports whether it has.
func (s scheduler) tryPoll(r Role, p *process, call program.Call) bool {
	revents := make([]int16, len(call.Watch))
	for i, watched := range call.Watch {
		if watched.FD >= 0 {
			revents[i] = s.world.revents(r)
		}
		if call.Name == "poll" {
			revents[i] &= watched.Events | program.PollErr | program.PollHup | program.PollNval
		}
	}
	n, ok := call.Ready(revents)
	switch {
	case !ok:
		s.returnPoll(r, -1, nil)
	case n == 0:
		return false
	default:
		s.returnPoll(r, int(n), revents)
	}
	return true
}

// revents is what poll reports for a peer's socket, as Linux numbers it.
func (w *World) revents(r Role) (events int16) {
	list, ok := w.Poll(r)
	if !ok {
		return program.PollNval
	}
	for i, bit := range pollBits {
		if list&(1<<i) != 0 {
			events |= bit
		}
	}
	return events
}

// pollBits are the events of PollEvents in the order of their bits, as Linux numbers them.
var pollBits = [...]int16{program.PollIn, program.PollOut, program.PollHup, program.PollErr, program.PollNval}

// returnPoll ends a poll or select.
func (s scheduler) returnPoll(r Role, ret int, revents []int16) {
	p := s.world.processOf(r)
	call := p.state.Call()
	answer := Answer{Keys: ErrnoKeys, Polled: call.Name == "poll"}
	for _, events := range revents {
		for i, bit := range pollBits {
			if events&bit != 0 && answer.Polled {
				answer.Revents |= 1 << i
			}
		}
	}
	e := noErrno
	if ret < 0 {
		e = pick(call.Invalid, EINVAL, EBADF)
	}
	left := int64(0)
	if p.limited {
		left = max(p.due-s.world.processes.clock, 0)
	}
	p.waits, p.limited = false, false
	s.step.fire(pick(ret == 0, RuleLimitRunsOut, RulePollReady))
	if p.step == s.step.N && !s.step.Blocked {
		s.step.Returned, s.step.Ret, s.step.Errno, s.step.ran.Answer = true, ret, e, answer
	} else {
		s.step.late = append(s.step.late, LateReturn{Role: r, Step: p.step, Ret: ret, Errno: e, Answer: answer, profile: s.step.profile})
	}
	p.state = p.state.Return(program.Result{Ret: int64(ret), Errno: e.number(), Revents: revents, Left: left})
}
