package draw

import (
	"bytes"
	"testing"
)

// TestBlank: a blank picture has the calls and the records, but neither what a call returned nor a
// flag, and it is described in the same way.
func TestBlank(t *testing.T) {
	const text = "server SSL_write 10\nclient SSL_shutdown\nclient SSL_shutdown\nclient SSL_free\n"
	h, tip := play(t, text)
	whole, blank := SVG(h, tip, Options{}), SVG(h, tip, Options{Blank: true})
	for _, both := range []string{"SSL_shutdown()", "SSL_write(10)", "SSL_free()", "close_notify 24 B", "data 32 B", "Step 4. The client calls SSL_free()."} {
		if !bytes.Contains(blank, []byte(both)) {
			t.Errorf("a blank picture lacks %q", both)
		}
	}
	for _, outcome := range []string{"→ 0", "→ -1", ">SENT<", "SSL_ERROR_SSL", "application data after close notify", "connection failed", " returns "} {
		if bytes.Contains(blank, []byte(outcome)) || !bytes.Contains(whole, []byte(outcome)) {
			t.Errorf("a blank picture has %q, or a whole one has not", outcome)
		}
	}
}
