package capture

import (
	_ "embed"
	"encoding/base64"
	"strings"
	"sync"

	"closenotify/engine"
)

// handshakesText holds the recorded handshakes, one message or secret a line, in
// the order in which they occurred. Secrets have the labels of the key log format
// (RFC 9850 §3).
//
//go:embed handshakes.txt
var handshakesText string

// variant is one way in which a handshake can go.
type variant struct {
	version       engine.Version
	renegotiation bool // TLS 1.2: the connection is encrypted already
	offersSession bool // by the client
	resumed       bool // the server accepts that session
}

// variants are the recorded ones, by their names in handshakes.txt.
var variants = map[string]variant{
	"tls1.3 full":                  {version: engine.TLS13},
	"tls1.3 resumed":               {version: engine.TLS13, offersSession: true, resumed: true},
	"tls1.2 full":                  {version: engine.TLS12},
	"tls1.2 resumed":               {version: engine.TLS12, offersSession: true, resumed: true},
	"tls1.2 refused":               {version: engine.TLS12, offersSession: true},
	"tls1.2 renegotiation-full":    {version: engine.TLS12, renegotiation: true},
	"tls1.2 renegotiation-resumed": {version: engine.TLS12, renegotiation: true, offersSession: true, resumed: true},
	"tls1.2 renegotiation-refused": {version: engine.TLS12, renegotiation: true, offersSession: true},
}

// handshake is a recorded handshake.
type handshake struct {
	messages [2][][]byte // by role of the sender, in order, headers included
	labels   []string    // of the secrets, in the order of the recording
	secrets  map[string][]byte
}

// recordedHandshakes are parsed on first use.
var recordedHandshakes = sync.OnceValue(func() map[variant]*handshake { return parseHandshakes(handshakesText) })

// parseHandshakes parses a recording. The text is compiled in, so errors are not
// handled; tests check that it is well formed.
func parseHandshakes(text string) map[variant]*handshake {
	all := map[variant]*handshake{}
	var h *handshake
	for line := range strings.Lines(text) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if word == "#" {
			continue
		}
		if word == "handshake" {
			h = &handshake{secrets: map[string][]byte{}}
			all[variants[rest]] = h
			continue
		}
		b, _ := base64.StdEncoding.DecodeString(rest)
		switch word {
		case "client":
			h.messages[engine.Client] = append(h.messages[engine.Client], b)
		case "server":
			h.messages[engine.Server] = append(h.messages[engine.Server], b)
		default:
			h.labels = append(h.labels, word)
			h.secrets[word] = b
		}
	}
	return all
}

// message gives message n, from 0, of the messages of type m that a peer sent. It
// gives the last one if there are fewer, and nil if there is none.
func (h *handshake) message(from engine.Role, m engine.HandshakeType, n int) []byte {
	if h == nil {
		return nil
	}
	var last []byte
	for _, b := range h.messages[from] {
		if engine.HandshakeType(b[0]) != m {
			continue
		}
		last = b
		if n == 0 {
			break
		}
		n--
	}
	return last
}

// random gives the random value of a peer's hello (RFC 8446 §4.1.2).
func (h *handshake) random(from engine.Role) []byte {
	const offset, length = 4 + 2, 32 // after the message header and the version
	m := engine.ClientHello
	if from == engine.Server {
		m = engine.ServerHello
	}
	return h.message(from, m, 0)[offset:][:length]
}
