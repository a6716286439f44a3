package capture

import (
	"closenotify/engine"
)

// patternLength is the period of the application data, bytes. The conformance
// harness writes the same pattern.
const patternLength = 251

// RecordBytes gives the bytes of a record that one of the followed steps began, as its
// sender wrote them.
func (c *Connection) RecordBytes(r engine.Record) RecordBytes {
	src := c.sources[r.ID]
	content, recorded := src.content(r)
	b := protect(r, c.version, src.keys, content)
	b.Recorded = recorded
	return b
}

// content gives the content of r. recorded is false for a handshake message that
// was not recorded; its content is then all zeros.
func (s recordSource) content(r engine.Record) (content []byte, recorded bool) {
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
	if len(s.message) != r.Length {
		return make([]byte, r.Length), false
	}
	return s.message, true
}

// handshakeMessage gives the content of a handshake record, nil if no recording
// has it.
func (c *Connection) handshakeMessage(r engine.Record) []byte {
	switch r.Message {
	case engine.ClientHello:
		// Whether the server accepts the session is not known yet. The ClientHello
		// is the same in both recordings.
		v := c.offered
		v.resumed = v.offersSession
		return c.recordings[v].message(r.Sender, r.Message, 0)
	case engine.HelloRequest:
		return []byte{byte(engine.HelloRequest), 0, 0, 0}
	case engine.KeyUpdate:
		requestUpdate := byte(0)
		if r.UpdateRequested {
			requestUpdate = 1
		}
		return []byte{byte(engine.KeyUpdate), 0, 0, 1, requestUpdate}
	case engine.NewSessionTicket:
		s := &c.senders[r.Sender]
		s.tickets++
		return c.handshake.message(r.Sender, r.Message, s.tickets-1)
	}
	return c.handshake.message(r.Sender, r.Message, 0)
}
