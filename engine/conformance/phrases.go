package conformance

import (
	"slices"
	"strings"
)

// phrases are sequences that random steps seldom form: trouble in the middle of a
// record, a call that is retried after trouble, flags set between calls. Any step may
// be left out, except those with "!" in front. P and Q are the peers, in either order; D
// is the direction from P to Q, B the one back. For the lower-case letters see
// phraseArgument.
var phrases = []string{
	"D capacity n|P SSL_write w|D truncate|D capacity g|P SSL_write w|Q SSL_read r|Q SSL_read r",
	"D capacity n|P SSL_write w|D h|D capacity g|P SSL_write w|Q SSL_read r|Q SSL_shutdown|P SSL_read r",
	"D capacity n|P SSL_shutdown|D h|D capacity g|P SSL_shutdown|Q SSL_read r|Q SSL_shutdown|P SSL_shutdown",
	"D capacity n|P SSL_write w|P SSL_shutdown|D capacity g|P SSL_shutdown|P SSL_write w|P SSL_shutdown|Q SSL_read r",
	"D capacity n|P SSL_write w|P SSL_set_shutdown f|P SSL_shutdown|D capacity g|P SSL_set_shutdown f|P SSL_write w",
	"D hold|P SSL_write w|D deliver n|Q SSL_read r|D h|D deliver all|Q SSL_read r|Q SSL_read r",
	"D hold|P SSL_shutdown|D deliver n|Q SSL_shutdown|Q SSL_shutdown|D fin|D deliver all|Q SSL_read r|Q SSL_shutdown",
	"P SSL_write w|P SSL_shutdown|D h|Q SSL_read r|Q SSL_read r|Q SSL_shutdown|P SSL_shutdown|P SSL_read r",
	"P SSL_write w|P SSL_write w|Q SSL_read 1|Q SSL_peek r|Q SSL_shutdown|Q SSL_shutdown",
	"P SSL_write w|D h|Q SSL_peek r|Q SSL_read r|P SSL_read r|P SSL_shutdown|P SSL_write w|P SSL_shutdown",
	"B capacity n|D h|Q SSL_read r|Q SSL_shutdown|B capacity g|Q SSL_read r|Q SSL_shutdown|P SSL_read r",
	"B capacity n|D fin|Q SSL_read r|Q SSL_write w|B capacity g|Q SSL_read r|Q SSL_shutdown|P SSL_shutdown",
	"B capacity n|Q SSL_write w|D fin|Q SSL_read r|B capacity g|Q SSL_write w|P SSL_read r",
	"D capacity n|P SSL_write w|Q SSL_write w|P SSL_shutdown|D capacity g|P SSL_read r|Q SSL_read r|Q SSL_shutdown",
	"B broken|D fin|Q SSL_read r|Q SSL_shutdown|Q SSL_shutdown",
	"B broken|D h|Q SSL_read r|Q SSL_shutdown|Q SSL_read r",
	"P SSL_set_shutdown f|P SSL_read r|P SSL_shutdown|P SSL_set_shutdown f|P SSL_shutdown|P SSL_read r|Q SSL_read r",
	"P SSL_shutdown|Q SSL_read r|Q SSL_set_shutdown f|Q SSL_read r|Q SSL_shutdown|Q SSL_set_shutdown f|Q SSL_read r",
	"P SSL_set_quiet_shutdown 1|P SSL_shutdown|P SSL_set_quiet_shutdown 0|P SSL_set_shutdown f|P SSL_shutdown|Q SSL_read r",
	"P SSL_shutdown|D capacity n|P SSL_set_shutdown 0|P SSL_shutdown|D capacity g|P SSL_shutdown|Q SSL_shutdown",
	"P SSL_shutdown|D fin|P SSL_set_shutdown 0|P SSL_write w|Q SSL_read r|Q SSL_read r|Q SSL_shutdown",
}

// messagePhrases are added in the subset Messages and those that contain it.
var messagePhrases = []string{
	"P SSL_key_update u|D capacity n|P SSL_write w|P SSL_shutdown|D capacity g|P SSL_write w|Q SSL_read r|Q SSL_write w",
	"P SSL_shutdown|Q SSL_key_update u|Q SSL_write w|P SSL_shutdown|P SSL_read r|P SSL_read r",
	"P SSL_key_update u|P SSL_do_handshake|Q SSL_key_update u|Q SSL_write w|Q SSL_shutdown|P SSL_read r|P SSL_shutdown",
	"P SSL_key_update requested|P SSL_shutdown|P SSL_do_handshake|Q SSL_shutdown|Q SSL_shutdown|P SSL_shutdown|P SSL_write w",
	"P SSL_set_options IGNORE_UNEXPECTED_EOF|D capacity n|Q SSL_write w|B fin|P SSL_shutdown|P SSL_shutdown|P SSL_read r",
	"Q SSL_set_options IGNORE_UNEXPECTED_EOF|D fin|Q SSL_read r|Q SSL_set_shutdown 0|D h|Q SSL_read r|Q SSL_shutdown|Q SSL_read r",
	"P SSL_clear_mode AUTO_RETRY|Q SSL_key_update u|Q SSL_do_handshake|Q SSL_shutdown|P SSL_read r|P SSL_read r|P SSL_shutdown",
	"P keep_errors on|P SSL_shutdown|P SSL_write w|P SSL_shutdown|P SSL_read r|P keep_errors off|P SSL_read r",
	"P keep_errors on|D h|B h|P SSL_read r|P SSL_shutdown|P SSL_read r|P SSL_free",
}

// socketPhrases are added in themes that close sockets.
var socketPhrases = []string{
	"P SSL_write w|P SSL_shutdown|P SSL_free|P close|Q SSL_read r|Q SSL_read r|Q SSL_shutdown|Q SSL_read r",
	"D capacity n|Q close|P SSL_write w|P SSL_shutdown|D capacity g|P SSL_write w|P SSL_shutdown",
	"D capacity n|B hold|Q SSL_write w|Q close|P SSL_write w|B deliver n|P SSL_write w|B deliver all|P SSL_write w",
	"P SSL_write w|Q close|P SSL_write 20000|P SSL_read r|P SSL_write w",
	"P SSL_write w|P SSL_shutdown|Q SSL_read r|Q close|D inject alert|Q SSL_read r|P SSL_read r|P SSL_shutdown",
	"D hold|P SSL_write w|P SSL_shutdown|P close|D deliver n|Q SSL_read r|Q SSL_write w|D deliver all|Q SSL_read r|Q SSL_shutdown",
	"Q SSL_write w|P SSL_write w|P close|Q SSL_read r|Q SSL_read r|Q SSL_write w|Q SSL_read r",
	"D fin|P SSL_write w|Q SSL_read r|Q SSL_write w|Q close|P SSL_read r|P SSL_read r|P close",
	// These meet an error inside a read or a write of a buffering BIO.
	"P SSL_write 5000|P SSL_write w|Q close|P SSL_write 20000|P SSL_write w|P SSL_read r",
	"Q SSL_write w|D capacity n|P SSL_shutdown|P close|Q SSL_read r|Q SSL_read r|Q SSL_shutdown",
}

// modePhrases are added in the subset Whole and those that contain it. A write of more than
// a record meets little room, with or without SSL_MODE_ENABLE_PARTIAL_WRITE.
var modePhrases = []string{
	"P SSL_clear_mode ENABLE_PARTIAL_WRITE|D capacity m|P SSL_write 40000|P SSL_write 40000|D capacity g|P SSL_write 40000|Q SSL_read r|P SSL_shutdown",
	"P SSL_clear_mode ENABLE_PARTIAL_WRITE|D capacity m|P SSL_write_ex 40000|P SSL_shutdown|D capacity g|P SSL_write 40000|P SSL_shutdown",
	"P SSL_clear_mode ENABLE_PARTIAL_WRITE|D capacity m|P SSL_write 20000|P SSL_set_mode ENABLE_PARTIAL_WRITE|D capacity g|P SSL_write_ex w|Q SSL_read_ex 20000",
	"P SSL_clear_mode ACCEPT_MOVING_WRITE_BUFFER|D capacity m|P SSL_write 40000|P SSL_write_ex 40000|D capacity g|P SSL_write_ex 40000|P SSL_shutdown",
	"D capacity m|P SSL_write 40000|P SSL_clear_mode ENABLE_PARTIAL_WRITE|Q SSL_read r|P SSL_write 40000|D h|P SSL_write_ex 40000|P SSL_shutdown",
	"P SSL_clear_mode AUTO_RETRY|Q SSL_key_update u|Q SSL_write_ex w|P SSL_read_ex r|P SSL_read_ex r|P SSL_peek_ex r|P SSL_set_mode AUTO_RETRY|P SSL_read_ex r",
}

// renegotiationPhrases ask for renegotiations while a record is half read or half written,
// in another renegotiation, and with shutdown flags set. They replace the others where
// peers renegotiate, because those would damage a handshake.
var renegotiationPhrases = []string{
	"P SSL_renegotiate|P SSL_do_handshake|P SSL_renegotiate|Q SSL_read r|P SSL_read r|Q SSL_read r|P SSL_read r|Q SSL_read r",
	"P SSL_renegotiate|P SSL_do_handshake|Q SSL_renegotiate|Q SSL_read r|P SSL_read r|Q SSL_read r|P SSL_read r|Q SSL_write w",
	"P SSL_renegotiate|Q SSL_renegotiate|P SSL_do_handshake|Q SSL_do_handshake|P SSL_read r|Q SSL_read r|P SSL_read r|Q SSL_read r",
	"D hold|P SSL_write w|D deliver n|Q SSL_read r|Q SSL_renegotiate|Q SSL_do_handshake|!D deliver all|Q SSL_read r|P SSL_read r|Q SSL_read r",
	"D capacity n|P SSL_write 40|P SSL_renegotiate|!D capacity g|P SSL_read r|P SSL_write 40|Q SSL_read r|P SSL_read r|Q SSL_read r",
	"P SSL_set_shutdown f|P SSL_renegotiate|P SSL_do_handshake|Q SSL_set_shutdown f|Q SSL_read r|P SSL_read r|Q SSL_read r|P SSL_read r",
	"!P BIO_set_nbio 0|P SSL_clear_mode AUTO_RETRY|Q SSL_renegotiate|P SSL_read r|Q SSL_do_handshake|Q SSL_write w|P SSL_read r|Q SSL_read r",
	"Q SSL_write w|P SSL_renegotiate|P SSL_peek r|P SSL_set_shutdown f|P SSL_do_handshake|P SSL_read r|Q SSL_read r|P SSL_read r",
}

// blockingPhrases write more than there is room for, and end the connection of a call that
// waits.
var blockingPhrases = []string{
	"!P BIO_set_nbio 0|D capacity c|P SSL_write l|Q SSL_read r|Q SSL_read r|D capacity g|Q SSL_read r|Q SSL_read r",
	"!P BIO_set_nbio 0|D capacity c|P SSL_write l|D h|P SSL_write w|D capacity g|Q SSL_read r|P SSL_shutdown|Q SSL_read r",
	"!Q BIO_set_nbio 0|D capacity c|P SSL_write l|Q SSL_read r|P SSL_write l|Q SSL_read r|D capacity g|Q SSL_read r",
	"!Q BIO_set_nbio 0|B capacity n|D h|Q SSL_read r|B capacity g|Q SSL_read r|Q SSL_shutdown|P SSL_read r",
	"!Q BIO_set_nbio 0|B capacity n|Q SSL_write w|D h|Q SSL_read r|B h|B capacity g|Q SSL_read r|P SSL_read r",
}

// phraseList returns the phrases that fit the subset and the theme.
func (g *generator) phraseList() []string {
	list := slices.Clone(phrases)
	if g.subset >= Messages {
		list = append(list, messagePhrases...)
	}
	if g.subset >= Whole {
		list = append(list, modePhrases...)
	}
	switch {
	case g.subset >= Everything && g.theme.favours(renegotiation):
		return renegotiationPhrases
	case g.subset >= Everything && g.theme.favours(blocking):
		list = moreOften(list, blockingPhrases)
	}
	if g.subset >= Whole && g.theme.favours(sockets) {
		return moreOften(list, socketPhrases)
	}
	return list
}

// moreOften adds phrases to a list and makes them twice as likely as all others.
func moreOften(list, added []string) []string {
	return append(list, slices.Repeat(added, 2*len(list)/len(added))...)
}

// phrase writes a random phrase.
func (g *generator) phrase() {
	list := g.phraseList()
	g.renegotiated = g.renegotiated || g.theme.favours(renegotiation)
	p := g.r.IntN(2)
	who := map[string]string{"P": peers[p], "Q": peers[1-p], "D": directions[p], "B": directions[1-p]}
	for line := range strings.SplitSeq(pick(g.r, list), "|") {
		line, must := strings.CutPrefix(line, "!")
		words := strings.Fields(line)
		words[0] = who[words[0]]
		last := len(words) - 1
		words[last] = g.phraseArgument(words[last], words[0])
		if must || g.chance(85) {
			g.line(strings.Join(words, " "))
		}
	}
}

// phraseArgument replaces a lower-case letter by something random.
func (g *generator) phraseArgument(word, subject string) string {
	switch word {
	case "n":
		return pick(g.r, []string{"0", "1", "3", "5", "6", "10", "20", "24", "31", "35"})
	case "c": // less than a large record
		return pick(g.r, []string{"1000", "5000", "12500", "15000", "16400"})
	case "l":
		return pick(g.r, []string{"16384", "20000", "40000"})
	case "m": // in the middle of the first, second or third record of a large write
		if g.unsized && subject == "s2c" { // as in capacitySize
			return "10"
		}
		return pick(g.r, []string{"10", "6000", "16400", "17000", "30000", "33000"})
	case "g": // large enough not to cut messages of a handshake
		return pick(g.r, []string{"100000", "1048576"})
	case "w":
		return writeSize(g, subject)
	case "r":
		return readSize(g, subject)
	case "f":
		return pick(g.r, []string{"0", "SENT", "RECEIVED", "SENT|RECEIVED"})
	case "u":
		return pick(g.r, []string{"requested", "not_requested"})
	case "h":
		return pick(g.r, []string{"truncate", "corrupt", "inject alert", "fin", "reset", "broken"})
	}
	return word
}
