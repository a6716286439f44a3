package engine

// ContentType is a TLS content type (RFC 8446 §5.1).
type ContentType uint8

// The content types that appear here.
const (
	TypeChangeCipherSpec ContentType = 20
	TypeAlert            ContentType = 21
	TypeHandshake        ContentType = 22
	TypeApplicationData  ContentType = 23
)

// String returns the RFC's name.
func (t ContentType) String() string {
	switch t {
	case TypeChangeCipherSpec:
		return "change_cipher_spec"
	case TypeAlert:
		return "alert"
	case TypeHandshake:
		return "handshake"
	case TypeApplicationData:
		return "application_data"
	}
	return "unknown"
}

// RecordID is the number of a record, from 1 in the order in which records were made. It
// stays with its record, so a picture can follow it and a flag can name it. 0 is none.
type RecordID uint32

// Record is one TLS record before it is protected.
type Record struct {
	ID              RecordID
	Epoch           uint32 // how many times its sender has changed keys; 0 is plain text
	Seq             uint32 // sequence number under these keys; TLS has 64 bits for it (RFC 8446 §5.3)
	Sender          Role
	Type            ContentType
	Injected        bool          // put on the wire by an attacker, in plain
	Message         HandshakeType // of a handshake record
	Alert           Alert         // of an alert
	UpdateRequested bool          // of a KeyUpdate: update_requested
	InitialVersion  bool          // sent before the versions are known: its header says TLS 1.0
	BareNonce       bool          // not protected, but with TLS 1.2's explicit nonce before the content: see diffKeysNeedSession
	Resumes         bool          // of a hello: it offers a session, or resumes one
	Length          int           // content, bytes
}

// WireLength is how many bytes the record takes on the wire, header included.
func (r Record) WireLength(v Version) int {
	switch {
	case r.BareNonce:
		return headerLength + nonceLength + r.Length
	case r.plain(v):
		return headerLength + r.Length
	}
	return headerLength + r.Length + v.overhead()
}

// plain reports whether the record is not protected. ChangeCipherSpec never is in
// TLS 1.3 (RFC 8446 §5).
func (r Record) plain(v Version) bool {
	return r.Injected || r.Epoch == 0 || r.Type == TypeChangeCipherSpec && v == TLS13
}

// Protected reports whether the record is encrypted and authenticated; else it
// is in plain text on the wire.
func (r Record) Protected(v Version) bool { return !r.plain(v) }

// IsCloseNotify reports whether the record is a close_notify alert.
func (r Record) IsCloseNotify() bool {
	return r.Type == TypeAlert && r.Alert.Description == CloseNotify
}

// isMessage reports whether the record holds that handshake message.
func (r Record) isMessage(m HandshakeType) bool { return r.Type == TypeHandshake && r.Message == m }

// headerByte is byte i of the record on the wire. known is false
// for ciphertext, whose value nothing here depends on.
func (r Record) headerByte(i int, v Version) (b byte, known bool) {
	body := r.WireLength(v) - headerLength
	switch i {
	case 0: // TLS 1.3 hides the content type (RFC 8446 §5.2)
		if v == TLS13 && !r.plain(v) {
			return byte(TypeApplicationData), true
		}
		return byte(r.Type), true
	case 1: // legacy_record_version, the same number in both versions
		return 3, true
	case 2:
		return pick[byte](r.InitialVersion, 1, 3), true
	case 3:
		return byte(body >> 8), true
	case 4:
		return byte(body), true
	}
	if r.Injected {
		return [alertLength]byte{byte(r.Alert.Level), byte(r.Alert.Description)}[i-headerLength], true
	}
	return 0, false
}

// headerVersion is the version that the header says.
func (r Record) headerVersion() Version {
	if r.InitialVersion {
		return tls10
	}
	return TLS12
}

// Sizes of the record layer, bytes (RFC 8446 §5.1, §5.2; RFC 5288 §3).
const (
	headerLength  = 5     // type, version, length
	tagLength     = 16    // AES-GCM's tag
	nonceLength   = 8     // TLS 1.2's explicit nonce
	innerTypeSize = 1     // TLS 1.3's content type, after the content
	maxPlaintext  = 16384 // content of one record
	alertLength   = 2     // level, description

	messageHeaderLength = 4 // of a handshake message: type, length
	injectedLength      = headerLength + alertLength
)

// maxCiphertext is how many bytes may follow a record's header: RFC 8446 §5.2 has the
// limit of TLS 1.3; in TLS 1.2 OpenSSL is stricter than RFC 5246 §6.2.3
// (SSL3_RT_MAX_ENCRYPTED_OVERHEAD).
func (v Version) maxCiphertext() int {
	if v == TLS12 {
		return maxPlaintext + 320
	}
	return maxPlaintext + 256
}

// overhead is what protection adds to the content of one record, bytes, without
// the header.
func (v Version) overhead() int {
	if v == TLS12 {
		return nonceLength + tagLength
	}
	return innerTypeSize + tagLength
}
