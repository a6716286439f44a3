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
	if s == "" || strings.Contains(s, "_") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
