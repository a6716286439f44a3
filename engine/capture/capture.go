package capture

import (
	"io"
	"time"

	"closenotify/engine"
)

// Times of a capture, from 1970. They depend on nothing but the packets: a capture
// of the same scenario is the same file. Step n is at second n, or behind all
// earlier packets.
const (
	firstPacketTime = 1767225600 * time.Second // 2026-01-01
	packetInterval  = time.Millisecond         // between two packets
)

// Write writes a scenario as a pcapng file: the start that c describes, handshake
// and all, and then the steps, which must be those that a World like it was led
// through, from the first on. The comment of the file begins with the title. The
// error is out's.
func Write(out io.Writer, c engine.Config, title string, steps []engine.Step) error {
	all := NewConnection(c)
	for _, s := range steps {
		all.Follow(s)
	}
	if title != "" {
		title += "\n"
	}
	title += fileComment(all.config)
	f := tcpFlow{out: out, ports: [2]uint16{clientPort, chooseServerPort(all.config, steps)}}
	f.writeBlock(appendFileHeader(nil, title, all.keyLog()))
	f.writePackets(c, steps)
	return f.err
}

// fileComment says in the file's comment what it is, and what it is not.
func fileComment(c engine.Config) string {
	return c.Profile + ", " + c.Version.String() + ", start " + c.Start + ", transport " + c.Transport + ".\n" +
		"The handshake and its keys are a recorded one's. The capture is taken where an attacker has been at work already and nothing is lost yet."
}

// writePackets writes the packets.
func (f *tcpFlow) writePackets(c engine.Config, steps []engine.Step) {
	conn, before := newConnection(c, recordedHandshakes())
	f.tls, f.clock = conn, firstPacketTime
	f.connect()
	for _, s := range before {
		f.addStep(s)
	}
	conn.start()
	f.damage = damageByRecord(steps)
	for _, s := range steps {
		f.step, f.clock = s.N, max(f.clock, firstPacketTime+time.Duration(s.N)*time.Second)
		f.addStep(s)
	}
}

// chooseServerPort is the server's port in a scenario.
func chooseServerPort(c engine.Config, steps []engine.Step) uint16 {
	if c.Start != startBefore { // the handshake has come in one piece
		return serverPort
	}
	for _, s := range steps {
		if moves := s.Moves(); len(moves) > 0 {
			return pick[uint16](moves[0].To-moves[0].From < HeaderLength, serverPortHTTPS, serverPort)
		}
	}
	return serverPort
}
