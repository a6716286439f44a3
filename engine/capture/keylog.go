package capture

import (
	"encoding/hex"
	"slices"
	"strings"

	"closenotify/engine"
)

// masterSecretLabel is the label of TLS 1.2's master secret in a key log.
const masterSecretLabel = "CLIENT_RANDOM"

// trafficSecretLabels are the labels of TLS 1.3's traffic secrets in a key log, by
// role of the sender: for the handshake, then for the first application data.
var trafficSecretLabels = [2][2]string{
	engine.Client: {"CLIENT_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_TRAFFIC_SECRET_0"},
	engine.Server: {"SERVER_HANDSHAKE_TRAFFIC_SECRET", "SERVER_TRAFFIC_SECRET_0"},
}

// keyLog gives the secrets of all handshakes so far in the key log format
// (RFC 9850 §2), with which Wireshark decrypts the capture.
func (c *Connection) keyLog() string {
	var b strings.Builder
	for i, h := range c.handshakes {
		if slices.Contains(c.handshakes[:i], h) {
			continue
		}
		for _, label := range h.labels {
			b.WriteString(label + " " + hex.EncodeToString(h.random(engine.Client)) + " " + hex.EncodeToString(h.secrets[label]) + "\n")
		}
	}
	return b.String()
}
