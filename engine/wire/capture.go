package wire

import (
	"io"
	"time"

	"closenotify/engine"
)

// Times of a capture, from 1970. They depend on nothing but the packets: a capture
// of the same scenario is the same file. Step n is at second n, or behind all
// earlier packets.
const (
	beginning = 1767225600 * time.Second // 2026-01-01
	gap       = time.Millisecond         // between two packets
)

// Capture writes a scenario as a pcapng file: the start that c describes, handshake
// and all, and then the steps, which must be those that a World like it was led
// through, from the first on. The title becomes the comment of the file. The error
// is out's.
func Capture(out io.Writer, c engine.Config, title string, steps []engine.Step) error {
	all := NewConnection(c)
	for _, s := range steps {
		all.Follow(s)
	}
	f := flow{out: out, ports: [2]uint16{clientPort, serverPortOf(append(prelude(c), steps...))}}
	f.write(appendHead(nil, title, all.keyLog()))
	f.play(c, steps)
	return f.err
}

// play writes the packets.
func (f *flow) play(c engine.Config, steps []engine.Step) {
	conn, before := newConnection(c, handshakes())
	f.conn, f.clock = conn, beginning
	f.connect()
	for _, s := range before {
		f.take(s)
	}
	conn.begin()
	f.fates = fatesOf(steps)
	for _, s := range steps {
		f.step, f.clock = s.N, max(f.clock, beginning+time.Duration(s.N)*time.Second)
		f.take(s)
	}
}

// serverPortOf is the server's port in a connection of these steps.
func serverPortOf(steps []engine.Step) uint16 {
	for _, s := range steps {
		for _, m := range s.Moves() {
			if m.Kind == engine.Queued && m.To-m.From < HeaderLength {
				return serverPortHTTPS
			}
			return serverPort
		}
	}
	return serverPort
}

// flow is a capture under way: both directions of the TCP connection.
type flow struct {
	out   io.Writer
	err   error     // the first of out's
	ports [2]uint16 // by role
	block []byte
	conn  *Connection
	fates map[engine.RecordID]fate
	clock time.Duration // of the next packet
	step  int           // 0 before the first
	told  string        // what the step did
	ways  [2]stream     // by direction
	next  write         // begun, not yet in packets
}

// write is what one write of a peer's put into the stream: a record, a part of one,
// or a flight of a handshake.
type write struct {
	dir     engine.Direction
	last    engine.Record
	bytes   []byte
	comment string
}

// stream is a direction of the TCP connection. Places are sequence numbers.
type stream struct {
	end     uint32 // behind the last that was sent
	ready   uint32 // up to here it is with its reader
	acked   uint32 // up to here the reader has acknowledged, or is about to
	owing   bool   // it is about to
	held    bool   // written bytes stay in flight
	ended   bool   // there was a FIN …
	fin     uint32 // … in front of this place
	rst     bool   // there was a RST …
	rstAt   uint32 // … at this place
	deaf    bool   // the reader has got it: it acknowledges nothing more
	silent  bool   // the sender has sent it itself, and sends nothing more
	shaken  bool   // a handshake has begun in plain text
	spoiled bool   // a record was damaged
	arrived bool   // bytes have come to a reader that has closed its socket
}

// take writes what a step does.
func (f *flow) take(s engine.Step) {
	f.conn.Follow(s)
	f.told = sentence(f.step, s)
	f.begin(s)
	for _, m := range s.Moves() {
		f.move(s, m)
	}
	f.send()
	for _, d := range engine.Directions {
		if w := &f.ways[d]; w.owing {
			f.emit(segment{from: d.To(), flags: flagACK}, "")
		}
	}
}

// begin does what the operation itself says of the wire.
func (f *flow) begin(s engine.Step) {
	d := s.Op.Dir
	switch {
	case s.Op.Verb == engine.VerbHold:
		f.ways[d].held = true
	case s.Op.Verb == engine.VerbFIN:
		f.fin(d, "")
	case s.Op.Verb == engine.VerbReset:
		f.reset(d, "A RST of the network's: only its reader knows of it.")
	case fired(s, engine.RuleClose):
		f.fin(engine.Outgoing(s.Op.Role), "")
	case fired(s, engine.RuleCloseUnread):
		f.reset(engine.Outgoing(s.Op.Role), "")
		f.ways[engine.Outgoing(s.Op.Role)].silent = true
	}
}

// fired reports whether a rule decided the step.
func fired(s engine.Step, id engine.RuleID) bool {
	for _, r := range s.Rules() {
		if r.ID == id {
			return true
		}
	}
	return false
}

// move does what happened to bytes of a record.
func (f *flow) move(s engine.Step, m engine.Move) {
	switch m.Kind {
	case engine.Queued, engine.Injected:
		f.put(m)
	case engine.Delivered:
		f.arrive(m.Dir, m.To-m.From)
	case engine.Lost:
		f.send()
		if s.Op.Verb == engine.VerbTruncate && s.Op.Dir == m.Dir {
			f.lose(m.Dir)
		} else if f.ways[m.Dir].arrived { // at a socket that is closed
			f.ways[m.Dir].arrived = false
			f.reset(1-m.Dir, "")
			f.ways[1-m.Dir].silent = true
		}
	}
}
