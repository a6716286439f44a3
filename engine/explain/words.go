package explain

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// RecordName names a record by what is in it: "data", "close_notify",
// "NewSessionTicket".
func RecordName(r engine.Record) string {
	switch r.Type {
	case engine.TypeAlert:
		return r.Alert.String()
	case engine.TypeHandshake:
		return r.Message.String()
	case engine.TypeApplicationData:
		return "data"
	}
	return r.Type.String()
}

// Subject says who does an operation: "client", "network, client to server".
func Subject(op engine.Op) string {
	if op.IsCall() {
		return op.Role.String()
	}
	return "network, " + op.Dir.Sender().String() + " to " + op.Dir.Receiver().String()
}

// NetworkStep says what a step of the network does, for readers who do not know the script's
// words: "FIN, the end of the stream".
func NetworkStep(op engine.Op) string {
	switch op.Verb {
	case engine.VerbHold:
		return "bytes are held back"
	case engine.VerbDeliver:
		if op.N == engine.All {
			return "delivery of all bytes"
		}
		return "delivery of up to " + ByteCount(op.N)
	case engine.VerbCapacity:
		return "room for " + ByteCount(op.N)
	case engine.VerbFIN:
		return "FIN, the end of the stream"
	case engine.VerbReset:
		return "RST, the end of the connection"
	case engine.VerbBroken:
		return "the other end accepts no more data"
	case engine.VerbTruncate:
		return "loss of the bytes on the way"
	case engine.VerbCorrupt:
		return "damage to the bytes on the way"
	case engine.VerbInjectAlert:
		return "a forged close_notify"
	}
	return op.Call()
}

// ByteCount is a number of bytes in words: "1 byte", "24 bytes".
func ByteCount(n int) string {
	if n == 1 {
		return "1 byte"
	}
	return strconv.Itoa(n) + " bytes"
}

// capitalized makes s the beginning of a sentence. Names in C and in the RFCs
// keep their spelling.
func capitalized(s string) string {
	if first, _, _ := strings.Cut(s, " "); s == "" || strings.Contains(first, "_") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
