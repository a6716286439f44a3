package engine_test

import (
	"testing"

	"closenotify/engine"
)

// TestWords holds the names that the language, the RFCs and people use.
func TestWords(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{engine.Client.Peer().String(), "server"},
		{engine.ClientToServer.To().String(), "server"},
		{engine.Server.Peer().String() + engine.ServerToClient.To().String() + engine.ClientToServer.From().String(), "clientclientclient"},
		{engine.ServerToClient.From().String(), "server"},
		{engine.TLS12.Label() + engine.TLS13.Label() + engine.Version(1).Label(), "TLS 1.2TLS 1.3no version"},
		{engine.Version(1).String(), "no version"},
		{engine.Profiles()[0].Label(), "OpenSSL 1.1.1"},
		{engine.TypeHandshake.String() + engine.TypeApplicationData.String() + engine.RecordType(1).String(), "handshakeapplication_dataunknown"},
		{engine.Fatal.String() + engine.AlertLevel(3).String(), "fatal3"},
		{engine.AlertDescription(99).String(), "alert 99"},
		{engine.SSLError(9).Short(), "unknown"},
		{engine.Verb(0).String(), "no verb"},
		{engine.NewSessionTicket.String() + engine.KeyUpdate.String() + engine.Message(99).String(), "NewSessionTicketKeyUpdatemessage 99"},
		{engine.Before.String() + engine.WantOther.String(), "beforeother"},
		{engine.UnexpectedMessage.String() + engine.RecordOverflow.String() + engine.DecodeError.String() + engine.ProtocolVersion.String() + engine.InternalError.String(),
			"unexpected_messagerecord_overflowdecode_errorprotocol_versioninternal_error"},
		{engine.MoveKind(0).String() + engine.Damaged.String(), "damaged"},
		{op(t, "client SSL_read 100").Call(), "SSL_read(100)"},
		{op(t, "client SSL_shutdown").Call(), "SSL_shutdown()"},
		{op(t, "c2s deliver all").Call(), "deliver all"},
		{op(t, "c2s inject alert").Call(), "inject alert"},
		{engine.Op{}.Call(), "no verb"},
		{(&engine.SyntaxError{Want: "x"}).Error(), "expected x"},
		{(&engine.SyntaxError{Text: "y", Want: "x"}).Error(), `"y": expected x`},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
