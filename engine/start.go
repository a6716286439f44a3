package engine

// startKey is all that decides how a World begins, but for its capacity and its
// release: a handshake that nothing disturbs ends alike in all of them.
type startKey struct {
	version          Version
	start            string
	buffered, memory bool // see transport
}

// started has the World in which each connection has just been made, its config
// and profile left open. To copy one is much quicker than to shake hands again, and gives the
// same.
var started = startAll()

func startAll() map[startKey]World {
	all := map[startKey]World{}
	for _, version := range Versions {
		for _, start := range Starts() {
			for _, c := range []startKey{{}, {buffered: true}, {memory: true}} {
				c.version, c.start = version, start
				all[c] = c.newWorld(&profiles[0])
			}
		}
	}
	return all
}

// newWorld makes the World of a connection with a release.
func (c startKey) newWorld(p *Profile) World {
	w := World{config: &Config{Version: c.version}, profile: p}
	for _, r := range Roles {
		w.endpoints[r] = Endpoint{role: r}
		if c.buffered {
			w.endpoints[r].out.bio = &outBuffer{}
		}
		w.wires[Outgoing(r)] = newWire(c)
	}
	if c.start != startBefore {
		w.completeHandshake()
	}
	if c.start == DefaultStart { // they read until the transport is empty
		w.callBoth(VerbRead, 1)
		w.records = 0
	}
	return w
}

// completeHandshake brings both peers to the end of a handshake. What that takes does not
// count as steps.
func (w *World) completeHandshake() {
	for w.endpoints[Client].state != Established || w.endpoints[Server].state != Established {
		w.callBoth(VerbDoHandshake, 0)
	}
}

// callBoth has callBoth peers make a call.
func (w *World) callBoth(v Verb, n int) {
	for _, r := range Roles {
		s := scheduler{world: w, step: &Step{Op: Op{Verb: v, Role: r, N: n}}}
		s.call(s.step.Op)
	}
}
