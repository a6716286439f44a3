package capture

import (
	"encoding/binary"
	"slices"

	"closenotify/engine"
)

// HeaderLength is the length of a record header, bytes: type, version, length
// (RFC 8446 §5.1).
const HeaderLength = 5

// explicitNonceLength is the length of the nonce that a TLS 1.2 record carries,
// bytes (RFC 5288 §3).
const explicitNonceLength = 8

// RecordBytes is a record as its sender writes it, and what it was made from.
type RecordBytes struct {
	Record    engine.Record
	Version   engine.Version
	Protected bool
	Wire      []byte // the whole record, header included
	Inner     []byte // the plaintext: content and, in TLS 1.3, content type
	Nonce     []byte // of the cipher, 12 bytes; nil for a plaintext record
	Recorded  bool   // false if the content was not recorded and is all zeros
}

// recordHeader gives the header of a record whose body has the given length
// (RFC 8446 §5.1).
func recordHeader(r engine.Record, typ engine.ContentType, bodyLength int) []byte {
	minor := byte(3)
	if r.InitialVersion { // a first ClientHello says TLS 1.0, for old servers
		minor = 1
	}
	return []byte{byte(typ), 3, minor, byte(bodyLength >> 8), byte(bodyLength)}
}

// protect makes a record from its content. The keys of a plaintext record are not
// used.
func protect(r engine.Record, v engine.Version, k *keys, content []byte) RecordBytes {
	b := RecordBytes{Record: r, Version: v, Protected: r.Protected(v), Recorded: true}
	if b.Protected && k == nil {
		panic("capture: a protected record without keys")
	}
	switch {
	case r.BareNonce: // OpenSSL leaves what was in the buffer there; here it is zeros
		b.Inner = content
		header := recordHeader(r, r.Type, explicitNonceLength+len(content))
		b.Wire = slices.Concat(header, make([]byte, explicitNonceLength), content)
	case !b.Protected:
		b.Inner = content
		b.Wire = append(recordHeader(r, r.Type, len(content)), content...)
	case v == engine.TLS13:
		b.protectTLS13(k, content)
	default:
		b.protectTLS12(k, content, sequenceBytes(r.Seq))
	}
	return b
}

// protectTLS13 encrypts the content together with the content type (RFC 8446
// §5.2). The nonce is the IV XORed with the sequence number (§5.3); the additional
// data is the header.
func (b *RecordBytes) protectTLS13(k *keys, content []byte) {
	b.Inner = append(slices.Clone(content), byte(b.Record.Type))
	b.Nonce = slices.Clone(k.iv)
	for i, s := range sequenceBytes(b.Record.Seq) {
		b.Nonce[nonceLength-8+i] ^= s
	}
	header := recordHeader(b.Record, engine.TypeApplicationData, len(b.Inner)+tagLength)
	b.Wire = k.aead().Seal(header, b.Nonce, b.Inner, header)
}

// protectTLS12 encrypts the content and sends half of the nonce with it (RFC 5288
// §3). The additional data is the sequence number and the header with the length
// of the content (RFC 5246 §6.2.3.3).
func (b *RecordBytes) protectTLS12(k *keys, content, explicitNonce []byte) {
	b.Inner = content
	b.Nonce = slices.Concat(k.iv, explicitNonce)
	additional := append(sequenceBytes(b.Record.Seq), recordHeader(b.Record, b.Record.Type, len(content))...)
	header := recordHeader(b.Record, b.Record.Type, explicitNonceLength+len(content)+tagLength)
	b.Wire = k.aead().Seal(append(header, explicitNonce...), b.Nonce, content, additional)
}

// sequenceBytes encodes a sequence number as 64 bits.
func sequenceBytes(n uint32) []byte { return binary.BigEndian.AppendUint64(nil, uint64(n)) }
