package capture

import (
	"encoding/binary"
	"time"
)

// Numbers of pcapng (draft-ietf-opsawg-pcapng: §4.1, §4.2, §4.3, §4.7).
const (
	blockSection           = 0x0a0d0d0a
	blockInterface         = 1
	blockEnhancedPacket    = 6
	blockDecryptionSecrets = 10

	byteOrderMagic = 0x1a2b3c4d
	linkTypeRaw    = 101        // packets begin with their IP header
	secretsTLS     = 0x544c534b // "TLSK": a key log
	optionEnd      = 0
	optionComment  = 1 // a comment, of any block
	optionName     = 2 // of an interface
	optionUserAppl = 4 // the program that wrote a section
)

// appendBlock appends a block: type, length, body, length again.
func appendBlock(out []byte, typ uint32, body []byte) []byte {
	body = padTo32(body)
	length := uint32(12 + len(body))
	out = binary.LittleEndian.AppendUint32(out, typ)
	out = binary.LittleEndian.AppendUint32(out, length)
	out = append(out, body...)
	return binary.LittleEndian.AppendUint32(out, length)
}

// padTo32 is b with zeros up to a whole word of 32 bits.
func padTo32(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// appendOption appends an option to a block's body; an empty text is none.
func appendOption(body []byte, code uint16, text string) []byte {
	if text == "" {
		return body
	}
	const most = 0xffff
	text = text[:min(len(text), most)]
	body = binary.LittleEndian.AppendUint16(padTo32(body), code)
	body = binary.LittleEndian.AppendUint16(body, uint16(len(text)))
	return padTo32(append(body, text...))
}

// appendEndOfOptions closes a list of options.
func appendEndOfOptions(body []byte) []byte { return append(padTo32(body), optionEnd, 0, 0, 0) }

// appendFileHeader appends what stands in front of the packets: the section with its
// comment, the interface, the secrets.
func appendFileHeader(out []byte, comment, keyLog string) []byte {
	section := binary.LittleEndian.AppendUint32(nil, byteOrderMagic)
	section = append(section, 1, 0, 0, 0)                           // version 1.0
	section = binary.LittleEndian.AppendUint64(section, ^uint64(0)) // length not given
	section = appendOption(section, optionComment, comment)         //
	section = appendEndOfOptions(appendOption(section, optionUserAppl, "close_notify"))
	out = appendBlock(out, blockSection, section)

	link := []byte{linkTypeRaw, 0, 0, 0, 0, 0, 0, 0} // no limit to a packet's length
	out = appendBlock(out, blockInterface, appendEndOfOptions(appendOption(link, optionName, "close_notify")))

	secrets := binary.LittleEndian.AppendUint32(nil, secretsTLS)
	secrets = binary.LittleEndian.AppendUint32(secrets, uint32(len(keyLog)))
	return appendBlock(out, blockDecryptionSecrets, append(secrets, keyLog...))
}

// appendPacket appends a packet that passed at a time, counted from 1970.
func appendPacket(out []byte, at time.Duration, packet []byte, comment string) []byte {
	stamp := uint64(at / time.Microsecond)
	body := binary.LittleEndian.AppendUint32(nil, 0) // the interface
	body = binary.LittleEndian.AppendUint32(body, uint32(stamp>>32))
	body = binary.LittleEndian.AppendUint32(body, uint32(stamp))
	body = binary.LittleEndian.AppendUint32(body, uint32(len(packet))) // captured
	body = binary.LittleEndian.AppendUint32(body, uint32(len(packet))) // on the wire
	body = append(body, packet...)
	return appendBlock(out, blockEnhancedPacket, appendEndOfOptions(appendOption(body, optionComment, comment)))
}
