package capture

import (
	"strconv"

	"closenotify/engine"
)

// Part says where a Field's bytes stand.
type Part uint8

// The parts.
const (
	OnWire  Part = iota // in Bytes.Wire
	InNonce             // in Bytes.Nonce
	Inside              // in Bytes.Inner
)

// Field is a run of bytes with a meaning, From <= i < To of its part.
type Field struct {
	Part     Part
	From, To int
	Name     string // "content type"
	Value    string // what the bytes say, "" where that needs no words: "21 alert"
	Sentence string // what it is for
	RFC      string // "RFC 8446 §5.1"
}

// fieldList is Fields under construction: each field begins where the last ended.
type fieldList struct {
	part Part
	at   int
	list []Field
}

// startPart goes on with another part, from its first byte.
func (l *fieldList) startPart(p Part) { l.part, l.at = p, 0 }

// add puts a field of n bytes behind the last; one of none is left out.
func (l *fieldList) add(n int, name, value, sentence, rfc string) {
	if n > 0 {
		l.list = append(l.list, Field{l.part, l.at, l.at + n, name, value, sentence, rfc})
	}
	l.at += n
}

// Fields explains every byte: of the record on the wire, then of the nonce, then of
// what is inside.
func (b Bytes) Fields() []Field {
	var l fieldList
	b.headerFields(&l)
	if !b.Protected {
		b.contentFields(&l, b.Inner)
		return l.list
	}
	cite := pick(b.Version == engine.TLS13, "RFC 8446 §5.2", "RFC 5288 §3")
	explicit := 0
	if b.Version == engine.TLS12 {
		explicit = explicitNonceLength
		l.add(explicit, "explicit nonce", strconv.FormatUint(b.Record.Seq, 10), "The half of the nonce that is sent. It must never come twice under one key; here it is the sequence number.", "RFC 5288 §3")
	}
	l.add(len(b.Wire)-HeaderLength-explicit-tagLength, "ciphertext", "", "What is inside, encrypted with AES-128 in counter mode: as long as the inside, and unreadable.", cite)
	l.add(tagLength, "tag", "", "Proves that header, sequence number and ciphertext are as the sender made them. One bit flipped, and the reader computes another tag.", "RFC 5116 §5.1")
	b.nonceFields(&l)
	l.startPart(Inside)
	b.contentFields(&l, b.Inner[:b.Record.Length])
	if b.Version == engine.TLS13 {
		l.add(1, "content type", typeValue(b.Record.Type), "What the record really holds. It stands behind the content, where nobody sees it on the way.", "RFC 8446 §5.2")
	}
	return l.list
}

// headerFields explains the header.
func (b Bytes) headerFields(l *fieldList) {
	typ := engine.RecordType(b.Wire[0])
	rfc, tls13 := "RFC 5246 §6.2.1", b.Version == engine.TLS13
	text := "What the record holds. It is never encrypted in TLS 1.2: whoever listens sees an alert, though not which."
	switch {
	case !b.Protected:
		text = "What the record holds, in plain text."
	case tls13:
		rfc, text = "RFC 8446 §5.2", "Every protected record of TLS 1.3 says that it holds data. What it really holds stands inside."
	}
	l.add(1, "content type", typeValue(typ), text, rfc)
	version, text := "TLS 1.2", "The version that was agreed upon."
	switch {
	case b.Record.Early:
		version, text = "TLS 1.0", "No version is agreed upon yet, and an old server might refuse a newer number."
	case tls13:
		text = "TLS 1.2's number in TLS 1.3, too: middleboxes would drop what they do not know. Nobody looks at it."
	}
	l.add(2, "version", version, text, pick(tls13, "RFC 8446 §5.1", "RFC 5246 §6.2.1"))
	n := len(b.Wire) - HeaderLength
	text = "How many bytes follow the header."
	if b.Protected {
		text += " It is no secret, and so it tells much: " + strconv.Itoa(n) + " bytes hold " + strconv.Itoa(b.Record.Length) + " of content."
	}
	l.add(2, "length", strconv.Itoa(n), text, pick(tls13, "RFC 8446 §5.1", "RFC 5246 §6.2.1"))
}

// nonceFields explains where the nonce comes from.
func (b Bytes) nonceFields(l *fieldList) {
	l.startPart(InNonce)
	seq := strconv.FormatUint(b.Record.Seq, 10)
	if b.Version == engine.TLS13 {
		l.add(nonceLength, "nonce", "sequence number "+seq, "The IV that goes with the keys, XORed with the sequence number. It is not sent: both peers count. So a record that is lost, or comes twice, cannot be decrypted.", "RFC 8446 §5.3")
		return
	}
	l.add(saltLength, "salt", "", "The half of the nonce that is not sent: it comes with the keys from the handshake.", "RFC 5288 §3")
	l.add(explicitNonceLength, "explicit nonce", seq, "The half that is sent, as it stands on the wire. That the reader counts, too, shows in the tag: the sequence number is part of what it proves.", "RFC 5246 §6.2.3.3")
}

// typeValue is a content type's number and name.
func typeValue(t engine.RecordType) string { return strconv.Itoa(int(t)) + " " + t.String() }

// pick is a if c, else b.
func pick[T any](c bool, a, b T) T {
	if c {
		return a
	}
	return b
}
