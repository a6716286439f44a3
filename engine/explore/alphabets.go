package explore

import "closenotify/engine"

// core is what every alphabet has.
const core = "P SSL_shutdown|P SSL_read 100|P SSL_write 10"

// What some of them have besides.
const (
	flags    = core + "|P SSL_set_shutdown 0|P SSL_set_shutdown SENT|P SSL_set_shutdown RECEIVED|P SSL_set_quiet_shutdown 1|P SSL_set_quiet_shutdown 0"
	data     = core + "|P SSL_read 5|P SSL_peek 100|P SSL_write 0|P SSL_free"
	pieces   = core + "|D hold|D deliver 10|D deliver all"
	room     = core + "|D capacity 10|D capacity 1048576"
	ends     = core + "|D fin|D reset|D broken"
	harm     = core + "|D truncate|D corrupt|D inject alert"
	messages = core + "|P SSL_key_update requested|P SSL_key_update not_requested|P SSL_do_handshake"
	settings = "|D fin|P SSL_set_options IGNORE_UNEXPECTED_EOF|P SSL_clear_mode AUTO_RETRY|P keep_errors on"
	stuck    = core + "|client SSL_key_update requested|c2s capacity 10|c2s capacity 1048576"
	cleared  = "client SSL_clear|client SSL_shutdown|client SSL_set_shutdown SENT|client SSL_set_shutdown 0|client SSL_key_update requested|" +
		"server SSL_shutdown|server SSL_read 100|server SSL_write 10"
	handshake   = "P SSL_do_handshake|P SSL_shutdown|P SSL_read 100|P SSL_write 10|P SSL_set_shutdown SENT|P SSL_set_shutdown RECEIVED"
	halfOpen    = "P SSL_do_handshake|P SSL_shutdown|D hold|D deliver all|D fin|D reset|D broken"
	sockets     = core + "|P close|P SSL_peek 100|P SSL_set_options IGNORE_UNEXPECTED_EOF"
	openSockets = "P SSL_do_handshake|P SSL_shutdown|P SSL_read 100|P close"
	buffered    = core + "|D capacity 10|D capacity 1048576|P SSL_do_handshake|P SSL_key_update not_requested"
	unread      = core + "|client SSL_peek 100|client SSL_clear_mode AUTO_RETRY|P SSL_free|s2c fin"
)

// How some connections begin. Those on sockets of their own have scripts of their
// own: close(2) has no place beside steps of the network, and after SSL_clear no call
// must begin a handshake.
var (
	tickets        = engine.Config{Start: "tickets"}
	before         = engine.Config{Start: "before"}
	onSockets      = engine.Config{Transport: "socket"}
	ticketsSockets = engine.Config{Start: "tickets", Transport: "socket"}
	beforeSockets  = engine.Config{Start: "before", Transport: "socket"}
)

// current are the alphabets of the releases that can be had: a step or an alphabet
// that is added here has to be recorded anew. The first comes to an end: there is
// no state beyond its depth. That of everything has all steps of those before it.
var current = append(everything([]Alphabet{
	{Name: "closing", Depth: 9, steps: core},
	{Name: "flags", Depth: 4, steps: flags},
	{Name: "data", Depth: 5, steps: data},
	{Name: "pieces", Depth: 6, steps: pieces},
	{Name: "room", Depth: 6, steps: room},
	{Name: "ends", Depth: 4, steps: ends},
	{Name: "harm", Depth: 4, steps: harm},
	{Name: "messages", Depth: 5, steps: messages},
	{Name: "stuck", Depth: 5, steps: stuck},
	{Name: "settings", Depth: 4, steps: core + "|P SSL_peek 100" + settings},
	{Name: "tickets", From: tickets, Depth: 4, steps: unread},
}, 3), []Alphabet{
	{Name: "handshake", From: before, Depth: 7, steps: handshake},
	{Name: "half open", From: before, Depth: 5, steps: halfOpen},
	{Name: "pair", From: engine.Config{Transport: "bio-pair 40"}, Depth: 7, steps: core},
	{Name: "memory", From: engine.Config{Transport: "memory"}, Depth: 7, steps: core},
	{Name: "buffered", From: engine.Config{Transport: "buffered"}, Depth: 5, steps: buffered},
	{Name: "cleared", From: onSockets, Depth: 6, steps: cleared},
	{Name: "sockets", From: onSockets, Depth: 5, steps: sockets},
	{Name: "sockets, tickets", From: ticketsSockets, Depth: 4, steps: sockets},
	{Name: "sockets, handshake", From: beforeSockets, Depth: 6, steps: openSockets},
}...)

// kept are those of a release that nobody has any more, as they were when it was
// recorded. They must not change.
var kept = everything([]Alphabet{
	{Name: "closing", Depth: 9, steps: core},
	{Name: "flags", Depth: 4, steps: flags},
	{Name: "data", Depth: 4, steps: data},
	{Name: "pieces", Depth: 5, steps: pieces},
	{Name: "room", Depth: 5, steps: room},
	{Name: "ends", Depth: 4, steps: ends},
	{Name: "harm", Depth: 4, steps: harm},
	{Name: "messages", Depth: 4, steps: messages},
	{Name: "settings", Depth: 4, steps: core + settings},
}, 3)

// few are for a release that differs from another in one thing only: what it says of
// records that come to harm.
var few = everything([]Alphabet{
	{Name: "closing", Depth: 9, steps: core},
	{Name: "harm", Depth: 4, steps: harm},
}, 3)

// lost is the profile of a release that cannot be had any more: 3.5.7, whose package
// in Debian has 3.5.9's changes by now.
const lost = "openssl-3.5.7"

// Alphabets are the sets that are walked for a profile.
func Alphabets(profile string) []Alphabet {
	switch profile {
	case "openssl-3.0": // 3.0 in all else
		return few
	case lost:
		return kept
	}
	return current
}
