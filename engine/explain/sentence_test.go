package explain_test

import (
	"strings"
	"testing"

	"closenotify/engine/explain"
)

func TestSentence(t *testing.T) {
	sentences := [][2]string{ // a step, and what its sentence is
		{"client SSL_write 5", "Client: SSL_write(5) returns 5. Data, 27 bytes, goes to the server."},
		{"client SSL_shutdown", "Client: SSL_shutdown() returns 0; SSL_get_error would return SSL_ERROR_SYSCALL, which is misleading: 0 is not an error. close_notify, 24 bytes, goes to the server. The client's SENT flag is set."},
		{"server SSL_read 100", "Server: SSL_read(100) returns 5. Data, 27 bytes, is read by the server."},
		{"server SSL_read 100", "Server: SSL_read(100) returns 0, SSL_ERROR_ZERO_RETURN. close_notify, 24 bytes, is read by the server. The server's RECEIVED flag is set."},
		{"s2c hold", "Network, server to client: bytes are held back."},
		{"server SSL_write 5", "Server: SSL_write(5) returns 5. Data, 27 bytes, is in flight to the client."},
		{"s2c deliver 1", "Network, server to client: delivery of up to 1 byte. 1 byte of data arrives at the client."},
		{"s2c deliver all", "Network, server to client: delivery of all bytes. 26 bytes of data arrive at the client."},
		{"s2c corrupt", "Network, server to client: damage to the bytes on the way. A bit of data is flipped."},
		{"s2c truncate", "Network, server to client: loss of the bytes on the way. Data, 27 bytes, is lost."},
		{"c2s inject alert", "Network, client to server: a forged close_notify. An attacker's plaintext close_notify, 7 bytes, goes to the server."},
		{"client SSL_write 1", "Client: SSL_write(1) returns -1, SSL_ERROR_SSL. The error queue says: protocol is shutdown."},
		{"c2s reset", "Network, client to server: RST, the end of the connection. An RST goes to the server."},
		{"server SSL_read 1", "Server: SSL_read(1) returns 0, SSL_ERROR_ZERO_RETURN."},
		{"client SSL_set_shutdown 0", "Client: SSL_set_shutdown(0). The client's SENT flag is cleared."},
	}
	var steps []string
	for _, c := range sentences {
		steps = append(steps, c[0])
	}
	h, path := play(t, strings.Join(steps, "\n"))
	for i, c := range sentences {
		if got := explain.Sentence(h, path[i+1]); got != c[1] {
			t.Errorf("step %d, %s:\n got %s\nwant %s", i+1, c[0], got, c[1])
		}
	}
}

// TestSentencesOfExCalls: they say how many bytes a call moved only if it succeeded.
func TestSentencesOfExCalls(t *testing.T) {
	h, path := play(t, "client SSL_write_ex 1\nserver SSL_read_ex 100\nserver SSL_read_ex 100\nclient SSL_write_ex 0\nserver BIO_set_nbio 0\nserver SSL_read_ex 100\nclient SSL_write 10")
	for i, want := range map[int]string{
		1: "Client: SSL_write_ex(1) returns 1, 1 byte. Data, 23 bytes, goes to the server.",
		2: "Server: SSL_read_ex(100) returns 1, 1 byte. Data, 23 bytes, is read by the server.",
		3: "Server: SSL_read_ex(100) returns 0, SSL_ERROR_WANT_READ with errno EAGAIN.",
		4: "Client: SSL_write_ex(0) returns 1, 0 bytes.",
		7: "Client: SSL_write(10) returns 10. The server's call in step 6 returns 1, 10 bytes. Data, 32 bytes, goes to the server. Data, 32 bytes, is read by the server.",
	} {
		if got := explain.Sentence(h, path[i]); got != want {
			t.Errorf("step %d:\n got %s\nwant %s", i, got, want)
		}
	}
	if got, want := explain.Line(h.Step(path[2])), "server SSL_read_ex(100) \u2192 1, 1 byte"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentenceOfACallThatWaited(t *testing.T) {
	h, path := play(t, "client BIO_set_nbio 0\nclient SSL_read 10\nserver SSL_write 10")
	for i, want := range map[int]string{
		2: "Client: SSL_read(10). Blocks.",
		3: "Server: SSL_write(10) returns 10. The client's call in step 2 returns 10. Data, 32 bytes, goes to the client. Data, 32 bytes, is read by the client.",
	} {
		if got := explain.Sentence(h, path[i]); got != want {
			t.Errorf("step %d:\n got %s\nwant %s", i, got, want)
		}
	}
}

func TestSentenceOfSignals(t *testing.T) {
	h, path := play(t, "s2c hold\nserver SSL_write 5\nserver close\nclient close\nserver SSL_free")
	for i, want := range map[int]string{
		3: "Server: close(). A FIN is in flight to the client.",
		4: "Client: close(). A FIN goes to the server.",
	} {
		if got := explain.Sentence(h, path[i]); got != want {
			t.Errorf("step %d:\n got %s\nwant %s", i, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	h, path := play(t, "client SSL_shutdown\nserver SSL_read 100\nc2s hold")
	for i, want := range []string{
		"client SSL_shutdown() \u2192 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error)",
		"server SSL_read(100) \u2192 0 SSL_ERROR_ZERO_RETURN",
		"network, client to server: bytes are held back",
	} {
		if got := explain.Line(h.Step(path[i+1])); got != want {
			t.Errorf("step %d: got %q, want %q", i+1, got, want)
		}
	}
}

// TestWhy: a step is explained by the rule that decided it; one that no rule decided
// is named.
func TestWhy(t *testing.T) {
	h, path := play(t, "client SSL_shutdown\nclient SSL_free\nclient SSL_free")
	shutdown := h.Step(path[1])
	if got, want := explain.Why(shutdown), shutdown.Rules()[0].Sentence; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if again := h.Step(path[3]); len(again.Rules()) == 0 && explain.Why(again) != "client SSL_free()" {
		t.Errorf("got %q", explain.Why(again))
	}
}
