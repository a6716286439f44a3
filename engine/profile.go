package engine

// Profile is a release of OpenSSL, told by what it does differently. All release
// differences stand here; the rest of the package asks these fields and never
// the name.
type Profile struct {
	Name string // the script's word

	// A record too short for its nonce and tag under TLS 1.2's AES-GCM: the
	// oldest error queued and the alert sent (tls1_cipher).
	shortRecordReason string
	shortRecordAlert  AlertDescription

	// The oldest error queued when AES-GCM refuses a record of TLS 1.2. Since 3.0
	// it is the cipher provider's own, in front of the record layer's.
	badMACReason12 string
}

var profiles = [...]Profile{
	{
		Name:              "openssl-3.5", // confirmed with 3.5.7
		shortRecordReason: reasonInvalidAAD,
		shortRecordAlert:  InternalError,
		badMACReason12:    reasonCipherFailed,
	},
	{
		// 3.5.9 took 3.6's treatment of short records over: any bad record is one.
		Name:              "openssl-3.5.9",
		shortRecordReason: reasonBadMAC,
		shortRecordAlert:  BadRecordMAC,
		badMACReason12:    reasonCipherFailed,
	},
	{
		Name:              "openssl-3.6", // confirmed with 3.6.5
		shortRecordReason: reasonBadMAC,
		shortRecordAlert:  BadRecordMAC,
		badMACReason12:    reasonCipherFailed,
	},
}

// Profiles lists the releases that the engine runs, oldest first.
func Profiles() []Profile { return append([]Profile(nil), profiles[:]...) }

// Label gives the name that people use, "OpenSSL 3.5".
func (p Profile) Label() string {
	const prefix = "openssl-"
	return "OpenSSL " + p.Name[len(prefix):]
}

// profileNamed finds a profile by the script's word.
func profileNamed(name string) (*Profile, bool) {
	for i := range profiles {
		if profiles[i].Name == name {
			return &profiles[i], true
		}
	}
	return nil, false
}
