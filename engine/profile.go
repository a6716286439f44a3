package engine

import "strings"

// Profile is a release of OpenSSL, told by what it does differently. All release
// differences stand here; the rest of the package asks these fields and never
// the name.
type Profile struct {
	Name  string // the script's word, "openssl-3.5"
	Patch string // the release that was recorded and compared: "3.5.9"
	link  int    // its number in links of format 2: never changed, never given out again

	// 3.0 made the end of the transport without close_notify a fatal error; before,
	// it was no error of the library's (CHANGES between 1.1.1 and 3.0).
	eofIsFatal bool

	// A buffering BIO does not pass on that the one below it wants a retry of its
	// flush, so a handshake through two of them ends in SSL_ERROR_SYSCALL.
	flushHidesRetry bool

	// 3.0 made a server refuse a renegotiation that the client begins, unless
	// SSL_OP_ALLOW_CLIENT_RENEGOTIATION is set.
	refusesRenegotiation bool

	// 3.2 put the record layer behind an interface of its own. With it came:
	// a system error in a write is queued as an error of ERR_LIB_SYS,
	queuesSystemErrors bool
	// SSL_want says what is waited for only where a call returns to be repeated: not
	// when the transport fails, and not while a blocking one waits,
	failureEndsWant bool
	// an alert that finds a foreign record half written is given up, where the
	// write had been a fatal error ("bad write retry"),
	givesAlertUp bool
	// only the first record of an SSL_write notes what it is, and not one that
	// follows an alert,
	notesFirstKind bool
	// an alert that needed a retry is not told to the message callback,
	hidesRetriedAlert bool
	// and close_notify is no longer one of the warnings of TLS 1.3: it is not
	// counted, not remembered as the last one, and its record is kept.
	closeIsNoWarning bool
	// An alert whose header says TLS 1.0 where 1.2 was agreed upon is an error that
	// does not end the connection: the next read takes the alert.
	alertLivesOn bool
	// A record that comes in a handshake after SSL_RECEIVED_SHUTDOWN was set is
	// dropped without being released, and then none can be read.
	keepsDropped bool
	// A read that fails on a socket whose end was seen before returns 0, as at the
	// end itself, and not the -1 of recv(2).
	endReturnsZero bool
	// A record of TLS 1.3 whose major version is wrong is "bad record type" like
	// any other that is not application data; it had been a protocol_version alert.
	typeBeforeVersion bool

	// An error "record layer failure" stands behind every one about a record.
	recordLayerError bool

	// A record too short for its nonce and tag under TLS 1.2's AES-GCM: the
	// errors queued and the alert sent (tls1_cipher).
	shortRecord      []reason
	shortRecordAlert AlertDescription

	// The errors queued when AES-GCM refuses a record of TLS 1.2. Since 3.0 the
	// first is the cipher provider's own.
	badMAC12 []reason

	// The alerts that SSLv3 had, too, are called "sslv3 alert" when they are received, not
	// "ssl/tls alert".
	oldAlertTexts bool

	// The entries of the error queue name the function that queued them. 3.0 gave that up
	// (CHANGES between 1.1.1 and 3.0).
	errorsNameFunctions bool
}

// recordLayer30 is what 3.0 and 3.1 have.
var recordLayer30 = Profile{
	flushHidesRetry:      true,
	eofIsFatal:           true,
	refusesRenegotiation: true,
	shortRecord:          []reason{reasonInvalidAAD, reasonInternalError},
	shortRecordAlert:     InternalError,
	badMAC12:             []reason{reasonCipherFailed, reasonBadMAC},
	oldAlertTexts:        true,
}

// recordLayer32 is what came with 3.2 and stayed.
var recordLayer32 = Profile{
	eofIsFatal:           true,
	queuesSystemErrors:   true,
	failureEndsWant:      true,
	givesAlertUp:         true,
	notesFirstKind:       true,
	hidesRetriedAlert:    true,
	closeIsNoWarning:     true,
	keepsDropped:         true,
	alertLivesOn:         true,
	refusesRenegotiation: true,
	endReturnsZero:       true,
	typeBeforeVersion:    true,
	recordLayerError:     true,
	shortRecord:          []reason{reasonBadMAC},
	shortRecordAlert:     BadRecordMAC,
	badMAC12:             []reason{reasonCipherFailed, reasonBadMAC},
}

// profiles are the releases, oldest first. The name of a line stands for its newest
// confirmed patch; an older patch that behaves otherwise has its full number. What a
// name stands for changes when a newer patch is confirmed, so Patch says what it is now.
var profiles = [...]Profile{
	{
		Name:                "openssl-1.1.1",
		Patch:               "1.1.1w",
		link:                3,
		errorsNameFunctions: true,
		flushHidesRetry:     true,
		shortRecord:         []reason{reasonInternalError},
		shortRecordAlert:    InternalError,
		badMAC12:            []reason{reasonBadMAC},
		oldAlertTexts:       true,
	},
	recordLayer30.with("openssl-3.0.20", "3.0.20", 4, func(*Profile) {}),
	recordLayer30.with("openssl-3.0", "3.0.22", 1, func(p *Profile) { // with 3.6's treatment of short records
		p.shortRecord, p.shortRecordAlert = recordLayer32.shortRecord, recordLayer32.shortRecordAlert
	}),
	recordLayer32.with("openssl-3.5.7", "3.5.7", 5, func(p *Profile) {
		p.shortRecord, p.shortRecordAlert = []reason{reasonInvalidAAD, reasonInternalError}, InternalError
	}),
	recordLayer32.with("openssl-3.5", "3.5.9", 0, func(*Profile) {}), // took 3.6's treatment of short records over
	recordLayer32.with("openssl-3.6", "3.6.5", 2, func(*Profile) {}),
}

// with is p under a name, with a change.
func (p Profile) with(name, patch string, link int, change func(*Profile)) Profile {
	p.Name, p.Patch, p.link = name, patch, link
	change(&p)
	return p
}

// Profiles lists the releases that the engine runs, oldest first.
func Profiles() []Profile { return append([]Profile(nil), profiles[:]...) }

// Label gives the name that people use, "OpenSSL 3.5".
func (p Profile) Label() string {
	return "OpenSSL " + strings.TrimPrefix(p.Name, prefix)
}

// prefix begins the name of every profile.
const prefix = "openssl-"

// ProfileNamed finds a profile by the script's word. The full number of a confirmed
// patch is another word for its line: "openssl-3.5.9" finds openssl-3.5.
func ProfileNamed(name string) (Profile, bool) {
	if p, ok := profileNamed(name); ok {
		return *p, true
	}
	return Profile{}, false
}

func profileNamed(name string) (*Profile, bool) {
	for i := range profiles {
		if p := &profiles[i]; name == p.Name || name == prefix+p.Patch {
			return p, true
		}
	}
	return nil, false
}
