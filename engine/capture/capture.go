package capture

import (
	"io"
	"time"

	"closenotify/engine"
)

// Packet times depend only on the steps and packets, so the same scenario always
// gives the same file. Step n starts n seconds after firstPacketTime, or later if
// earlier packets take longer than that.
const (
	firstPacketTime = 1767225600 * time.Second // since 1970: 2026-01-01
	packetInterval  = time.Millisecond
)

// Write writes a scenario to out as a pcapng file: the TCP connection, the
// handshake and the steps. The steps must be those of a World made from c, from
// the first one on. The title begins the comment of the file. The error is that of
// out.
func Write(out io.Writer, c engine.Config, title string, steps []engine.Step) error {
	whole := NewConnection(c)
	for _, s := range steps {
		whole.Follow(s)
	}
	if title != "" {
		title += "\n"
	}
	title += fileComment(whole.config)
	f := tcpFlow{out: out, ports: [2]uint16{clientPort, chooseServerPort(whole.config, steps)}}
	f.writeBlock(appendFileHeader(nil, title, whole.keyLog()))
	f.writePackets(c, steps)
	return f.err
}

// fileComment describes the connection and the limits of the capture.
func fileComment(c engine.Config) string {
	return c.Profile + ", " + c.Version.String() + ", start " + c.Start + ", transport " + c.Transport + ".\n" +
		"The handshake and its keys come from a recording. The capture is taken after any attacker and before any loss."
}

// writePackets writes the packets of the whole scenario.
func (f *tcpFlow) writePackets(c engine.Config, steps []engine.Step) {
	conn, before := newConnection(c, recordedHandshakes())
	f.tls, f.clock = conn, firstPacketTime
	f.connect()
	for _, s := range before {
		f.addStep(s)
	}
	conn.forgetHandshakeRecords()
	f.damage = damageByRecord(steps)
	for _, s := range steps {
		f.step, f.clock = s.N, max(f.clock, firstPacketTime+time.Duration(s.N)*time.Second)
		f.addStep(s)
	}
}

// chooseServerPort gives the server's port. Wireshark recognises TLS on serverPort by the
// first record header, which must arrive in one segment and be that of a handshake message.
func chooseServerPort(c engine.Config, steps []engine.Step) uint16 {
	if c.Start != engine.StartBefore {
		return serverPort
	}
	for _, s := range steps {
		if moves := s.ByteMoves(); len(moves) > 0 {
			if m := moves[0]; m.To-m.From < HeaderLength || m.Record.Type != engine.TypeHandshake {
				return serverPortHTTPS
			}
			break
		}
	}
	return serverPort
}
