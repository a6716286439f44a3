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

// transport is what a value of Config.Transport means.
type transport struct {
	capacity int  // of each direction, bytes
	buffered bool // a buffering BIO stands in front of the socket
	memory   bool // there is no socket: memory BIOs, which somebody fills and empties
}

// IsTransport reports whether text is a value of Config.Transport.
func IsTransport(text string) bool {
	_, ok := transportOf(text)
	return ok
}

// transportOf reads a value of Config.Transport. ok is false for any other text.
func transportOf(text string) (t transport, ok bool) {
	switch text {
	case DefaultTransport:
		return transport{capacity: DefaultCapacity}, true
	case transportMemory:
		return transport{capacity: MaxCapacity, memory: true}, true
	case transportBuffered:
		return transport{capacity: DefaultCapacity, buffered: true}, true
	}
	number, ok := strings.CutPrefix(text, transportPair+" ")
	n, digits := parseNumber(number, MaxCapacity)
	return transport{capacity: n}, ok && digits && n > 0 && number == strconv.Itoa(n)
}

// put queues bytes from <= i < to of r in a direction.
func (t *turn) put(d Direction, r Record, from, to int) {
	w := &t.world.wires[d]
	w.write(r, from, to)
	if !w.held {
		t.arrive(d)
	}
}

// arrive notes that bytes have become readable in a direction. To fill a memory BIO
// makes it forget that a read of it was to be repeated (BIO_clear_retry_flags in
// mem_write).
func (t *turn) arrive(d Direction) {
	if t.world.wires[d].memory {
		t.world.ends[d.To()].retry = WantNothing
	}
}
