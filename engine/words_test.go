package engine_test

import (
	"fmt"
	"testing"

	"closenotify/engine"
)

// TestWords compares the names that the language, the RFCs and people use.
func TestWords(t *testing.T) {
	for _, tt := range []struct {
		value fmt.Stringer
		want  string
	}{
		{engine.Client, "client"}, {engine.Client.Other(), "server"}, {engine.Server.Other(), "client"},
		{engine.ClientToServer, "c2s"}, {engine.ClientToServer.Sender(), "client"}, {engine.ClientToServer.Receiver(), "server"},
		{engine.ServerToClient, "s2c"}, {engine.ServerToClient.Sender(), "server"}, {engine.ServerToClient.Receiver(), "client"},
		{engine.TLS12, "tls1.2"}, {engine.TLS13, "tls1.3"}, {engine.Version(1), "no version"},
		{engine.TypeHandshake, "handshake"}, {engine.TypeApplicationData, "application_data"}, {engine.ContentType(1), "unknown"},
		{engine.Fatal, "fatal"}, {engine.AlertLevel(3), "3"},
		{engine.UnexpectedMessage, "unexpected_message"}, {engine.RecordOverflow, "record_overflow"}, {engine.DecodeError, "decode_error"},
		{engine.ProtocolVersion, "protocol_version"}, {engine.InternalError, "internal_error"}, {engine.AlertDescription(99), "alert 99"},
		{engine.NewSessionTicket, "NewSessionTicket"}, {engine.KeyUpdate, "KeyUpdate"}, {engine.HandshakeType(99), "message 99"},
		{engine.Before, "before"}, {engine.WantOther, "other"},
		{engine.ByteMoveKind(0), ""}, {engine.Damaged, "damaged"},
		{engine.Verb(0), "no verb"}, {engine.VerbInjectAlert, "inject alert"},
	} {
		if got := tt.value.String(); got != tt.want {
			t.Errorf("%#v is called %q, want %q", tt.value, got, tt.want)
		}
	}
}

// TestOtherTexts compares those that are not a String.
func TestOtherTexts(t *testing.T) {
	for _, tt := range []struct{ what, got, want string }{
		{"Label of TLS 1.2", engine.TLS12.Label(), "TLS 1.2"},
		{"Label of TLS 1.3", engine.TLS13.Label(), "TLS 1.3"},
		{"Label of no version", engine.Version(1).Label(), "no version"},
		{"Label of a profile", engine.Profiles()[0].Label(), "OpenSSL 1.1.1"},
		{"Short of no error", engine.SSLError(9).Short(), "unknown"},
		{"Call with an argument", op(t, "client SSL_read 100").Call(), "SSL_read(100)"},
		{"Call without one", op(t, "client SSL_shutdown").Call(), "SSL_shutdown()"},
		{"Call of the network", op(t, "c2s deliver all").Call(), "deliver all"},
		{"Call of two words", op(t, "c2s inject alert").Call(), "inject alert"},
		{"Call of nothing", engine.Op{}.Call(), "no verb"},
		{"a missing word", (&engine.SyntaxError{Want: "x"}).Error(), "expected x"},
		{"a wrong word", (&engine.SyntaxError{Text: "y", Want: "x"}).Error(), `"y": expected x`},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

// TestC compares the C of calls with each kind of argument.
func TestC(t *testing.T) {
	for line, want := range map[string]string{
		"client SSL_shutdown":                          "SSL_shutdown(client)",
		"server SSL_read 100":                          "SSL_read(server, buf, 100)",
		"client SSL_set_shutdown SENT|RECEIVED":        "SSL_set_shutdown(client, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)",
		"client SSL_set_quiet_shutdown 1":              "SSL_set_quiet_shutdown(client, 1)",
		"server SSL_key_update requested":              "SSL_key_update(server, SSL_KEY_UPDATE_REQUESTED)",
		"client SSL_set_options IGNORE_UNEXPECTED_EOF": "SSL_set_options(client, SSL_OP_IGNORE_UNEXPECTED_EOF)",
		"client SSL_clear_mode AUTO_RETRY":             "SSL_clear_mode(client, SSL_MODE_AUTO_RETRY)",
		"client BIO_set_nbio 0":                        "BIO_socket_nbio(client_fd, 0)",
		"server close":                                 "close(server_fd)",
		"client keep_errors on":                        "",
		"c2s hold":                                     "",
	} {
		if got := op(t, line).C(); got != want {
			t.Errorf("%s is %q in C, want %q", line, got, want)
		}
	}
}
