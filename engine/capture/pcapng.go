package capture

import (
	"encoding/binary"
	"time"
)

// Numbers of pcapng (draft-ietf-opsawg-pcapng: §4.1, §4.2, §4.3, §4.7).
const (
	blockSection   = 0x0a0d0d0a
	blockInterface = 1
	blockPacket    = 6
	blockSecrets   = 10

	byteOrder    = 0x1a2b3c4d
	linkRaw      = 101        // packets begin with their IP header
	secretsTLS   = 0x544c534b // "TLSK": a key log
	optionEnd    = 0
	optionNote   = 1 // a comment, of any block
	optionName   = 2 // of an interface
	optionWriter = 4 // the program that wrote a section
)

// appendBlock appends a block: type, length, body, length again.
func appendBlock(out []byte, typ uint32, body []byte) []byte {
	body = padded(body)
	length := uint32(12 + len(body))
	out = binary.LittleEndian.AppendUint32(out, typ)
	out = binary.LittleEndian.AppendUint32(out, length)
	out = append(out, body...)
	return binary.LittleEndian.AppendUint32(out, length)
}

// padded is b with zeros up to a whole word of 32 bits.
func padded(b []byte) []byte {
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
	body = binary.LittleEndian.AppendUint16(padded(body), code)
	body = binary.LittleEndian.AppendUint16(body, uint16(len(text)))
	return padded(append(body, text...))
}

// appendEnd closes a list of options.
func appendEnd(body []byte) []byte { return append(padded(body), optionEnd, 0, 0, 0) }

// appendHead appends what stands in front of the packets: the section with its
// comment, the interface, the secrets.
func appendHead(out []byte, comment, keyLog string) []byte {
	section := binary.LittleEndian.AppendUint32(nil, byteOrder)
	section = append(section, 1, 0, 0, 0)                           // version 1.0
	section = binary.LittleEndian.AppendUint64(section, ^uint64(0)) // length not given
	section = appendOption(section, optionNote, comment)            //
	section = appendEnd(appendOption(section, optionWriter, "close_notify"))
	out = appendBlock(out, blockSection, section)

	link := []byte{linkRaw, 0, 0, 0, 0, 0, 0, 0} // no limit to a packet's length
	out = appendBlock(out, blockInterface, appendEnd(appendOption(link, optionName, "close_notify")))

	secrets := binary.LittleEndian.AppendUint32(nil, secretsTLS)
	secrets = binary.LittleEndian.AppendUint32(secrets, uint32(len(keyLog)))
	return appendBlock(out, blockSecrets, append(secrets, keyLog...))
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
	return appendBlock(out, blockPacket, appendEnd(appendOption(body, optionNote, comment)))
}
