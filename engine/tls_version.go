package engine

// Version is a TLS protocol version, numbered as on the wire.
type Version uint16

// The versions that the engine speaks.
const (
	TLS12 Version = 0x0303
	TLS13 Version = 0x0304
)

// tls10 is what the header of a client's first record says.
const tls10 Version = 0x0301

// Versions lists them, oldest first.
var Versions = [...]Version{TLS12, TLS13}

// versions has the names in scripts, the display names and the numbers in links.
var versions = map[Version]struct {
	word, label string
	link        int
}{
	TLS12: {"tls1.2", "TLS 1.2", 1},
	TLS13: {"tls1.3", "TLS 1.3", 0},
}

// noVersion is the text for a number that is not a version.
const noVersion = "no version"

// String returns the script's word, "tls1.2" or "tls1.3".
func (v Version) String() string {
	if row, ok := versions[v]; ok {
		return row.word
	}
	return noVersion
}

// Label returns the name that people use, "TLS 1.3".
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
