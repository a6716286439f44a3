package engine

import (
	"errors"
	"slices"
	"sync"
)

// startKey is what a new World depends on. The capacity and the release make no
// difference: an undisturbed handshake ends in the same state with all of them.
type startKey struct {
	version          Version
	start            string
	buffered, memory bool // see transport
}

// started makes a new World for each key, without config and profile, when it is first
// needed. Copying it is much faster than making a handshake, and the result is the same.
var started = startAll()

func startAll() map[startKey]func() World {
	all := map[startKey]func() World{}
	for _, version := range Versions {
		for _, start := range Starts() {
			for _, c := range []startKey{{}, {buffered: true}, {memory: true}} {
				c.version, c.start = version, start
				all[c] = sync.OnceValue(func() World { return c.newWorld(&profiles[0]) })
			}
		}
	}
	return all
}

// newWorld makes a new World with a release.
func (c startKey) newWorld(p *Profile) World {
	w := World{config: &Config{Version: c.version}, profile: p}
	for _, r := range Roles {
		w.endpoints[r] = Endpoint{role: r, mode: allModes}
		if c.buffered {
			w.endpoints[r].out.bufferBIO = &bufferBIO{}
		}
		w.wires[Outgoing(r)] = newWire(c)
	}
	if c.start != StartBefore {
		w.completeHandshake()
	}
	if c.start == DefaultStart { // both read until the transport is empty
		w.callBoth(VerbRead, 1)
		w.records = 0
	}
	return w
}

// completeHandshake makes a whole handshake. Its calls do not count as steps.
func (w *World) completeHandshake() {
	for w.endpoints[Client].state != Established || w.endpoints[Server].state != Established {
		w.callBoth(VerbDoHandshake, 0)
	}
}

// callBoth makes a call of each peer.
func (w *World) callBoth(v Verb, n int) {
	for _, r := range Roles {
		s := scheduler{world: w, step: &Step{Op: Op{Verb: v, Role: r, N: n}}}
		s.call(s.step.Op)
	}
}

// New returns a World with a new connection. By default its handshake is done, nothing is
// on the wire and no flag is set. The error names the field of c that is wrong.
func New(c Config) (World, error) {
	c = c.filled()
	p, ok := profileNamed(c.Profile)
	switch {
	case !ok:
		return World{}, errors.New("engine: no profile " + c.Profile)
	case c.Version != TLS12 && c.Version != TLS13:
		return World{}, errors.New("engine: no such version")
	case !slices.ContainsFunc(starts, func(s start) bool { return s.word == c.Start }):
		return World{}, errors.New("engine: no start " + c.Start)
	}
	transport, ok := transportOf(c.Transport)
	if !ok {
		return World{}, errors.New("engine: no transport " + c.Transport)
	}
	w := started[startKey{c.Version, c.Start, transport.buffered, transport.memory}]()
	c.Profile = p.Name
	w.config, w.profile = &c, p
	for d := range w.wires { // the handshake was not limited by it
		w.wires[d].capacity, w.wires[d].socket = int32(transport.capacity), transport.socket
	}
	return w, nil
}
