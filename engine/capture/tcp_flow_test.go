package capture

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"closenotify/engine"
)

// flagWords name the segments that end a direction.
var flagWords = map[byte]string{flagFIN | flagACK: "FIN", flagRST | flagACK: "RST"}

// TestFINAndRST checks every FIN and RST of some scripts.
func TestFINAndRST(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"client SSL_shutdown\n", nil},
		{"client SSL_write 5\nc2s fin\nc2s fin\n", []string{"client FIN"}},
		{"client close\nserver close\n", []string{"client FIN", "server FIN"}},
		{"client SSL_write 5\nserver close\n", []string{"server RST"}},
		{"start tickets\nclient close\n", []string{"client RST"}},
		{"client close\nserver SSL_write 5\nserver SSL_write 5\n", []string{"client FIN", "client RST"}},
		{"s2c hold\nserver SSL_write 5\nserver SSL_write 5\nclient close\ns2c deliver 3\ns2c deliver all\n", []string{"client FIN", "client RST", "client RST"}},
		{"c2s hold\nclient close\nserver SSL_write 5\nserver SSL_write 5\n", []string{"client FIN", "client RST"}},
		{"s2c reset\nclient SSL_read 5\n", []string{"server RST"}},
		{"c2s broken\nclient SSL_write 5\n", nil},
	} {
		var got []string
		for _, p := range packetsOf(t, c.text) {
			if word := flagWords[p.flags&^flagPSH]; word != "" {
				got = append(got, p.from.String()+" "+word)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSequenceNumbers checks that each segment starts where the sender's last one
// ended, and that nothing is acknowledged that was not sent.
func TestSequenceNumbers(t *testing.T) {
	text := "c2s hold\nclient SSL_write 16384\nc2s deliver 2000\nserver SSL_write 5\nc2s deliver all\nclient SSL_shutdown\nclient close\nc2s deliver all\n"
	ends := initialSeq
	for i, p := range packetsOf(t, text) {
		if p.seq != ends[p.from] {
			t.Errorf("packet %d of the %s begins at %#x, want %#x", i+1, p.from, p.seq, ends[p.from])
		}
		ends[p.from] += uint32(len(p.payload))
		if p.flags&(flagSYN|flagFIN) != 0 {
			ends[p.from]++
		}
		if p.flags&flagACK != 0 && int32(p.ack-ends[p.from.Other()]) > 0 {
			t.Errorf("packet %d acknowledges %#x of %#x", i+1, p.ack, ends[p.from.Other()])
		}
	}
}

// packetsOf parses the packets of a script's capture.
func packetsOf(t *testing.T, text string) (list []segment) {
	t.Helper()
	sc := playScript(t, text)
	var b bytes.Buffer
	if err := Write(&b, sc.config, "", sc.steps); err != nil {
		t.Fatal(err)
	}
	for rest := b.Bytes(); len(rest) > 0; {
		length := binary.LittleEndian.Uint32(rest[4:])
		block := rest[:length]
		rest = rest[length:]
		if binary.LittleEndian.Uint32(block) != blockEnhancedPacket {
			continue
		}
		packet := block[28:][:binary.LittleEndian.Uint32(block[20:])]
		from := engine.Client
		if bytes.Equal(packet[12:16], addresses[engine.Server][:]) {
			from = engine.Server
		}
		tcp := packet[ipHeaderLength:]
		list = append(list, segment{
			from: from, seq: binary.BigEndian.Uint32(tcp[4:]), ack: binary.BigEndian.Uint32(tcp[8:]),
			flags: tcp[13], payload: tcp[tcp[12]>>4*4:],
		})
	}
	return list
}
