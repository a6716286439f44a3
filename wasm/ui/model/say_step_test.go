package model

import "testing"

func TestSentences(t *testing.T) {
	m, _ := rowsOf(t,
		"client SSL_write 5", "client SSL_shutdown", "server SSL_read 100", "server SSL_read 100",
		"s2c hold", "server SSL_write 5", "s2c deliver 1", "s2c deliver all", "s2c corrupt", "s2c truncate",
		"c2s inject alert", "client SSL_write 1", "c2s reset", "server SSL_read 1", "client SSL_set_shutdown 0")
	want := []string{
		"Client: SSL_write(5) returns 5. Data, 27 bytes, goes to the server.",
		"Client: SSL_shutdown() returns 0; SSL_get_error would say SSL_ERROR_SYSCALL, which misleads, for 0 is no error. close_notify, 24 bytes, goes to the server. The client's SENT flag is set.",
		"Server: SSL_read(100) returns 5. Data, 27 bytes, is taken off the wire by the server.",
		"Server: SSL_read(100) returns 0, SSL_ERROR_ZERO_RETURN. close_notify, 24 bytes, is taken off the wire by the server. The server's RECEIVED flag is set.",
		"Network, server to client: hold.",
		"Server: SSL_write(5) returns 5. Data, 27 bytes, is in flight to the client.",
		"Network, server to client: deliver 1. 1 byte of data arrives at the client.",
		"Network, server to client: deliver all. 26 bytes of data arrive at the client.",
		"Network, server to client: corrupt. A bit of data is flipped.",
		"Network, server to client: truncate. Data, 27 bytes, is lost.",
		"Network, client to server: inject alert. An attacker's plaintext close_notify, 7 bytes, goes to the server.",
		"Client: SSL_write(1) returns -1, SSL_ERROR_SSL. The error queue says: protocol is shutdown.",
		"Network, client to server: reset.",
		"Server: SSL_read(1) returns 0, SSL_ERROR_ZERO_RETURN.",
		"Client: SSL_set_shutdown(0). The client's SENT flag is cleared.",
	}
	lines := SceneOf(m).Panels.Transcript.Lines
	if len(lines) != len(want) {
		t.Fatalf("%d sentences, want %d", len(lines), len(want))
	}
	for i, l := range lines {
		if l.Text != want[i] {
			t.Errorf("%d: %s\nwant %s", i+1, l.Text, want[i])
		}
	}
	if e := SceneOf(m).Ladder.Rows[14].Effects; len(e) != 1 || e[0].Text != "\u2212SENT" || !e[0].Flag {
		t.Errorf("effects %+v", e)
	}
}

func TestStatusLine(t *testing.T) {
	m := do(t, New(), "seek 4")
	if got := SceneOf(m).Dock.Status; got != "step 4 of 6: server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN" {
		t.Error(got)
	}
	if got := SceneOf(do(t, m, "first")).Dock.Status; got != "step 0 of 6: step forward to begin" {
		t.Error(got)
	}
	if got := SceneOf(emptyModel(t)).Dock.Status; got != "no steps yet: press a call to take the first" {
		t.Error(got)
	}
	if got := SceneOf(do(t, m, "seek 3")).Dock.Status; got != "step 3 of 6: client SSL_shutdown() → 0 SSL_ERROR_SYSCALL (misleading: 0 is no error)" {
		t.Error(got)
	}
}
