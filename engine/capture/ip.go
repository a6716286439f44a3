package capture

import (
	"encoding/binary"

	"closenotify/engine"
)

// Ports of the peers: the client's is one of those that a system hands out. The
// server's is that of openssl s_server, where Wireshark knows TLS by its looks and
// takes the data inside for nothing in particular; behind HTTPS's, it takes them for
// HTTP, and for malformed HTTP at that. But TLS has no looks if it comes in pieces
// shorter than a record's header, so these go to HTTPS's port all the same.
const (
	clientPort      = 49152
	serverPort      = 4433
	serverPortHTTPS = 443
)

// addresses are of the ranges kept for documentation (RFC 5737).
var addresses = [2][4]byte{engine.Client: {192, 0, 2, 1}, engine.Server: {198, 51, 100, 1}}

// Flags of TCP (RFC 9293 §3.1).
const (
	flagFIN = 1 << iota
	flagSYN
	flagRST
	flagPSH
	flagACK
)

const (
	ipLength  = 20 // of a header without options, bytes
	tcpLength = 20
	maxWindow = 65535

	// windowScale is the largest (RFC 7323 §2.3): capacity is the engine's matter.
	windowScale = 14
	// segmentSize is what an Ethernet frame leaves to a segment, bytes.
	segmentSize = 1460
)

// segment is a TCP segment on its way.
type segment struct {
	from     engine.Role
	ports    [2]uint16 // by role
	seq, ack uint32
	flags    byte
	options  []byte // whole words
	payload  []byte
}

// packet is the segment in an IP packet (RFC 791 §3.1, RFC 9293 §3.1).
func (s segment) packet() []byte {
	to := s.from.Peer()
	tcp := make([]byte, 0, ipLength+tcpLength+len(s.options)+len(s.payload))
	tcp = append(tcp, 0x45, 0) // version 4, five words of header
	tcp = binary.BigEndian.AppendUint16(tcp, uint16(cap(tcp)))
	tcp = append(tcp, 0, 0, 0x40, 0, 64, 6, 0, 0) // don't fragment, 64 hops, TCP
	tcp = append(append(tcp, addresses[s.from][:]...), addresses[to][:]...)
	binary.BigEndian.PutUint16(tcp[10:], checksum(tcp, 0))

	tcp = binary.BigEndian.AppendUint16(tcp, s.ports[s.from])
	tcp = binary.BigEndian.AppendUint16(tcp, s.ports[to])
	tcp = binary.BigEndian.AppendUint32(tcp, s.seq)
	tcp = binary.BigEndian.AppendUint32(tcp, s.ack)
	tcp = append(tcp, byte(tcpLength+len(s.options))/4<<4, s.flags)
	tcp = binary.BigEndian.AppendUint16(tcp, maxWindow)
	tcp = append(tcp, 0, 0, 0, 0) // checksum, urgent pointer
	tcp = append(append(tcp, s.options...), s.payload...)
	own := tcp[ipLength:]
	pseudo := sum16(tcp[12:ipLength]) + 6 + uint32(len(own)) // addresses, protocol, length
	binary.BigEndian.PutUint16(own[16:], checksum(own, pseudo))
	return tcp
}

// checksum is the internet checksum of b, over what stands in front of it
// (RFC 1071).
func checksum(b []byte, before uint32) uint16 {
	total := before + sum16(b)
	for total > 0xffff {
		total = total>>16 + total&0xffff
	}
	return ^uint16(total)
}

// sum16 adds b up in words of 16 bits; a packet is too short to overflow it.
func sum16(b []byte) (total uint32) {
	for ; len(b) > 1; b = b[2:] {
		total += uint32(binary.BigEndian.Uint16(b))
	}
	if len(b) == 1 {
		total += uint32(b[0]) << 8
	}
	return total
}
