package wire

import (
	"encoding/hex"
	"slices"
	"strings"

	"closenotify/engine"
)

// keyLog is what a program that reads the capture needs to decrypt it: a line a
// secret of each handshake, in the key log format (RFC 9850 §2).
func (c *Connection) keyLog() string {
	var b strings.Builder
	var told []*handshake
	for _, h := range c.used {
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
