package capture

import (
	_ "embed"
	"encoding/base64"
	"strings"
	"sync"

	"closenotify/engine"
)

// handshakesText is the recording: a line a message or secret, in the order in
// which they came. A secret's name is that of the key log format (RFC 9850 §3).
//
//go:embed handshakes.txt
var handshakesText string

// variant is one variant for a handshake to go.
type variant struct {
	version       engine.Version
	renegotiation bool // in a connection that is encrypted already: TLS 1.2's renegotiation
	offersSession bool // the client offers a session
	resumed       bool // and the server takes it up
}

// variants are the recorded ones, by name.
var variants = map[string]variant{
	"tls1.3 full":          {version: engine.TLS13},
	"tls1.3 resumed":       {version: engine.TLS13, offersSession: true, resumed: true},
	"tls1.2 full":          {version: engine.TLS12},
	"tls1.2 resumed":       {version: engine.TLS12, offersSession: true, resumed: true},
	"tls1.2 refused":       {version: engine.TLS12, offersSession: true},
	"tls1.2 again-full":    {version: engine.TLS12, renegotiation: true},
	"tls1.2 again-resumed": {version: engine.TLS12, renegotiation: true, offersSession: true, resumed: true},
	"tls1.2 again-refused": {version: engine.TLS12, renegotiation: true, offersSession: true},
}

// handshake is a recorded handshake.
type handshake struct {
	messages [2][][]byte // by sender, in order, headers included
	labels   []string    // of the secrets, in the order of the recording
	secrets  map[string][]byte
}

// recordedHandshakes are the recorded ones by their way, read once.
var recordedHandshakes = sync.OnceValue(func() map[variant]*handshake { return parseHandshakes(handshakesText) })

// parseHandshakes reads a recording. It is part of the program and so not
// mistrusted: what it has no word for is a secret, and a test holds that all is well.
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

// message is the n-th message of a type that a peer sent, from 0, nil for none.
func (h *handshake) message(from engine.Role, m engine.Message, n int) []byte {
	if h == nil {
		return nil
	}
	var last []byte
	for _, b := range h.messages[from] {
		if engine.Message(b[0]) != m {
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

// random is the random value of a peer's hello (RFC 8446 §4.1.2).
func (h *handshake) random(from engine.Role) []byte {
	const at, length = 4 + 2, 32 // behind the message's header and the version
	m := engine.ClientHello
	if from == engine.Server {
		m = engine.ServerHello
	}
	return h.message(from, m, 0)[at : at+length]
}
