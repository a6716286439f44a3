package engine

import "iter"

// PollEvents is a set of events that poll(2) reports when asked for POLLIN and POLLOUT.
type PollEvents uint8

// The events, in the order in which a trace lists them.
const (
	PollIn   PollEvents = 1 << iota // POLLIN: a read does not wait
	PollOut                         // POLLOUT: a write does not wait
	PollHup                         // POLLHUP: both directions are shut
	PollErr                         // POLLERR: an error is pending
	PollNval                        // POLLNVAL: the descriptor is closed
)

// pollNames are the words of the events.
var pollNames = [...]string{"in", "out", "hup", "err", "nval"}

// Names lists the events in words: "in", "out", "hup", "err", "nval".
func (p PollEvents) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, name := range pollNames {
			if p&(1<<i) != 0 && !yield(name) {
				return
			}
		}
	}
}

// HasSockets reports whether the transport is made of sockets. BIO pairs and memory BIOs
// are not.
func (w World) HasSockets() bool { return w.wires[ClientToServer].socket }

// Poll is what poll(2) reports for the peer's socket (tcp_poll in Linux). ok is false if
// the transport has no sockets, or this one is closed. A buffering BIO keeps bytes above
// the socket, which poll does not see. TCP cannot make two of the network's steps: after
// broken the socket counts as shut for writing, after reset as one that an RST has reached,
// with an error that stays pending.
func (w World) Poll(r Role) (events PollEvents, ok bool) {
	s, in, out := w.endpoints[r].socket, &w.wires[Incoming(r)], &w.wires[Outgoing(r)]
	if s.closed || !w.HasSockets() {
		return 0, false
	}
	gone := s.reset || in.reset
	inShut := gone || in.fin >= 0 && in.ready >= in.fin
	outShut := gone || out.broken || out.fin >= 0
	if inShut || in.Readable() > 0 {
		events |= PollIn
	}
	if outShut || out.room() > 0 {
		events |= PollOut
	}
	if inShut && outShut {
		events |= PollHup
	}
	if in.reset || s.soError != noErrno {
		events |= PollErr
	}
	return events, true
}
