package conformance

import "slices"

// family groups steps that a theme favours together.
type family int

const (
	closing family = iota
	data
	flags
	delivery      // hold, deliver
	capacity      // capacity
	endings       // fin, reset, broken
	damage        // truncate, corrupt, inject alert
	other         // what Core does not have
	renegotiation // SSL_renegotiate
	sockets       // close
	blocking      // BIO_set_nbio
	familyCount
)

// candidate is a call or a step of the network that a random script may have next.
type candidate struct {
	word    string
	family  family
	weight  int      // how likely it is, compared with others
	from    Subset   // the smallest subset of the language that has it
	begins  bool     // after SSL_clear it would begin a new handshake
	words   []string // arguments, equally likely; one may be listed twice
	number  func(g *generator, subject string) string
	network bool
}

// vocabulary has a row for each call and network step that the harness declares. Rows that
// are not in weights have default values.
var vocabulary = newVocabulary(Verbs)

// weights are the rows with values of their own. A change here, or in what the harness
// declares, changes the scripts that a seed gives.
var weights = []candidate{
	{word: "SSL_shutdown", family: closing, weight: 22},
	{word: "SSL_read", family: data, weight: 22, number: readSize, begins: true},
	{word: "SSL_peek", family: data, weight: 4, number: readSize, begins: true},
	{word: "SSL_write", family: data, weight: 16, number: writeSize, begins: true},
	{word: "SSL_read_ex", family: data, weight: 5, number: readSize, from: Whole, begins: true},
	{word: "SSL_peek_ex", family: data, weight: 2, number: readSize, from: Whole, begins: true},
	{word: "SSL_write_ex", family: data, weight: 4, number: writeSize, from: Whole, begins: true},
	{word: "SSL_set_shutdown", family: flags, weight: 2},
	{word: "SSL_set_quiet_shutdown", family: flags, weight: 2},
	{word: "SSL_free", family: closing, weight: 1},
	{word: "hold", family: delivery, weight: 2},
	{word: "deliver", family: delivery, weight: 6, number: deliverSize},
	{word: "capacity", family: capacity, weight: 3, number: capacitySize},
	{word: "fin", family: endings, weight: 2},
	{word: "reset", family: endings, weight: 1},
	{word: "broken", family: endings, weight: 1},
	{word: "truncate", family: damage, weight: 1},
	{word: "corrupt", family: damage, weight: 1},
	{word: "inject alert", family: damage, weight: 1},
	{word: "SSL_do_handshake", family: other, weight: 4, from: Messages, begins: true},
	{word: "SSL_key_update", family: other, weight: 4, words: []string{"requested", "not_requested"}, from: Messages},
	{word: "SSL_renegotiate", family: renegotiation, weight: 4, from: Everything},
	{word: "BIO_set_nbio", family: blocking, weight: 3, words: []string{"0", "0", "1"}, from: Everything},
	{word: "close", family: sockets, weight: 3, from: Whole},
	{word: "SSL_clear", family: other, weight: 1, from: Whole},
	{word: "SSL_set_options", family: other, weight: 2, from: Messages},
	{word: "SSL_clear_mode", family: other, weight: 2, from: Messages},
	{word: "SSL_set_mode", family: other, weight: 1, from: Messages},
	{word: "keep_errors", family: other, weight: 2, words: []string{"on", "on", "off"}, from: Messages},
}

// newVocabulary adds what the harness declares to weights: words of arguments, and rows for
// other calls and steps.
func newVocabulary(declared []Verb) []candidate {
	list := slices.Clone(weights)
	for _, v := range declared {
		i := slices.IndexFunc(list, func(c candidate) bool { return c.word == v.Word })
		if i < 0 {
			i = len(list)
			list = append(list, defaultCandidate(v))
		}
		c := &list[i]
		c.network = !v.IsCall
		for _, word := range v.Words {
			if !slices.Contains(c.words, word) {
				c.words = append(c.words[:len(c.words):len(c.words)], word)
			}
		}
	}
	return list
}

// defaultCandidate returns the row of a call or step that is not in weights. It is used
// only where traces are compared in any case: a call not after SSL_clear, a network step
// not during a handshake.
func defaultCandidate(v Verb) candidate {
	c := candidate{word: v.Word, family: other, weight: 2, from: Whole, begins: v.IsCall}
	if !v.IsCall {
		c.family = damage
	}
	switch {
	case v.MaxNumber > 0 && v.IsCall:
		c.number = readSize
	case v.All:
		c.number = deliverSize
	case v.MaxNumber > 0:
		c.number = capacitySize
	}
	return c
}

// subjects returns who can take the step.
func (c candidate) subjects() []string {
	if c.network {
		return directions
	}
	return peers
}

// argument picks what follows the word, "" for nothing.
func (c candidate) argument(g *generator, subject string) string {
	switch {
	case len(c.words) > 0:
		return pick(g.r, c.words)
	case c.number != nil:
		return c.number(g, subject)
	}
	return ""
}
