package capture

import (
	"closenotify/engine"
)

// patternLength is the length of the pattern that a peer writes over and over, bytes.
const patternLength = 251

// Bytes gives a record that was begun in one of the steps followed so far as it
// stands on the wire.
func (c *Connection) Bytes(r engine.Record) Bytes {
	src := c.sources[r.ID]
	content, known := src.contentOf(r)
	b := protect(r, c.version, src.keys, content)
	b.Known = known
	return b
}

// contentOf is a record's content. What was not recorded is zeros.
func (s recordSource) contentOf(r engine.Record) (content []byte, known bool) {
	switch r.Type {
	case engine.TypeAlert:
		return []byte{byte(r.Alert.Level), byte(r.Alert.Description)}, true
	case engine.TypeChangeCipherSpec:
		return []byte{1}, true
	case engine.TypeApplicationData:
		content = make([]byte, r.Length)
		for i := range content {
			content[i] = byte((s.offset + int64(i)) % patternLength)
		}
		return content, true
	}
	if len(s.content) != r.Length {
		return make([]byte, r.Length), false
	}
	return s.content, true
}

// handshakeMessage is the content of a handshake handshakeMessage.
func (c *Connection) handshakeMessage(r engine.Record) []byte {
	switch r.Message {
	case engine.ClientHello:
		w := c.offered
		w.resumed = w.offersSession
		return c.recordings[w].message(r.From, r.Message, 0)
	case engine.HelloRequest:
		return []byte{byte(engine.HelloRequest), 0, 0, 0}
	case engine.KeyUpdate:
		request := byte(0)
		if r.Update {
			request = 1
		}
		return []byte{byte(engine.KeyUpdate), 0, 0, 1, request}
	case engine.NewSessionTicket:
		s := &c.senders[r.From]
		s.tickets++
		return c.handshake.message(r.From, r.Message, s.tickets-1)
	}
	return c.handshake.message(r.From, r.Message, 0)
}
