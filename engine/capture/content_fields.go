package capture

import (
	"strconv"

	"closenotify/engine"
)

// contentFields explains a record's content.
func (b RecordBytes) contentFields(l *fieldList, content []byte) {
	switch b.Record.Type {
	case engine.TypeAlert:
		b.alertFields(l)
	case engine.TypeHandshake:
		b.messageFields(l, content)
	case engine.TypeChangeCipherSpec:
		text := "The following records are protected with the new keys."
		if b.Version == engine.TLS13 {
			text = "Has no meaning in TLS 1.3. It makes middleboxes believe that they see a TLS 1.2 handshake."
		}
		l.add(len(content), "change_cipher_spec", "1", text, b.rfc("RFC 5246 §7.1", "RFC 8446 §D.4"))
	default:
		l.add(len(content), "data", strconv.Itoa(len(content))+" bytes", "What the application passed to SSL_write. Byte i of everything that a peer writes here is i mod 251.", b.rfc("RFC 5246 §10", "RFC 8446 §5.1"))
	}
}

// alertFields explains level and description.
func (b RecordBytes) alertFields(l *fieldList) {
	a := b.Record.Alert
	text, rfc := "A warning does not end the connection by itself.", b.rfc("RFC 5246 §7.2", "RFC 8446 §6")
	switch {
	case a.Level == engine.Fatal && b.Version == engine.TLS13:
		text = "Fatal: the connection is over for both peers. The PSKs of its tickets should be discarded."
	case a.Level == engine.Fatal:
		text, rfc = "Fatal: the connection is over for both peers, and its session must not be resumed.", "RFC 5246 §7.2.2"
	case b.Version == engine.TLS13:
		text = "A warning. TLS 1.3 ignores the level and looks at the description only."
	}
	l.add(1, "level", strconv.Itoa(int(a.Level))+" "+a.Level.String(), text, rfc)

	text, rfc = "The error that ends the connection.", b.rfc("RFC 5246 §7.2.2", "RFC 8446 §6.2")
	switch {
	case b.Record.Injected:
		text = "An attacker wants the reader to believe that no more data will come. Without the keys, the alert can only be sent in plaintext."
	case a.Description == engine.CloseNotify:
		text, rfc = "The sender will send nothing more. Without it, the reader cannot tell the end of the data from a cut connection.", b.rfc("RFC 5246 §7.2.1", "RFC 8446 §6.1")
	case a.Level == engine.Warning:
		text = "What the sender refuses to do, without ending the connection."
	}
	l.add(1, "description", strconv.Itoa(int(a.Description))+" "+a.String(), text, rfc)
}

// messageFields explains a handshake message.
func (b RecordBytes) messageFields(l *fieldList, content []byte) {
	const typeLength, lengthLength = 1, 3
	m := b.Record.Message
	if !b.Recorded || len(content) < typeLength+lengthLength {
		l.add(len(content), m.String(), "not recorded", "No handshake of this kind was recorded, so zeros are shown.", "")
		return
	}
	rfc := b.rfc("RFC 5246 §7.4", "RFC 8446 §4")
	l.add(typeLength, "message type", strconv.Itoa(int(m))+" "+m.String(), "Which handshake message this is.", rfc)
	rest := len(content) - typeLength - lengthLength
	l.add(lengthLength, "message length", strconv.Itoa(rest), "How many bytes of the message follow.", rfc)
	body := messageBodyOf(m)
	rfc = b.rfc(body.tls12, body.tls13)
	if m == engine.ClientHello || m == engine.ServerHello {
		const versionLength, randomLength = 2, 32
		l.add(versionLength, "legacy version", "TLS 1.2", "The version field of TLS 1.2. TLS 1.3 is negotiated in an extension instead.", rfc)
		l.add(randomLength, "random", "", "32 random bytes, from which the keys are derived in part. In a key log, the client's random identifies the connection.", rfc)
		rest -= versionLength + randomLength
	}
	l.add(rest, body.name, "", body.sentence, rfc)
}

// messageBody explains the body of a handshake message.
type messageBody struct {
	name, sentence string
	tls12, tls13   string // citations
}

// messageBodies are by message. A message of one version only has its citation
// for both.
var messageBodies = map[engine.HandshakeType]messageBody{
	engine.ClientHello:         {"suites and extensions", "What the client offers: a session, cipher suites, extensions.", "RFC 5246 §7.4.1.2", "RFC 8446 §4.1.2"},
	engine.ServerHello:         {"suites and extensions", "What the server has chosen from the offer.", "RFC 5246 §7.4.1.3", "RFC 8446 §4.1.3"},
	engine.EncryptedExtensions: {"body", "Extensions that the key agreement does not need, encrypted.", "RFC 8446 §4.3.1", "RFC 8446 §4.3.1"},
	engine.Certificate:         {"body", "The server's certificate, self-signed for the recording.", "RFC 5246 §7.4.2", "RFC 8446 §4.4.2"},
	engine.CertificateVerify:   {"body", "A signature over all messages so far, made with the certificate's key.", "RFC 8446 §4.4.3", "RFC 8446 §4.4.3"},
	engine.ServerKeyExchange:   {"body", "The server's share of the key agreement, signed.", "RFC 8422 §5.4", "RFC 8422 §5.4"},
	engine.ClientKeyExchange:   {"body", "The client's share of the key agreement.", "RFC 8422 §5.7", "RFC 8422 §5.7"},
	engine.Finished:            {"verify data", "Proves that both peers have seen the same handshake.", "RFC 5246 §7.4.9", "RFC 8446 §4.4.4"},
	engine.NewSessionTicket:    {"body", "A ticket with which the client can resume the session later. If the client closes its socket while the ticket is unread, close(2) sends an RST.", "RFC 8446 §4.6.1", "RFC 8446 §4.6.1"},
	engine.KeyUpdate:           {"request update", "The sender's next record uses new keys. The value 1 asks the peer to change its keys as well.", "RFC 8446 §4.6.3", "RFC 8446 §4.6.3"},
}

// messageBodyOf gives the explanation of a message's body.
func messageBodyOf(m engine.HandshakeType) messageBody {
	if body, ok := messageBodies[m]; ok {
		return body
	}
	return messageBody{"body", "The body of the message.", "RFC 5246 §7.4", "RFC 8446 §4"}
}
