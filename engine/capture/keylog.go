package capture

import (
	"encoding/hex"
	"slices"
	"strings"

	"closenotify/engine"
)

// masterSecret is TLS 1.2's secret in a key log, which is named for the client's
// random value that it stands beside.
const masterSecret = "CLIENT_RANDOM"

// trafficLabels name TLS 1.3's secrets in a key log by sender: of the handshake, and
// the first of the data.
var trafficLabels = [2][2]string{
	engine.Client: {"CLIENT_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_TRAFFIC_SECRET_0"},
	engine.Server: {"SERVER_HANDSHAKE_TRAFFIC_SECRET", "SERVER_TRAFFIC_SECRET_0"},
}

// keyLog is what a program that reads the capture needs to decrypt it: a line a
// secret of each handshake, in the key log format (RFC 9850 §2).
func (c *Connection) keyLog() string {
	var b strings.Builder
	var told []*handshake
	for _, h := range c.handshakes {
		if slices.Contains(told, h) {
			continue
		}
		told = append(told, h)
		for _, label := range h.labels {
			b.WriteString(label + " " + hex.EncodeToString(h.random(engine.Client)) + " " + hex.EncodeToString(h.secrets[label]) + "\n")
		}
	}
	return b.String()
}
