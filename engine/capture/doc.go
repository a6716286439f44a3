// Package capture turns what the engine says of a connection into bytes: a Record
// into the record that a TLS stack would send, protected with real keys, and a
// whole scenario into a capture that Wireshark reads and decrypts.
//
// # Where the keys come from
//
// handshakes.txt holds handshakes of OpenSSL 3.5, message by message, with what its
// key log said: one for each way that a handshake can go in the engine (see way).
// They were recorded by recording/record.sh; the private keys were thrown away. A
// World's handshake is the recorded one, whatever calls and transports it passes
// through, and the keys of its data follow from the recorded secrets: KeyUpdate
// rolls them on, an epoch begins its sequence numbers at 0.
//
// The recording is a recording, which shows in five places:
//
//   - Every connection has the same handshake, random values and keys. A second
//     handshake of the same way in one connection (after SSL_clear, say) is the same
//     again, and so are its keys; a real one would have fresh ones.
//   - A TLS 1.3 client that resumes offers the second ticket of a full handshake,
//     also where it has read only the first, or has got a newer one.
//   - A TLS 1.2 handshake that takes up a session takes up that of another recorded
//     connection: its secrets are given to Wireshark, so that this does not matter.
//   - What all profiles send are the messages of one release. Those of the others
//     differ in a few extensions.
//   - An explicit nonce of TLS 1.2 is the record's sequence number (RFC 5288 §3 leaves
//     the choice open). OpenSSL counts from a random number.
//
// Application data are the bytes that the conformance harness writes: byte i of all
// that a peer has written is i mod 251.
//
// # Where the capture is taken
//
// A Capture is what passes a point between the peers that an attacker has worked on
// already and where nothing is lost yet. So bytes appear in the step in which they
// are written, those that the network will hold or lose among them, and a bit that
// a later step flips is flipped; comments of the packets tell of both. An
// acknowledgement is sent when bytes become readable.
//
// Some scenarios ask for what TCP never does, and there the capture does not hide
// it: data behind a FIN of the network's, or behind a RST that only the reader saw;
// an acknowledgement that covers what was lost for good; an attacker's record that
// pushes all later ones on. The packets' comments say so. Windows are always large:
// the engine's capacity limits the sender's buffer.
package capture
