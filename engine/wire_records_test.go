package engine_test

import (
	"testing"

	"closenotify/engine"
)

// TestInFlight: a record that lies in parts on a wire is listed once, with what is
// left of it and where it is damaged.
func TestInFlight(t *testing.T) {
	const half = "c2s hold|c2s capacity 10|client SSL_write 10"
	for _, c := range []struct {
		steps              string
		records            int
		from, to, readable int
		damaged            bool
	}{
		{"client SSL_write 10", 1, 0, 32, 32, false},
		{"client SSL_write 10|client SSL_write 1", 2, 0, 32, 32, false},
		{"c2s hold|client SSL_write 10|c2s deliver 4", 1, 0, 32, 4, false},
		{"c2s hold|client SSL_write 10|c2s deliver 4|server SSL_read 1", 1, 4, 32, 0, false},
		{"c2s hold|client SSL_write 10|c2s deliver 9|server SSL_read 1|c2s deliver 5", 1, 9, 32, 5, false},
		{half + "|c2s corrupt|c2s capacity 100|client SSL_write 10|c2s deliver 10", 1, 0, 32, 10, true},
		{half + "|c2s capacity 100|client SSL_write 10|c2s corrupt|c2s deliver 10", 1, 0, 32, 10, true},
		{half + "|c2s capacity 100|client SSL_write 10|c2s deliver 10", 1, 0, 32, 10, false},
		{half + "|c2s truncate|c2s capacity 100|client SSL_write 10", 1, 10, 32, 0, false},
		{"c2s inject alert|server SSL_read 1", 1, 5, 7, 2, false}, // the header was read, and refused
		{"client SSL_write 10|client SSL_write 10|c2s corrupt", 2, 0, 32, 32, false},
	} {
		w, _ := play(t, engine.Config{}, split(c.steps)...)
		list := w.Wire(engine.ClientToServer).Records()
		if len(list) != c.records {
			t.Errorf("after %s: %d records, want %d", c.steps, len(list), c.records)
			continue
		}
		f := list[0]
		if f.From != c.from || f.To != c.to || f.Readable != c.readable || f.Damaged != c.damaged {
			t.Errorf("after %s: %+v", c.steps, f)
		}
	}
}
