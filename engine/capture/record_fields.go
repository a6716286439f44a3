package capture

import (
	"strconv"

	"closenotify/engine"
)

// Part names one of the byte strings of a record that Fields explains.
type Part uint8

// The parts.
const (
	OnWire  Part = iota // RecordBytes.Wire
	InNonce             // RecordBytes.Nonce
	Inside              // RecordBytes.Inner of a protected record
)

// Field explains a run of bytes, positions From <= i < To of its part.
type Field struct {
	Part     Part
	From, To int
	Name     string // "content type"
	Value    string // the bytes in words, "21 alert"; "" if there is nothing to say
	Sentence string // what the bytes are for
	RFC      string // where that is written, "RFC 8446 §5.1"; "" for content that was not recorded
}

// fieldList builds the result of Fields. Each field starts where the last one
// ended.
type fieldList struct {
	part   Part
	offset int
	fields []Field
}

// startPart continues with another part, at its first byte.
func (l *fieldList) startPart(p Part) { l.part, l.offset = p, 0 }

// add appends a field of n bytes, or nothing if n is 0.
func (l *fieldList) add(n int, name, value, sentence, rfc string) {
	if n > 0 {
		l.fields = append(l.fields, Field{l.part, l.offset, l.offset + n, name, value, sentence, rfc})
	}
	l.offset += n
}

// rfc picks the citation for the record's version.
func (b RecordBytes) rfc(tls12, tls13 string) string {
	if b.Version == engine.TLS13 {
		return tls13
	}
	return tls12
}

// Fields explains every byte: of the record on the wire and, if it is protected, of
// the nonce and of the plaintext.
func (b RecordBytes) Fields() []Field {
	var l fieldList
	b.headerFields(&l)
	if !b.Protected {
		if b.Record.BareNonce {
			l.add(explicitNonceLength, "explicit nonce", "", "Room for the nonce. Nothing was encrypted, so OpenSSL leaves whatever its buffer held.", "do_ssl3_write")
		}
		b.contentFields(&l, b.Inner)
		return l.fields
	}
	body := len(b.Wire) - HeaderLength - tagLength
	if b.Version == engine.TLS12 {
		body -= explicitNonceLength
		l.add(explicitNonceLength, "explicit nonce", strconv.FormatUint(uint64(b.Record.Seq), 10), "The part of the nonce that is sent. It must never repeat under the same key; here it is the sequence number.", "RFC 5288 §3")
	}
	l.add(body, "ciphertext", "", "The plaintext encrypted with AES-128 in counter mode. It has the same length as the plaintext.", b.rfc("RFC 5288 §3", "RFC 8446 §5.2"))
	l.add(tagLength, "tag", "", "Proves that header, sequence number and ciphertext are unchanged. If one bit is flipped, the reader computes a different tag.", "RFC 5116 §5.1")
	b.nonceFields(&l)
	l.startPart(Inside)
	b.contentFields(&l, b.Inner[:b.Record.Length])
	if b.Version == engine.TLS13 {
		l.add(1, "content type", typeValue(b.Record.Type), "The real type of the record. It follows the content and is encrypted with it, so nobody on the path can see it.", "RFC 8446 §5.2")
	}
	return l.fields
}

// headerFields explains the header.
func (b RecordBytes) headerFields(l *fieldList) {
	typ := engine.ContentType(b.Wire[0])
	rfc, text := "RFC 5246 §6.2.1", "The type of the record. TLS 1.2 does not encrypt it: an eavesdropper sees that this is an alert, for example, but not which one."
	switch {
	case !b.Protected:
		text = "The type of the record, in plaintext."
	case b.Version == engine.TLS13:
		rfc, text = "RFC 8446 §5.2", "Every encrypted record of TLS 1.3 claims to be application_data. The real type is inside."
	}
	l.add(1, "content type", typeValue(typ), text, rfc)

	rfc = b.rfc("RFC 5246 §6.2.1", "RFC 8446 §5.1")
	version, text := "TLS 1.2", "The version that the peers have negotiated."
	switch {
	case b.Record.InitialVersion:
		version, text = "TLS 1.0", "No version is negotiated yet, and an old server might reject a higher number."
	case b.Version == engine.TLS13:
		text = "TLS 1.3 sends TLS 1.2's number here, because some middleboxes drop any other. RFC 8446 says to ignore it"
		if b.Protected {
			text += "; OpenSSL refuses any other value, and the tag protects it"
		}
		text += "."
	}
	l.add(2, "version", version, text, rfc)

	n := len(b.Wire) - HeaderLength
	text = "How many bytes follow the header."
	if b.Protected {
		text += " The length is not encrypted, so it gives away the size of the content: " + strconv.Itoa(n) + " bytes for " + strconv.Itoa(b.Record.Length) + " of content."
	}
	l.add(2, "length", strconv.Itoa(n), text, rfc)
}

// nonceFields explains where the nonce comes from.
func (b RecordBytes) nonceFields(l *fieldList) {
	l.startPart(InNonce)
	seq := strconv.FormatUint(uint64(b.Record.Seq), 10)
	if b.Version == engine.TLS13 {
		l.add(nonceLength, "nonce", "sequence number "+seq, "The IV, which is derived with the key, XORed with the sequence number. Neither is sent: both peers count records. If one is lost or repeated, the next cannot be decrypted.", "RFC 8446 §5.3")
		return
	}
	l.add(saltLength, "salt", "", "The part of the nonce that is not sent. It is derived from the handshake together with the key.", "RFC 5288 §3")
	l.add(explicitNonceLength, "explicit nonce", seq, "The part that is sent. The reader also counts records itself: the sequence number is part of what the tag protects.", "RFC 5246 §6.2.3.3")
}

// typeValue gives a content type's number and name.
func typeValue(t engine.ContentType) string { return strconv.Itoa(int(t)) + " " + t.String() }
