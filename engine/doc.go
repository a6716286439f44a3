// Package engine runs the end of a TLS connection the way OpenSSL does.
//
// Two peers and the two directions between them make a World. A World is a
// value: Apply takes one operation, a peer's library call or something that the
// network does, and returns the World after it and a Step that says what the
// call returned, what SSL_get_error says of it, which records moved and which
// rules of the library decided it. The World it was asked of stays as it was, so
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
// with a citation. What differs between releases is data in a Profile. The
// reference for behaviour is the library itself: the traces under testdata were
// recorded from it.
//
// The package is pure: no input or output, no clock, no randomness, no
// goroutine.
package engine
