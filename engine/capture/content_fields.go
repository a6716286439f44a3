package capture

import (
	"strconv"

	"closenotify/engine"
)

// contentFields explains a record's content.
func (b Bytes) contentFields(l *fieldList, content []byte) {
	tls13 := b.Version == engine.TLS13
	switch b.Record.Type {
	case engine.TypeAlert:
		b.alertFields(l)
	case engine.TypeHandshake:
		b.messageFields(l, content)
	case engine.TypeChangeCipherSpec:
		text := "What follows is protected with the new keys."
		if tls13 {
			text = "Means nothing in TLS 1.3: it is there so that middleboxes take the connection for TLS 1.2."
		}
		l.add(len(content), "change_cipher_spec", "1", text, pick(tls13, "RFC 8446 §D.4", "RFC 5246 §7.1"))
	default:
		l.add(len(content), "data", strconv.Itoa(len(content))+" bytes", "What SSL_write was given. Byte i of all that a peer writes here is i mod 251.", pick(tls13, "RFC 8446 §5.1", "RFC 5246 §10"))
	}
}

// alertFields explains level and description.
func (b Bytes) alertFields(l *fieldList) {
	a, tls13 := b.Record.Alert, b.Version == engine.TLS13
	rfc := pick(tls13, "RFC 8446 §6", "RFC 5246 §7.2")
	text := "A warning does not end the connection by itself."
	switch {
	case a.Level == engine.Fatal:
		text = "Fatal: the connection is over for both, and its session must not be resumed."
	case tls13:
		text = "A warning. TLS 1.3 goes by the description and ignores the level."
	}
	l.add(1, "level", strconv.Itoa(int(a.Level))+" "+a.Level.String(), text, rfc)
	text, rfc = "The error that ends the connection.", pick(tls13, "RFC 8446 §6.2", "RFC 5246 §7.2.2")
	switch {
	case b.Record.Injected:
		text = "What an attacker wants the reader to believe: that there is no more to come. He has no keys, so it stands here in plain text."
	case a.Description == engine.CloseNotify:
		text, rfc = "The sender will send nothing more. Only this tells the end of the data from a cut wire.", pick(tls13, "RFC 8446 §6.1", "RFC 5246 §7.2.1")
	case a.Level == engine.Warning:
		text = "What the sender refuses, without ending the connection."
	}
	l.add(1, "description", strconv.Itoa(int(a.Description))+" "+a.String(), text, rfc)
}

// messageFields explains a handshake message.
func (b Bytes) messageFields(l *fieldList, content []byte) {
	const typeLength, lengthLength = 1, 3
	m, tls13 := b.Record.Message, b.Version == engine.TLS13
	if !b.Known || len(content) < typeLength+lengthLength {
		l.add(len(content), m.String(), "not recorded", "A handshake of this kind was not recorded: zeros stand in for the message.", "")
		return
	}
	rfc := pick(tls13, "RFC 8446 §4", "RFC 5246 §7.4")
	l.add(typeLength, "message type", strconv.Itoa(int(m))+" "+m.String(), "Which handshake message this is.", rfc)
	rest := len(content) - typeLength - lengthLength
	l.add(lengthLength, "message length", strconv.Itoa(rest), "How many bytes of the message follow.", rfc)
	if m == engine.ClientHello || m == engine.ServerHello {
		const versionLength, randomLength = 2, 32
		l.add(versionLength, "legacy version", "TLS 1.2", "The number that TLS 1.2 had here. TLS 1.3 is agreed upon in an extension.", pick(tls13, "RFC 8446 §4.1.2", "RFC 5246 §7.4.1.2"))
		l.add(randomLength, "random", "", "32 bytes drawn at random, part of what the keys are made from. Wireshark finds the secrets of the connection by the client's.", pick(tls13, "RFC 8446 §4.1.2", "RFC 5246 §7.4.1.2"))
		rest -= versionLength + randomLength
	}
	text, cite := messageText(m, tls13)
	l.add(rest, bodyName(m), "", text, cite)
}

// bodyName names what stands in a message.
func bodyName(m engine.Message) string {
	switch m {
	case engine.Finished:
		return "verify data"
	case engine.KeyUpdate:
		return "request update"
	case engine.ClientHello, engine.ServerHello:
		return "suites and extensions"
	}
	return "body"
}

// messageText says what a message is for, and where that is written.
func messageText(m engine.Message, tls13 bool) (text, rfc string) {
	switch m {
	case engine.ClientHello:
		return "What the client offers: session, cipher suites, extensions.", pick(tls13, "RFC 8446 §4.1.2", "RFC 5246 §7.4.1.2")
	case engine.ServerHello:
		return "What the server has chosen of it.", pick(tls13, "RFC 8446 §4.1.3", "RFC 5246 §7.4.1.3")
	case engine.EncryptedExtensions:
		return "Extensions that need no key agreement, encrypted.", "RFC 8446 §4.3.1"
	case engine.Certificate:
		return "The server's certificate, self-signed and thrown away after the recording.", pick(tls13, "RFC 8446 §4.4.2", "RFC 5246 §7.4.2")
	case engine.CertificateVerify:
		return "Signs all messages so far with the certificate's key.", "RFC 8446 §4.4.3"
	case engine.ServerKeyExchange:
		return "The server's share of the key agreement, signed.", "RFC 8422 §5.4"
	case engine.ClientKeyExchange:
		return "The client's share of the key agreement.", "RFC 8422 §5.7"
	case engine.Finished:
		return "Proves that both have seen the same handshake.", pick(tls13, "RFC 8446 §4.4.4", "RFC 5246 §7.4.9")
	case engine.NewSessionTicket:
		return "With this ticket the client can resume the session later. Left unread, it turns close(2) into a RST.", "RFC 8446 §4.6.1"
	case engine.KeyUpdate:
		return "The sender's next record comes under new keys. 1 asks the peer to change its keys, too.", "RFC 8446 §4.6.3"
	}
	return "The message itself.", pick(tls13, "RFC 8446 §4", "RFC 5246 §7.4")
}
