package capture

import (
	"encoding/binary"
	"strings"
	"time"
)

// Block types, magic numbers and option codes of pcapng
// (draft-ietf-opsawg-pcapng §3.5, §4.1, §4.2, §4.3, §4.7).
const (
	blockSectionHeader     = 0x0a0d0d0a
	blockInterface         = 1
	blockEnhancedPacket    = 6
	blockDecryptionSecrets = 10

	byteOrderMagic   = 0x1a2b3c4d
	linkTypeRaw      = 101        // LINKTYPE_RAW: packets begin with their IP header
	secretsTLSKeyLog = 0x544c534b // "TLSK"

	optionEnd      = 0 // opt_endofopt
	optionComment  = 1 // opt_comment, of any block
	optionIfName   = 2 // if_name
	optionUserAppl = 4 // shb_userappl: the program that wrote the section
)

// writerName is what the file gives as its program and its interface.
const writerName = "close_notify"

// appendBlock appends a block: type, length, body, length again.
func appendBlock(out []byte, typ uint32, body []byte) []byte {
	body = padTo32(body)
	length := uint32(12 + len(body))
	out = binary.LittleEndian.AppendUint32(out, typ)
	out = binary.LittleEndian.AppendUint32(out, length)
	out = append(out, body...)
	return binary.LittleEndian.AppendUint32(out, length)
}

// padTo32 pads b with zeros to a multiple of 32 bits.
func padTo32(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// appendOption appends an option to a block's body. An empty text appends nothing.
// A text that is too long for an option is cut.
func appendOption(body []byte, code uint16, text string) []byte {
	if text == "" {
		return body
	}
	const maxLength = 0xffff
	text = strings.ToValidUTF8(text[:min(len(text), maxLength)], "") // not half a character at the end
	body = binary.LittleEndian.AppendUint16(padTo32(body), code)
	body = binary.LittleEndian.AppendUint16(body, uint16(len(text)))
	return padTo32(append(body, text...))
}

// appendEndOfOptions ends a list of options.
func appendEndOfOptions(body []byte) []byte { return append(padTo32(body), optionEnd, 0, 0, 0) }

// appendFileHeader appends what precedes the packets: the section header with its
// comment, the interface, and the key log.
func appendFileHeader(out []byte, comment, keyLog string) []byte {
	section := binary.LittleEndian.AppendUint32(nil, byteOrderMagic)
	section = append(section, 1, 0, 0, 0)                           // version 1.0
	section = binary.LittleEndian.AppendUint64(section, ^uint64(0)) // length not given
	section = appendOption(section, optionComment, comment)
	section = appendOption(section, optionUserAppl, writerName)
	out = appendBlock(out, blockSectionHeader, appendEndOfOptions(section))

	iface := []byte{linkTypeRaw, 0, 0, 0, 0, 0, 0, 0} // packets of any length
	iface = appendOption(iface, optionIfName, writerName)
	out = appendBlock(out, blockInterface, appendEndOfOptions(iface))

	secrets := binary.LittleEndian.AppendUint32(nil, secretsTLSKeyLog)
	secrets = binary.LittleEndian.AppendUint32(secrets, uint32(len(keyLog)))
	return appendBlock(out, blockDecryptionSecrets, append(secrets, keyLog...))
}

// appendPacket appends a packet with its time since 1970.
func appendPacket(out []byte, at time.Duration, packet []byte, comment string) []byte {
	timestamp := uint64(at / time.Microsecond)
	body := binary.LittleEndian.AppendUint32(nil, 0) // the interface
	body = binary.LittleEndian.AppendUint32(body, uint32(timestamp>>32))
	body = binary.LittleEndian.AppendUint32(body, uint32(timestamp))
	body = binary.LittleEndian.AppendUint32(body, uint32(len(packet))) // captured length
	body = binary.LittleEndian.AppendUint32(body, uint32(len(packet))) // original length
	body = append(body, packet...)
	return appendBlock(out, blockEnhancedPacket, appendEndOfOptions(appendOption(body, optionComment, comment)))
}
