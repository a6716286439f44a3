package capture

import (
	"bytes"
	"encoding/base64"
	"os"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// shortConnection makes the same calls as recording/main.c.
const shortConnection = `version %
start before
client SSL_do_handshake
server SSL_do_handshake
client SSL_do_handshake
server SSL_do_handshake
client SSL_read 1
client SSL_write 5
client SSL_key_update requested
client SSL_write 250
server SSL_read 255
server SSL_read 255
server SSL_write 3
server SSL_shutdown
client SSL_read 255
client SSL_shutdown
`

// TestBytesAreOpenSSLs compares every byte of a short connection, handshake
// included, with what real peers with the same secrets have sent.
func TestBytesAreOpenSSLs(t *testing.T) {
	for _, v := range engine.Versions {
		t.Run(v.String(), func(t *testing.T) {
			recorded, err := os.ReadFile("testdata/" + v.String() + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			text := string(recorded)
			var want [2][]byte
			for line := range strings.Lines(text) {
				word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
				for _, d := range engine.Directions {
					if b, err := base64.StdEncoding.DecodeString(rest); word == d.String() && err == nil {
						want[d] = append(want[d], b...)
					}
				}
			}
			got := bytesSent(t, replaceVersion(shortConnection, v), parseHandshakes(text[strings.Index(text, "handshake "):]), want)
			for _, d := range engine.Directions {
				if !bytes.Equal(got[d], want[d]) || len(want[d]) == 0 {
					t.Errorf("%s: got\n%x\nwant\n%x", d, got[d], want[d])
				}
			}
		})
	}
}

// replaceVersion fills in the version of a script. TLS 1.2 has no KeyUpdate.
func replaceVersion(text string, v engine.Version) string {
	if v == engine.TLS12 {
		text = strings.Replace(text, "client SSL_key_update requested\n", "", 1)
	}
	return strings.Replace(text, "%", v.String(), 1)
}

// bytesSent gives what a script puts on the wires, by direction. OpenSSL's explicit
// nonces start from a random number, so they are taken from what the real peers sent.
func bytesSent(t *testing.T, text string, recordings map[variant]*handshake, real [2][]byte) (out [2][]byte) {
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := newConnection(s.Config, recordings)
	for _, id := range h.Path(tip)[1:] {
		c.Follow(h.Step(id))
		for _, m := range h.Step(id).ByteMoves() {
			if m.Kind != engine.Queued {
				continue
			}
			b := c.RecordBytes(m.Record)
			if at := len(out[m.Dir]) + HeaderLength; b.Protected && c.version == engine.TLS12 && at+explicitNonceLength <= len(real[m.Dir]) {
				b.protectTLS12(c.sources[m.Record.ID].keys, b.Inner, real[m.Dir][at:at+explicitNonceLength])
			}
			out[m.Dir] = append(out[m.Dir], b.Wire[m.From:m.To]...)
		}
	}
	return out
}
