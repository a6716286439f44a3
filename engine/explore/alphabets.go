package explore

import (
	"closenotify/engine"
	"closenotify/engine/conformance"
)

// Alphabets lists the alphabets that are walked for a profile. A release that is gone keeps
// those with which it was recorded.
func Alphabets(profile string) []Alphabet {
	if r, ok := conformance.ReleaseOf(profile); ok && r.Gone {
		return frozenAlphabets
	}
	return currentAlphabets
}

// coreSteps are in nearly every alphabet.
const coreSteps = "P SSL_shutdown|P SSL_read 100|P SSL_write 10"

// The steps of the alphabets. frozenAlphabets has some of them, so they must not change.
const (
	flagSteps     = coreSteps + "|P SSL_set_shutdown 0|P SSL_set_shutdown SENT|P SSL_set_shutdown RECEIVED|P SSL_set_quiet_shutdown 1|P SSL_set_quiet_shutdown 0"
	dataSteps     = coreSteps + "|P SSL_read 5|P SSL_peek 100|P SSL_write 0|P SSL_free"
	deliverySteps = coreSteps + "|D hold|D deliver 10|D deliver all"
	capacitySteps = coreSteps + "|D capacity 10|D capacity 1048576"
	endingSteps   = coreSteps + "|D fin|D reset|D broken"
	damageSteps   = coreSteps + "|D truncate|D corrupt|D inject alert"
	messageSteps  = coreSteps + "|P SSL_key_update requested|P SSL_key_update not_requested|P SSL_do_handshake"
	settingSteps  = "D fin|P SSL_set_options IGNORE_UNEXPECTED_EOF|P SSL_clear_mode AUTO_RETRY|P keep_errors on"
)

const (
	blockedUpdateSteps = coreSteps + "|client SSL_key_update requested|c2s capacity 10|c2s capacity 1048576"
	ticketSteps        = coreSteps + "|client SSL_peek 100|client SSL_clear_mode AUTO_RETRY|P SSL_free|s2c fin"
	handshakeSteps     = "P SSL_do_handshake|P SSL_shutdown|P SSL_read 100|P SSL_write 10|P SSL_set_shutdown SENT|P SSL_set_shutdown RECEIVED"
	brokenOffSteps     = "P SSL_do_handshake|P SSL_shutdown|D hold|D deliver all|D fin|D reset|D broken"
	bufferedSteps      = coreSteps + "|D capacity 10|D capacity 1048576|P SSL_do_handshake|P SSL_key_update not_requested"
	socketSteps        = coreSteps + "|P close|P SSL_peek 100|P SSL_set_options IGNORE_UNEXPECTED_EOF"
	socketNetworkSteps = coreSteps + "|P close|P SSL_free|D capacity 10|D hold|D deliver all|D fin"
	socketBufferSteps  = coreSteps + "|P close|D inject alert"
	socketHandshake    = "P SSL_do_handshake|P SSL_shutdown|P SSL_read 100|P close"
	exSteps            = "P SSL_write_ex 10|P SSL_read_ex 100|P SSL_read_ex 5|P SSL_peek_ex 100|P SSL_shutdown|c2s capacity 10|c2s capacity 1048576"
	wholeWriteSteps    = "client SSL_clear_mode ENABLE_PARTIAL_WRITE|client SSL_set_mode ENABLE_PARTIAL_WRITE|client SSL_clear_mode ACCEPT_MOVING_WRITE_BUFFER|" +
		"c2s capacity 20000|c2s capacity 1048576|client SSL_write 40000|client SSL_write_ex 40000|client SSL_shutdown|server SSL_read_ex 16384|server SSL_key_update requested|server SSL_write 10|client SSL_read_ex 100"
	clearSteps = "client SSL_clear|client SSL_shutdown|client SSL_set_shutdown SENT|client SSL_set_shutdown 0|client SSL_key_update requested|" +
		"server SSL_shutdown|server SSL_read 100|server SSL_write 10"
)

// Starts other than the default. The directive "transport socket" is written out where
// close needs real sockets, and for SSL_clear, whose alphabet must not share a start with
// calls that begin a handshake.
var (
	tickets        = engine.Config{Start: engine.StartTickets}
	before         = engine.Config{Start: engine.StartBefore}
	onSockets      = engine.Config{Transport: "socket"}
	buffered       = engine.Config{Transport: "buffered"}
	ticketsSockets = engine.Config{Start: engine.StartTickets, Transport: "socket"}
	beforeSockets  = engine.Config{Start: engine.StartBefore, Transport: "socket"}
)

// currentAlphabets are those of all releases that can be recorded again. After a change,
// record them again. "closing" is complete: no state lies deeper.
var currentAlphabets = append(withUnion([]Alphabet{
	{Name: "closing", Depth: 9, steps: coreSteps},
	{Name: "flags", Depth: 4, steps: flagSteps},
	{Name: "data", Depth: 5, steps: dataSteps},
	{Name: "delivery", Depth: 6, steps: deliverySteps},
	{Name: "capacity", Depth: 6, steps: capacitySteps},
	{Name: "endings", Depth: 4, steps: endingSteps},
	{Name: "damage", Depth: 4, steps: damageSteps},
	{Name: "messages", Depth: 5, steps: messageSteps},
	{Name: "blocked KeyUpdate", Depth: 5, steps: blockedUpdateSteps},
	{Name: "settings", Depth: 4, steps: coreSteps + "|P SSL_peek 100|" + settingSteps},
	{Name: "tickets", From: tickets, Depth: 4, steps: ticketSteps},
}, 3), []Alphabet{
	{Name: "handshake", From: before, Depth: 7, steps: handshakeSteps},
	{Name: "handshake broken off", From: before, Depth: 5, steps: brokenOffSteps},
	{Name: "_ex calls", Depth: 6, steps: exSteps},
	{Name: "whole writes", Depth: 6, MaxBytes: 80000, steps: wholeWriteSteps},
	{Name: "BIO pair", From: engine.Config{Transport: "bio-pair 40"}, Depth: 7, steps: coreSteps},
	{Name: "memory BIOs", From: engine.Config{Transport: "memory"}, Depth: 7, steps: coreSteps},
	{Name: "buffered", From: buffered, Depth: 5, steps: bufferedSteps},
	{Name: "SSL_clear", From: onSockets, Depth: 6, steps: clearSteps},
	{Name: "sockets", From: onSockets, Depth: 5, steps: socketSteps},
	{Name: "sockets, network", From: onSockets, Depth: 3, steps: socketNetworkSteps},
	{Name: "sockets, buffered", From: buffered, Depth: 4, steps: socketBufferSteps},
	{Name: "sockets, tickets", From: ticketsSockets, Depth: 4, steps: socketSteps},
	{Name: "sockets, handshake", From: beforeSockets, Depth: 6, steps: socketHandshake},
}...)

// frozenAlphabets are those of the releases that are gone, as they were when these were
// recorded. They must not change.
var frozenAlphabets = withUnion([]Alphabet{
	{Name: "closing", Depth: 9, steps: coreSteps},
	{Name: "flags", Depth: 4, steps: flagSteps},
	{Name: "data", Depth: 4, steps: dataSteps},
	{Name: "delivery", Depth: 5, steps: deliverySteps},
	{Name: "capacity", Depth: 5, steps: capacitySteps},
	{Name: "endings", Depth: 4, steps: endingSteps},
	{Name: "damage", Depth: 4, steps: damageSteps},
	{Name: "messages", Depth: 4, steps: messageSteps},
	{Name: "settings", Depth: 4, steps: coreSteps + "|" + settingSteps},
}, 3)
