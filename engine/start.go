package engine

// connection is all that decides how a World begins, but for its capacity and its
// release: a handshake that nothing disturbs ends alike in all of them.
type connection struct {
	version          Version
	start            string
	buffered, memory bool // see transport
}

// connections has the World in which each connection has just been made, its config
// and profile left open. To copy one is much quicker than to shake hands again, and gives the
// same.
var connections = beginAll()

func beginAll() map[connection]World {
	all := map[connection]World{}
	for _, version := range Versions {
		for _, start := range Starts() {
			for _, c := range []connection{{}, {buffered: true}, {memory: true}} {
				c.version, c.start = version, start
				all[c] = c.begin(&profiles[0])
			}
		}
	}
	return all
}

// begin makes the World of a connection with a release.
func (c connection) begin(p *Profile) World {
	w := World{config: &Config{Version: c.version}, profile: p}
	for _, r := range Roles {
		w.ends[r] = Endpoint{role: r}
		if c.buffered {
			w.ends[r].out.bio = &outBuffer{}
		}
		w.wires[Outgoing(r)] = newWire(c)
	}
	if c.start != startBefore {
		w.shakeHands()
	}
	if c.start == DefaultStart { // they read until the transport is empty
		w.both(VerbRead, 1)
		w.records = 0
	}
	return w
}

// shakeHands brings both peers to the end of a handshake. What that takes does not
// count as steps.
func (w *World) shakeHands() {
	for w.ends[Client].state != Established || w.ends[Server].state != Established {
		w.both(VerbDoHandshake, 0)
	}
}

// both has both peers make a call.
func (w *World) both(v Verb, n int) {
	for _, r := range Roles {
		t := turn{world: w, step: &Step{Op: Op{Verb: v, Role: r, N: n}}}
		t.call(t.step.Op)
	}
}
