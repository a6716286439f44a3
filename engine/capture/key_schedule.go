package capture

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"slices"

	"closenotify/engine"
)

// Sizes of AES-128-GCM, bytes (RFC 5116 §5.1).
const (
	keyLength   = 16
	nonceLength = 12
	tagLength   = 16
	saltLength  = 4 // the implicit part of TLS 1.2's nonce (RFC 5288 §3)
)

// keys protect what a peer sends in one epoch.
type keys struct {
	secret []byte // TLS 1.3's traffic secret, nil in TLS 1.2
	key    []byte
	iv     []byte // 12 bytes in TLS 1.3; the salt in TLS 1.2
}

// keysTLS13 derives keys from a traffic secret (RFC 8446 §7.3).
func keysTLS13(secret []byte) *keys {
	return &keys{secret, expandLabel(secret, "key", keyLength), expandLabel(secret, "iv", nonceLength)}
}

// afterKeyUpdate derives the keys that follow a KeyUpdate (RFC 8446 §7.2).
func (k *keys) afterKeyUpdate() *keys {
	return keysTLS13(expandLabel(k.secret, "traffic upd", sha256.Size))
}

// expandLabel is HKDF-Expand-Label with an empty context and at most 32 bytes (RFC 8446 §7.1), for
// which HKDF-Expand is one HMAC (RFC 5869 §2.3).
func expandLabel(secret []byte, label string, length int) []byte {
	label = "tls13 " + label
	info := append([]byte{byte(length >> 8), byte(length), byte(len(label))}, label...)
	return hmacSHA256(secret, append(info, 0, 1))[:length]
}

// keysTLS12 derives a peer's keys (RFC 5246 §6.3). The key block holds both
// peers' keys, then both salts, the client's first.
func keysTLS12(h *handshake, from engine.Role) *keys {
	seed := slices.Concat([]byte("key expansion"), h.random(engine.Server), h.random(engine.Client))
	block := pSHA256(h.secrets[masterSecretLabel], seed, 2*(keyLength+saltLength))
	part := func(offset, length int) []byte { return block[offset+int(from)*length:][:length] }
	return &keys{key: part(0, keyLength), iv: part(2*keyLength, saltLength)}
}

// pSHA256 is P_SHA256 (RFC 5246 §5). It is the PRF if the seed begins with the
// label.
func pSHA256(secret, seed []byte, length int) []byte {
	var out []byte
	for a := seed; len(out) < length; {
		a = hmacSHA256(secret, a)
		out = append(out, hmacSHA256(secret, slices.Concat(a, seed))...)
	}
	return out[:length]
}

// hmacSHA256 is HMAC (RFC 2104) with a key of at most 64 bytes. The packages crypto/hmac and
// crypto/hkdf would add all hash functions that they accept to the download of the client.
func hmacSHA256(key, data []byte) []byte {
	var inner, outer [sha256.BlockSize]byte
	copy(inner[:], key)
	copy(outer[:], key)
	for i := range inner {
		inner[i] ^= 0x36
		outer[i] ^= 0x5c
	}
	sum := sha256.Sum256(append(inner[:], data...))
	sum = sha256.Sum256(append(outer[:], sum[:]...))
	return sum[:]
}

// aead returns AES-128-GCM with these keys.
func (k *keys) aead() cipher.AEAD {
	block, err := aes.NewCipher(k.key)
	if err != nil {
		panic(err) // only for a key of another length
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		panic(err) // only for another block size
	}
	return gcm
}
