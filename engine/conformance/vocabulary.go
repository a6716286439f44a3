package conformance

import (
	"math/rand/v2"
	"strconv"
)

// peers and directions are those who do steps.
var (
	peers      = []string{"client", "server"}
	directions = []string{"c2s", "s2c"}
)

// family groups verbs that a mood favours together.
type family int

const (
	closing family = iota
	data
	flags
	pace    // hold, deliver
	room    // capacity
	ends    // fin, reset, broken
	harm    // truncate, corrupt, inject
	extra   // what Core has not
	again   // renegotiation
	sockets // what is done to sockets, which have no steps of the network
	waiting // BIOs that block
	families
)

// verb is a step that a random script may have.
type verb struct {
	word     string
	family   family
	weight   int
	argument func(g *generator, subject string) string // nil for none
	network  bool
	from     Steps // the first Steps that have it
	begins   bool  // would begin a new handshake after SSL_clear
}

var verbs = []verb{
	{word: "SSL_shutdown", family: closing, weight: 22},
	{word: "SSL_read", family: data, weight: 22, argument: readSize, begins: true},
	{word: "SSL_peek", family: data, weight: 4, argument: readSize, begins: true},
	{word: "SSL_write", family: data, weight: 16, argument: writeSize, begins: true},
	{word: "SSL_set_shutdown", family: flags, weight: 2, argument: oneOf("0", "SENT", "RECEIVED", "SENT|RECEIVED")},
	{word: "SSL_set_quiet_shutdown", family: flags, weight: 2, argument: oneOf("0", "1")},
	{word: "SSL_free", family: closing, weight: 1},
	{word: "hold", family: pace, weight: 2, network: true},
	{word: "deliver", family: pace, weight: 6, argument: deliverSize, network: true},
	{word: "capacity", family: room, weight: 3, argument: capacitySize, network: true},
	{word: "fin", family: ends, weight: 2, network: true},
	{word: "reset", family: ends, weight: 1, network: true},
	{word: "broken", family: ends, weight: 1, network: true},
	{word: "truncate", family: harm, weight: 1, network: true},
	{word: "corrupt", family: harm, weight: 1, network: true},
	{word: "inject alert", family: harm, weight: 1, network: true},
	{word: "SSL_do_handshake", family: extra, weight: 4, from: Messages, begins: true},
	{word: "SSL_key_update", family: extra, weight: 4, argument: oneOf("requested", "not_requested"), from: Messages},
	{word: "SSL_renegotiate", family: again, weight: 4, from: Everything},
	{word: "BIO_set_nbio", family: waiting, weight: 3, argument: oneOf("0", "0", "1"), from: Everything},
	{word: "close", family: sockets, weight: 3, from: Whole},
	{word: "SSL_clear", family: extra, weight: 1, from: Whole},
	{word: "SSL_set_options", family: extra, weight: 2, argument: oneOf("IGNORE_UNEXPECTED_EOF"), from: Messages},
	{word: "SSL_clear_mode", family: extra, weight: 2, argument: oneOf("AUTO_RETRY"), from: Messages},
	{word: "keep_errors", family: extra, weight: 2, argument: oneOf("on", "on", "off"), from: Messages},
}

// names are those who can do v.
func (v verb) names() []string {
	if v.network {
		return directions
	}
	return peers
}

// subject picks one of them.
func (v verb) subject(r *rand.Rand) int { return r.IntN(len(v.names())) }

// mood is what a script is about.
type mood struct {
	opening []string      // steps it likely begins with, with %s for a direction
	factor  [families]int // how much each family is favoured
}

// moods are equally likely. The factors stand in the order of the families.
var moods = []mood{
	{factor: [families]int{5, 5, 1, 0, 0, 0, 0, 1}},                                                // calm
	{factor: [families]int{2, 2, 2, 2, 2, 2, 2, 2}},                                                // everything
	{factor: [families]int{3, 3, 8, 1, 0, 1, 0, 1}},                                                // flags
	{factor: [families]int{3, 4, 1, 8, 0, 1, 1, 1}, opening: []string{"%s hold", "%s hold"}},       // trickle
	{factor: [families]int{4, 4, 1, 1, 8, 1, 0, 1}, opening: []string{"%s capacity 10"}},           // squeeze
	{factor: [families]int{4, 4, 1, 6, 6, 1, 3, 1}, opening: []string{"%s hold", "%s capacity 9"}}, // pieces
	{factor: [families]int{4, 4, 1, 1, 0, 8, 0, 1}},                                                // endings
	{factor: [families]int{4, 4, 1, 1, 1, 0, 9, 1}},                                                // attack
	{factor: [families]int{3, 3, 1, 1, 0, 1, 0, 9}},                                                // messages
	{factor: [families]int{3, 5, 1, 0, 0, 0, 0, 2, 5}},                                             // renegotiation
	{factor: [families]int{4, 6, 1, 0, 0, 0, 0, 1, 0, 4}},                                          // sockets
	{factor: [families]int{4, 4, 1, 2, 2, 1, 0, 1, 0, 0, 6}, opening: []string{"%s capacity 30"}},  // waiting
}

// handshakeMood leaves the bytes of a handshake under way alone.
var handshakeMood = mood{factor: [families]int{3, 3, 1, 0, 0, 0, 0, 1}}

// oneOf makes an argument of words.
func oneOf(words ...string) func(*generator, string) string {
	return func(g *generator, _ string) string { return pick(g.r, words) }
}

func readSize(g *generator, _ string) string {
	if g.chance(25) {
		return strconv.Itoa(g.between(1, 40))
	}
	return pick(g.r, []string{"0", "1", "5", "100", "100", "20000", "20000"})
}

func writeSize(g *generator, _ string) string {
	if g.chance(80) {
		return strconv.Itoa(g.between(1, 40))
	}
	return pick(g.r, []string{"0", "100", "1000", "5000", "16384", "16385", "40000"})
}

func deliverSize(g *generator, _ string) string {
	if g.chance(60) {
		return strconv.Itoa(g.between(1, 40))
	}
	return pick(g.r, []string{"0", "5", "all", "all", "all", "1000"})
}

// capacitySize avoids a size that would cut handshake bytes, whose number differs
// from run to run.
func capacitySize(g *generator, subject string) string {
	sizes := []string{"1048576", "1048576", "100000"}
	if !g.unsized || subject == "c2s" {
		sizes = append(sizes, "60", "100", "1000", "5000", "20000")
	}
	if g.chance(65) {
		return strconv.Itoa(g.between(0, 40))
	}
	return pick(g.r, sizes)
}
