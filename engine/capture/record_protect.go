package capture

import (
	"encoding/binary"
	"slices"

	"closenotify/engine"
)

// HeaderLength is how many bytes a record's header has: type, version, length
// (RFC 8446 §5.1).
const HeaderLength = 5

// explicitNonceLength is TLS 1.2's part of the nonce that is sent, bytes (RFC 5288 §3).
const explicitNonceLength = 8

// Bytes is a record as its sender puts it on the wire, and what it was made of.
type Bytes struct {
	Record    engine.Record
	Version   engine.Version
	Protected bool
	Wire      []byte // the record, header included
	Inner     []byte // what protection hides; of a plain record, its content
	Nonce     []byte // of the cipher, 12 bytes; nil for a plain record
	Known     bool   // the content is as recorded; else a stand-in of the right length
}

// recordHeader is a record's recordHeader over a body (RFC 8446 §5.1).
func recordHeader(r engine.Record, v engine.Version, typ engine.RecordType, body int) []byte {
	minor := byte(3)
	if r.Early { // sent before the versions are known
		minor = 1
	}
	return []byte{byte(typ), 3, minor, byte(body >> 8), byte(body)}
}

// protect makes a record of its content. The keys are nil for a plain one.
func protect(r engine.Record, v engine.Version, k *keys, content []byte) Bytes {
	b := Bytes{Record: r, Version: v, Protected: r.Protected(v) && k != nil, Known: true}
	switch {
	case !b.Protected:
		b.Inner = content
		b.Wire = append(recordHeader(r, v, r.Type, len(content)), content...)
	case v == engine.TLS13:
		b.protectTLS13(k, content)
	default:
		b.protectTLS12(k, content, sequenceBytes(r.Seq))
	}
	return b
}

// protectTLS13 protects as RFC 8446 §5.2 and §5.3 have it: the content type goes inside,
// the nonce is the IV with the sequence number, the header is authenticated.
func (b *Bytes) protectTLS13(k *keys, content []byte) {
	b.Inner = append(slices.Clone(content), byte(b.Record.Type))
	b.Nonce = slices.Clone(k.iv)
	for i, s := range sequenceBytes(b.Record.Seq) {
		b.Nonce[nonceLength-8+i] ^= s
	}
	head := recordHeader(b.Record, b.Version, engine.TypeApplicationData, len(b.Inner)+tagLength)
	b.Wire = k.aead().Seal(head, b.Nonce, b.Inner, head)
}

// protectTLS12 protects as RFC 5288 §3 has it: half of the nonce is sent, and sequence
// number and header are authenticated with the length of the content.
func (b *Bytes) protectTLS12(k *keys, content, explicit []byte) {
	b.Inner = content
	b.Nonce = slices.Concat(k.iv, explicit)
	extra := append(sequenceBytes(b.Record.Seq), recordHeader(b.Record, b.Version, b.Record.Type, len(content))...)
	head := recordHeader(b.Record, b.Version, b.Record.Type, explicitNonceLength+len(content)+tagLength)
	b.Wire = k.aead().Seal(append(head, explicit...), b.Nonce, content, extra)
}

// sequenceBytes is a sequenceBytes number in 8 bytes.
func sequenceBytes(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
