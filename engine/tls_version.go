package engine

// Version is a TLS protocol version, numbered as on the wire.
type Version uint16

// The versions that the engine speaks.
const (
	TLS12 Version = 0x0303
	TLS13 Version = 0x0304
)

// Versions lists them, oldest first.
var Versions = [...]Version{TLS12, TLS13}

// versions has what each is called in scripts and by people, and its number in links.
var versions = map[Version]struct {
	word, label string
	link        int
}{
	TLS12: {"tls1.2", "TLS 1.2", 1},
	TLS13: {"tls1.3", "TLS 1.3", 0},
}

// noVersion is the text for a number that is not a version.
const noVersion = "no version"

// String gives the script's word, "tls1.2" or "tls1.3".
func (v Version) String() string {
	if row, ok := versions[v]; ok {
		return row.word
	}
	return noVersion
}

// Label gives the name that people use, "TLS 1.3".
func (v Version) Label() string {
	if row, ok := versions[v]; ok {
		return row.label
	}
	return noVersion
}

// VersionNamed finds a version by the script's word.
func VersionNamed(word string) (Version, bool) {
	for _, v := range Versions {
		if v.String() == word {
			return v, true
		}
	}
	return 0, false
}

// Sizes of the record layer, bytes (RFC 8446 §5.1, §5.2; RFC 5288 §3).
const (
	headerLength   = 5     // type, version, length
	tagLength      = 16    // AES-GCM's tag
	nonceLength    = 8     // TLS 1.2's explicit nonce
	innerTypeSize  = 1     // TLS 1.3's content type, after the content
	maxPlaintext   = 16384 // content of one record
	alertLength    = 2     // level, description
	injectedLength = headerLength + alertLength
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
