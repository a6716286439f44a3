package capture

import (
	"encoding/binary"

	"closenotify/engine"
)

// addresses are the peers' IPv4 addresses, of the ranges reserved for
// documentation (RFC 5737).
var addresses = [2][4]byte{engine.Client: {192, 0, 2, 1}, engine.Server: {198, 51, 100, 1}}

const (
	ipHeaderLength = 20 // without options, bytes
	protocolTCP    = 6
)

// appendIPHeader appends the IPv4 header of a packet with a TCP segment of the
// given length (RFC 791 §3.1).
func appendIPHeader(out []byte, from engine.Role, segmentLength int) []byte {
	start := len(out)
	out = append(out, 0x45, 0) // version 4, header of five 32-bit words
	out = binary.BigEndian.AppendUint16(out, uint16(ipHeaderLength+segmentLength))
	out = append(out, 0, 0, 0x40, 0, 64, protocolTCP, 0, 0) // don't fragment, time to live 64, checksum
	out = append(out, addresses[from][:]...)
	out = append(out, addresses[from.Other()][:]...)
	header := out[start:]
	binary.BigEndian.PutUint16(header[10:], checksum(header, 0))
	return out
}

// pseudoHeaderSum is the sum of TCP's pseudo-header (RFC 9293 §3.1) for a segment
// after the given IP header.
func pseudoHeaderSum(ipHeader []byte, segmentLength int) uint32 {
	return sum16(ipHeader[12:ipHeaderLength]) + protocolTCP + uint32(segmentLength)
}

// checksum is the internet checksum of b (RFC 1071). The initial sum is that of a
// pseudo-header, or 0.
func checksum(b []byte, initial uint32) uint16 {
	total := initial + sum16(b)
	for total > 0xffff {
		total = total>>16 + total&0xffff
	}
	return ^uint16(total)
}

// sum16 adds up b in 16-bit words. Packets are too short to overflow the sum.
func sum16(b []byte) (total uint32) {
	for ; len(b) > 1; b = b[2:] {
		total += uint32(binary.BigEndian.Uint16(b))
	}
	if len(b) == 1 {
		total += uint32(b[0]) << 8
	}
	return total
}
