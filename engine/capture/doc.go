// Package capture computes the real bytes of a connection that the engine only
// describes. It turns an engine.Record into the bytes that a TLS stack would
// send, protected with real keys, and explains every one of them. It turns a
// whole scenario into a pcapng file that Wireshark opens and decrypts. The Bytes
// panel and the trace command use it.
//
// # Where the keys come from
//
// handshakes.txt holds complete handshakes of OpenSSL 3.5 with their key logs, one
// for each variant of a handshake that the engine can run. recording/record.sh
// recorded them; the private keys were not kept. Every handshake in a World is one
// of these recordings, whatever calls and transports it goes through. The keys for
// the data are derived from the recorded secrets: a KeyUpdate derives the next
// keys, and each new set of keys starts again at sequence number 0.
//
// A recording differs from a live handshake in five ways:
//
//   - All connections share the same random values and keys. A second handshake of
//     the same variant in one connection, for example after SSL_clear, repeats the
//     first one byte for byte. Real peers would draw new random values.
//   - A TLS 1.3 client that resumes always offers the second ticket of a full
//     handshake, even if it has read only the first or has received a newer one.
//   - A TLS 1.2 handshake that resumes a session resumes one of another recorded
//     connection. The capture contains its secrets, so Wireshark still decrypts it.
//   - All profiles send the messages of OpenSSL 3.5. Other releases send slightly
//     different extensions.
//   - The explicit nonce of TLS 1.2 is the record's sequence number, which RFC 5288
//     §3 allows. OpenSSL starts from a random number.
//
// Application data follow the pattern of the conformance harness: byte i of all
// that a peer writes has the value i mod 251.
//
// # Where the capture is taken
//
// The capture point lies between the two peers: after an attacker has changed the
// bytes, and before any of them are lost. Bytes therefore appear in the step that
// writes them, even if they are held or lost later, and a bit that a later step
// flips is already flipped. The packet comments say so. A reader acknowledges
// bytes as soon as they can be read.
//
// A few scenarios do what TCP never does. The capture shows these cases unchanged
// and names them in packet comments: data after an injected FIN or RST, an
// acknowledgement of bytes that were lost for good, and an attacker's record that
// shifts all later sequence numbers. The receive window is always large, because
// the engine's capacity limits the sender's buffer instead.
package capture
