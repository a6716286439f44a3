package capture

import (
	"testing"

	"closenotify/engine"
)

// TestFieldsCoverEveryByte checks that each byte of each part belongs to exactly one
// field, that each field is explained, and that the record has the length that the
// engine gives it.
func TestFieldsCoverEveryByte(t *testing.T) {
	seen := 0
	for _, v := range engine.Versions {
		for _, text := range []string{shortConnection, "version %\nc2s inject alert\nserver SSL_read 1\n", "version %\nclient SSL_renegotiate\nclient SSL_do_handshake\nserver SSL_read 5\n"} {
			sc := playScript(t, replaceVersion(text, v))
			c := NewConnection(sc.config)
			for _, s := range sc.steps {
				c.Follow(s)
				for _, m := range s.ByteMoves() {
					seen++
					checkFields(t, c.RecordBytes(m.Record))
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no record was looked at")
	}
}

func checkFields(t *testing.T, b RecordBytes) {
	t.Helper()
	ends := map[Part]int{}
	for _, f := range b.Fields() {
		if f.From != ends[f.Part] || f.To <= f.From {
			t.Errorf("%s: %s has bytes %d to %d after %d", recordName(b.Record), f.Name, f.From, f.To, ends[f.Part])
		}
		ends[f.Part] = f.To
		if f.Name == "" || f.Sentence == "" || f.RFC == "" {
			t.Errorf("%s: a field says too little: %+v", recordName(b.Record), f)
		}
	}
	want := map[Part]int{OnWire: len(b.Wire), InNonce: len(b.Nonce)}
	if b.Protected {
		want[Inside] = len(b.Inner)
	}
	for part, n := range want {
		if ends[part] != n {
			t.Errorf("%s: %d bytes of part %d are explained, want %d", recordName(b.Record), ends[part], part, n)
		}
	}
	if n := b.Record.WireLength(b.Version); n != len(b.Wire) || !b.Recorded {
		t.Errorf("%s has %d bytes, want %d", recordName(b.Record), len(b.Wire), n)
	}
}
