package engine

import (
	"strconv"
	"strings"
)

// The kinds of transport, by the script's words.
const (
	DefaultTransport = "socket"

	transportPair     = "bio-pair" // with a number behind it: a queue of that many bytes a direction
	transportMemory   = "memory"   // memory BIOs, which take everything
	transportBuffered = "buffered" // a buffering BIO in front of the socket
)

// Transports lists the values of Config.Transport, N standing for a number of
// bytes.
func Transports() []string {
	return []string{DefaultTransport, transportPair + " N", transportMemory, transportBuffered}
}

// IsTransport reports whether text is a value of Config.Transport.
func IsTransport(text string) bool {
	_, _, ok := transportOf(text)
	return ok
}

// transportOf reads a value of Config.Transport: the capacity of each direction,
// and whether a buffering BIO stands in front. ok is false for any other text.
func transportOf(text string) (capacity int, buffered, ok bool) {
	switch text {
	case DefaultTransport:
		return DefaultCapacity, false, true
	case transportMemory:
		return MaxCapacity, false, true
	case transportBuffered:
		return DefaultCapacity, true, true
	}
	number, ok := strings.CutPrefix(text, transportPair+" ")
	n, digits := parseNumber(number, MaxCapacity)
	return n, false, ok && digits && n > 0 && number == strconv.Itoa(n)
}
