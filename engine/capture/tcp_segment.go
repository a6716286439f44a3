package capture

import (
	"encoding/binary"

	"closenotify/engine"
)

// Ports of the peers. The client's is from the ephemeral range. The server's is
// that of openssl s_server: there, Wireshark recognises TLS by the first record
// header and makes no guess about the data inside. On port 443 it would take the
// data for malformed HTTP. But if the first segment is shorter than a record
// header, Wireshark recognises TLS on port 443 only.
const (
	clientPort      = 49152
	serverPort      = 4433
	serverPortHTTPS = 443
)

// Control bits of TCP (RFC 9293 §3.1).
const (
	flagFIN = 1 << iota
	flagSYN
	flagRST
	flagPSH
	flagACK
)

const (
	tcpHeaderLength = 20   // without options, bytes
	maxSegmentSize  = 1460 // payload that fits an Ethernet frame, bytes
	window          = 65535
	windowScale     = 14 // the largest (RFC 7323 §2.3): the window never limits
)

// synOptions are the options of both SYNs: maximum segment size (RFC 9293 §3.2),
// no-operation, window scale (RFC 7323 §2.2).
var synOptions = []byte{2, 4, maxSegmentSize >> 8, maxSegmentSize & 0xff, 1, 3, 3, windowScale}

// segment is a TCP segment.
type segment struct {
	from     engine.Role
	ports    [2]uint16 // by role
	seq, ack uint32
	flags    byte
	options  []byte // a multiple of four bytes
	payload  []byte
}

// packet gives the segment in an IPv4 packet (RFC 9293 §3.1).
func (s segment) packet() []byte {
	length := tcpHeaderLength + len(s.options) + len(s.payload)
	out := appendIPHeader(make([]byte, 0, ipHeaderLength+length), s.from, length)
	out = binary.BigEndian.AppendUint16(out, s.ports[s.from])
	out = binary.BigEndian.AppendUint16(out, s.ports[s.from.Other()])
	out = binary.BigEndian.AppendUint32(out, s.seq)
	out = binary.BigEndian.AppendUint32(out, s.ack)
	out = append(out, byte(tcpHeaderLength+len(s.options))/4<<4, s.flags)
	out = binary.BigEndian.AppendUint16(out, window)
	out = append(out, 0, 0, 0, 0) // checksum, urgent pointer
	out = append(append(out, s.options...), s.payload...)
	ip, tcp := out[:ipHeaderLength], out[ipHeaderLength:]
	binary.BigEndian.PutUint16(tcp[16:], checksum(tcp, pseudoHeaderSum(ip, length)))
	return out
}
