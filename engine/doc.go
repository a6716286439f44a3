// Package engine runs the end of a TLS connection the way OpenSSL does.
//
// Two peers and the two directions between them make a World. A World is a
// value: Apply takes one operation, a peer's library call or something that the
// network does, and returns the World after it and a Step that says what the
// call returned, what SSL_get_error says of it, which records moved and which
// rules of the library decided it. The World it was called on does not change, so
// a copy is a snapshot, and going back, branching and comparing need no code.
//
//	           SSL_write  SSL_shutdown                    SSL_read  SSL_shutdown
//	               │           │                              ▲          ▲
//	┌──────────────▼───────────▼─┐                 ┌──────────┴──────────┴──────┐
//	│ Endpoint   flags, want,    │  Wire c2s       │ Endpoint                   │
//	│ client     session, record ├─▶ ▭ ▭ ⬣ ───────▶│ server                     │
//	│            half written    │                 │                            │
//	│            half read       │◀──────── ⬣ ▭ ◀──┤                            │
//	└────────────────────────────┘       Wire s2c  └────────────────────────────┘
//
// The state machine never sees ciphertext. A Wire carries Records with byte
// offsets, so that half of one can be delivered, cut off or damaged; what those
// bytes would be is computed elsewhere from the same Records.
//
// Every branch of the library's logic that a person could ask about is a Rule
// with a citation. What releases do differently is a table of Differences. The
// reference for behaviour is the library itself: the traces under testdata were
// recorded from it.
//
// File names begin with what they are about, in OpenSSL's own words where it has them:
//
//	ssl_…       the calls, the SSL object, SSL_get_error, sessions, flags
//	err_…       the error queue and the text of every error
//	statem_…    the state machine of handshakes
//	record_…    the record layer: reading, opening, writing, alerts
//	bio_…       buffering BIOs, sockets, the transport under the library
//	wire_…      the stream between the peers, and what the network does to it
//	tls_…       the values of the RFCs: versions, records, alerts, messages
//	rules_…     the rules, with their citations
//	registry…   the calls and network steps of the language, a row each
//	config, start         what connection a World begins with
//	op, step, enabled     operations, what they did, which are worth trying
//	world, history        the values: one moment, and a tree of moments
//	profile, difference   the releases, and what they do differently
//	program_…   the peers' programs in C: processes, their calls and queries
//	call, scheduler       one call of one peer, and what the World does around it
//
// Identifiers are OpenSSL's where it has one: wpendTot is rlayer.wpend_tot.
//
// The package is pure: no input or output, no clock, no randomness, no
// goroutine.
package engine
