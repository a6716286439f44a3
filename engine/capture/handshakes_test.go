package capture

import (
	"testing"

	"closenotify/engine"
)

// TestMessageLengthsAreRecorded compares the engine's table of message lengths with
// handshakes.txt, in both directions. A KeyUpdate belongs to no handshake;
// TestBytesAreOpenSSLs compares one with real bytes.
func TestMessageLengthsAreRecorded(t *testing.T) {
	recorded := recordedLengths()
	for _, row := range engine.MessageLengths() {
		if row.Message == engine.KeyUpdate {
			continue
		}
		key := row
		key.Bytes = 0
		lengths := recorded[key]
		if len(lengths) == 0 {
			t.Errorf("%+v: no such message is recorded", row)
		}
		for _, n := range lengths {
			if n != row.Bytes {
				t.Errorf("%+v: a recorded one has %d bytes", row, n)
			}
		}
		delete(recorded, key)
	}
	for key, lengths := range recorded {
		t.Errorf("%+v: recorded with %d bytes, but not in the engine's table", key, lengths)
	}
}

// recordedLengths gives the lengths of all recorded messages, by row of the engine's
// table without the length.
func recordedLengths() map[engine.MessageLength][]int {
	lengths := map[engine.MessageLength][]int{}
	for v, h := range recordedHandshakes() {
		for _, messages := range h.messages {
			for _, b := range messages {
				row := engine.MessageLength{Message: engine.HandshakeType(b[0]), Version: v.version}
				switch row.Message {
				case engine.ClientHello:
					row.Resumes, row.Encrypted = v.offersSession, v.renegotiation
				case engine.ServerHello:
					row.Resumes, row.Encrypted = v.resumed, v.renegotiation
				}
				lengths[row] = append(lengths[row], len(b))
			}
		}
	}
	return lengths
}
