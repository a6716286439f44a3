package engine

// verbSpec is one row of the registry: all that the project knows of a call, or of a
// step of the network. Scripts, links, buttons and the C of the Code panel are made
// from it. What the call does follows the table, in library and network.
type verbSpec struct {
	word string // in scripts; of a call, OpenSSL's name for it
	call bool   // a peer's call; else a step of the network
	arg  argument

	// link is its number in links of format 2. Links are read for ever, so a number is
	// never changed or given out again. Calls and steps of the network are numbered
	// apart, and small numbers take fewer characters.
	link int

	// c is the call in C: {ssl} stands for the peer's SSL object, {fd} for its socket,
	// {n} for the argument. It is empty where OpenSSL has no such call.
	c       string
	returns bool // the call returns something
	ex      bool // see Verb.IsEx

	// suggest lists arguments worth trying now, none where the operation would change
	// nothing. nil stands for arg.first, always.
	suggest   func(Endpoint) []int // of a call
	suggestOn func(Wire) []int     // of a step of the network
}

// Verb names a row of the registry.
type Verb uint8

// The verbs: a peer's calls first, then what the network does.
const (
	VerbShutdown Verb = iota + 1
	VerbRead
	VerbPeek
	VerbWrite
	VerbReadEx
	VerbPeekEx
	VerbWriteEx
	VerbSetShutdown
	VerbSetQuietShutdown
	VerbFree
	VerbDoHandshake
	VerbKeyUpdate
	VerbRenegotiate
	VerbClear
	VerbClose
	VerbSetNbio
	VerbSetOptions
	VerbSetMode
	VerbClearMode
	VerbKeepErrors
	VerbNext
	VerbTimeout

	VerbHold
	VerbDeliver
	VerbFIN
	VerbTruncate
	VerbCorrupt
	VerbInjectAlert
	VerbCapacity
	VerbReset
	VerbBroken
)

// verbs is the registry, in the order in which calls and steps are offered.
var verbs = [...]verbSpec{
	VerbShutdown: {word: "SSL_shutdown", call: true, link: 0, c: "SSL_shutdown({ssl})", returns: true},
	VerbRead:     {word: "SSL_read", call: true, link: 1, c: "SSL_read({ssl}, buf, {n})", returns: true, arg: bytesArgument(firstRead)},
	VerbPeek:     {word: "SSL_peek", call: true, link: 3, c: "SSL_peek({ssl}, buf, {n})", returns: true, arg: bytesArgument(firstRead)},
	VerbWrite:    {word: "SSL_write", call: true, link: 2, c: "SSL_write({ssl}, buf, {n})", returns: true, arg: bytesArgument(firstWrite)},
	VerbReadEx: {word: "SSL_read_ex", call: true, link: 16, c: "SSL_read_ex({ssl}, buf, {n}, &n)", returns: true, ex: true,
		arg: bytesArgument(firstRead)},
	VerbPeekEx: {word: "SSL_peek_ex", call: true, link: 17, c: "SSL_peek_ex({ssl}, buf, {n}, &n)", returns: true, ex: true,
		arg: bytesArgument(firstRead)},
	VerbWriteEx: {word: "SSL_write_ex", call: true, link: 18, c: "SSL_write_ex({ssl}, buf, {n}, &n)", returns: true, ex: true,
		arg: bytesArgument(firstWrite)},
	VerbSetShutdown: {word: "SSL_set_shutdown", call: true, link: 5, c: "SSL_set_shutdown({ssl}, {n})", arg: flagsArgument,
		suggest: otherFlags},
	VerbSetQuietShutdown: {word: "SSL_set_quiet_shutdown", call: true, link: 6, c: "SSL_set_quiet_shutdown({ssl}, {n})", arg: boolArgument,
		suggest: func(e Endpoint) []int { return other(e.quietShutdown) }},
	VerbFree:        {word: "SSL_free", call: true, link: 4, c: "SSL_free({ssl})"},
	VerbDoHandshake: {word: "SSL_do_handshake", call: true, link: 7, c: "SSL_do_handshake({ssl})", returns: true},
	VerbKeyUpdate: {word: "SSL_key_update", call: true, link: 8, c: "SSL_key_update({ssl}, {n})", returns: true,
		arg:     wordArgument("not_requested", "SSL_KEY_UPDATE_NOT_REQUESTED", "requested", "SSL_KEY_UPDATE_REQUESTED"),
		suggest: func(Endpoint) []int { return []int{0, 1} }},
	VerbRenegotiate: {word: "SSL_renegotiate", call: true, link: 10, c: "SSL_renegotiate({ssl})", returns: true},
	VerbClear:       {word: "SSL_clear", call: true, link: 9, c: "SSL_clear({ssl})", returns: true},
	VerbClose: {word: "close", call: true, link: 11, c: "close({fd})",
		suggest: func(e Endpoint) []int { return unless(e.socket.closed) }},
	VerbSetNbio: {word: "BIO_set_nbio", call: true, link: 12, c: "BIO_socket_nbio({fd}, {n})", arg: boolArgument,
		suggest: func(e Endpoint) []int { return other(!e.blocking) }},
	VerbSetOptions: {word: "SSL_set_options", call: true, link: 13, c: "SSL_set_options({ssl}, {n})",
		arg:     wordArgument("IGNORE_UNEXPECTED_EOF", "SSL_OP_IGNORE_UNEXPECTED_EOF"),
		suggest: func(e Endpoint) []int { return unless(e.ignoreEOF) }},
	VerbSetMode: {word: "SSL_set_mode", call: true, link: 19, c: "SSL_set_mode({ssl}, {n})", arg: modeArgument,
		suggest: func(e Endpoint) []int { return modes(allModes &^ e.mode) }},
	VerbClearMode: {word: "SSL_clear_mode", call: true, link: 14, c: "SSL_clear_mode({ssl}, {n})", arg: modeArgument,
		suggest: func(e Endpoint) []int { return modes(e.mode) }},
	VerbKeepErrors: {word: "keep_errors", call: true, link: 15, // not a function: later calls run without ERR_clear_error
		arg:     wordArgument("off", "0", "on", "1"),
		suggest: func(e Endpoint) []int { return other(e.keepErrors) }},
	VerbNext:    {word: "next", call: true, link: 20, suggest: never},    // of the peer's program: see process
	VerbTimeout: {word: "timeout", call: true, link: 21, suggest: never}, // of the poll or select in which it waits

	VerbHold:        {word: "hold", link: 0, suggestOn: func(w Wire) []int { return unless(w.held) }},
	VerbDeliver:     {word: "deliver", link: 1, arg: deliveryArgument, suggestOn: deliveries},
	VerbFIN:         {word: "fin", link: 3, suggestOn: func(w Wire) []int { return unless(w.fin >= 0 || w.rst >= 0) }},
	VerbTruncate:    {word: "truncate", link: 6, suggestOn: ifQueued},
	VerbCorrupt:     {word: "corrupt", link: 7, suggestOn: ifQueued},
	VerbInjectAlert: {word: "inject alert", link: 8},
	VerbCapacity:    {word: "capacity", link: 2, arg: capacityArgument, suggestOn: otherCapacity},
	VerbReset:       {word: "reset", link: 4, suggestOn: func(w Wire) []int { return unless(w.reset) }},
	VerbBroken:      {word: "broken", link: 5, suggestOn: func(w Wire) []int { return unless(w.broken) }},
}

// invoke makes a call and returns its result, 0 for one that returns nothing. For an _ex
// call that is what the call without _ex returns: see Verb.result. It is a switch and not a
// column of the table: Go moves everything that is passed to an unknown function to the
// heap, and a step would take six times as long.
func (c *call) invoke(v Verb, n int) int {
	switch v {
	case VerbShutdown:
		return c.shutdown()
	case VerbRead, VerbReadEx:
		return c.read(n, false)
	case VerbPeek, VerbPeekEx:
		return c.read(n, true)
	case VerbWrite, VerbWriteEx:
		return c.write(n)
	case VerbSetShutdown:
		c.setShutdown(ShutdownFlags(n))
	case VerbSetQuietShutdown:
		c.setQuietShutdown(n != 0)
	case VerbFree:
		c.free()
	case VerbDoHandshake:
		return c.doHandshake()
	case VerbKeyUpdate:
		return c.keyUpdate(updateNotRequested + update(n))
	case VerbRenegotiate:
		return c.renegotiate()
	case VerbClear:
		return c.clear()
	case VerbClose:
		c.closeSocket()
	case VerbSetNbio:
		c.setNbio(n != 0)
	case VerbSetOptions:
		c.setOptions()
	case VerbSetMode, VerbClearMode:
		c.setMode(n, v == VerbSetMode)
	case VerbKeepErrors:
		c.setKeepErrors(n != 0)
	default:
		panic("engine: " + v.String() + " has no function")
	}
	return 0 // the call returns nothing
}

// network does a step of the network.
func (s scheduler) network(v Verb, d Direction, n int) {
	switch v {
	case VerbHold:
		s.hold(d)
	case VerbDeliver:
		s.deliver(d, n)
	case VerbFIN:
		s.shutWrite(d)
	case VerbTruncate:
		s.truncate(d)
	case VerbCorrupt:
		s.corrupt(d)
	case VerbInjectAlert:
		s.injectAlert(d)
	case VerbCapacity:
		s.setCapacity(d, n)
	case VerbReset:
		s.resetWire(d)
	case VerbBroken:
		s.breakWire(d)
	default:
		panic("engine: " + v.String() + " has no function")
	}
}
