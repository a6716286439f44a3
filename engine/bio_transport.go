package engine

import (
	"strconv"
	"strings"
)

// The kinds of transport, by the script's words.
const (
	DefaultTransport = "socket"

	transportPair     = "bio-pair" // followed by a number: a queue of that many bytes a direction
	transportMemory   = "memory"   // memory BIOs, which take any number of bytes
	transportBuffered = "buffered" // a BIO_f_buffer over the socket
)

// transports are the values of Config.Transport, each with its number in links.
var transports = []struct {
	word  string
	link  int
	sized bool // a number of bytes follows the word: the capacity
	transport
}{
	{DefaultTransport, 0, false, transport{capacity: DefaultCapacity, socket: true}},
	{transportPair, 1, true, transport{}},
	{transportMemory, 2, false, transport{capacity: MaxCapacity, memory: true}},
	{transportBuffered, 3, false, transport{capacity: DefaultCapacity, socket: true, buffered: true}},
}

// transport is what a value of Config.Transport means.
type transport struct {
	capacity int  // of each direction, bytes
	socket   bool // a socket lies below all other BIOs
	buffered bool // a BIO_f_buffer lies over the socket
	memory   bool // memory BIOs and no socket: the application moves the bytes
}

// Transports lists the values of Config.Transport, N standing for a number of
// bytes.
func Transports() []string {
	list := make([]string, len(transports))
	for i, t := range transports {
		list[i] = t.word
		if t.sized {
			list[i] += " N"
		}
	}
	return list
}

// IsTransport reports whether text is a value of Config.Transport.
func IsTransport(text string) bool {
	_, ok := transportOf(text)
	return ok
}

// transportOf reads a value of Config.Transport. ok is false for any other text.
func transportOf(text string) (t transport, ok bool) {
	word, number, sized := strings.Cut(text, " ")
	for _, row := range transports {
		if row.word != word || row.sized != sized {
			continue
		}
		if !sized {
			return row.transport, true
		}
		n, ok := parseNumber(number, MaxCapacity)
		t = row.transport
		t.capacity = n
		return t, ok && n > 0 && number == strconv.Itoa(n)
	}
	return transport{}, false
}

// transmit queues bytes from <= i < to of r in a direction.
func (s scheduler) transmit(d Direction, r Record, from, to int) {
	w := &s.world.wires[d]
	w.write(r, from, to)
	if !w.held {
		s.noteArrival(d)
	}
}

// noteArrival notes that bytes have become readable in a direction. A memory BIO that is
// filled forgets that a read of it was to be repeated (BIO_clear_retry_flags in
// mem_write).
func (s scheduler) noteArrival(d Direction) {
	if s.world.wires[d].memory {
		s.world.endpoints[d.Receiver()].shouldRead = false
	}
}

// setNbio is BIO_set_nbio: off makes the peer's BIO a blocking one.
func (c *call) setNbio(on bool) {
	c.ep.blocking = !on
	c.step.fire(pick(on, RuleSetNbio, RuleClearNbio))
}

// twoBIOs reports whether the peer reads from one BIO and writes to another, each with its
// own retry flags. Only memory BIOs come in two.
func (c *call) twoBIOs() bool { return c.inWire.memory }

// readDone sets the retry flags after a read of the BIO. again says that the read is to be
// repeated. With two BIOs the one for writing keeps its flag, but SSL_get_error looks at
// that only after another write.
func (c *call) readDone(again bool) {
	c.ep.shouldRead, c.ep.shouldWrite, c.ep.hiddenWrite = again, false, false
}

// writeDone sets the retry flags after a write to the BIO, as readDone does after a read.
func (c *call) writeDone(again bool) {
	c.ep.shouldRead, c.ep.shouldWrite, c.ep.hiddenWrite = false, again, false
}

// writeStatus is the outcome of a write to the transport.
type writeStatus uint8

const (
	writeDone writeStatus = iota
	writeRetry
	writeError
)

// bioWrite is BIO_write of the bytes from <= i < to of r. It returns the first byte that was
// not taken.
func (c *call) bioWrite(r Record, from, to int) (int, writeStatus) {
	if c.ep.out.bufferBIO != nil {
		return c.bufferWriteAll(r, from, to)
	}
	return c.socketWriteAll(r, from, to)
}
