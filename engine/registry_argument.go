package engine

import (
	"slices"
	"strconv"
	"strings"
)

// All is the N of "deliver all".
const All = -1

// Limits of the N of an Op, bytes.
const (
	MaxBytes    = 1 << 20 // of one call or one delivery
	MaxCapacity = 1 << 30
)

// argument says what follows a verb in a script.
type argument struct {
	kind  argumentKind
	most  int  // the largest number
	all   bool // "all" may stand for the number
	first int  // the N worth trying first
	words []argumentWord
}

// argumentKind says how an argument is written.
type argumentKind uint8

const (
	argNone   argumentKind = iota
	argNumber              // a number of bytes
	argWord                // one of words; N is its index
)

// argumentWord is a value of an argument that is not a number of bytes, in scripts and
// in C.
type argumentWord struct{ script, c string }

// bytesArgument is the number of bytes that a call reads or writes.
func bytesArgument(first int) argument {
	return argument{kind: argNumber, most: MaxBytes, first: first}
}

// wordArgument takes words of scripts and their C spellings in turn. Links hold the index
// of a word, so a new word goes to the end.
func wordArgument(pairs ...string) argument {
	a := argument{kind: argWord}
	for pair := range slices.Chunk(pairs, 2) {
		a.words = append(a.words, argumentWord{pair[0], pair[1]})
	}
	a.most = len(a.words) - 1
	return a
}

var (
	deliveryArgument = argument{kind: argNumber, most: MaxCapacity, all: true, first: firstDelivery}
	capacityArgument = argument{kind: argNumber, most: MaxCapacity, first: firstCapacity}
	boolArgument     = wordArgument("0", "0", "1", "1")
	// modeArgument numbers the words as the bits of mode.
	modeArgument = wordArgument("AUTO_RETRY", "SSL_MODE_AUTO_RETRY", "ENABLE_PARTIAL_WRITE", "SSL_MODE_ENABLE_PARTIAL_WRITE",
		"ACCEPT_MOVING_WRITE_BUFFER", "SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER")
	// flagsArgument numbers the words as ShutdownFlags does.
	flagsArgument = wordArgument("0", "0", "SENT", "SSL_SENT_SHUTDOWN", "RECEIVED", "SSL_RECEIVED_SHUTDOWN",
		"SENT|RECEIVED", "SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN")
)

// wanted says what may follow the verb.
func (a argument) wanted() string {
	if a.kind == argWord {
		words := a.scriptWords()
		last := len(words) - 1
		if last == 0 {
			return words[0]
		}
		return strings.Join(words[:last], ", ") + " or " + words[last]
	}
	text := "a number from 0 to " + strconv.Itoa(a.most)
	if a.all {
		text += " or all"
	}
	return text
}

// scriptWords lists the words that can follow the verb, none where a number does.
func (a argument) scriptWords() []string {
	words := make([]string, len(a.words))
	for i, w := range a.words {
		words[i] = w.script
	}
	return words
}

// allows reports whether n can be the N of an Op.
func (a argument) allows(n int) bool { return 0 <= n && n <= a.most || n == All && a.all }

// text is n as a script has it, "" where the verb takes nothing.
func (a argument) text(n int) string {
	switch {
	case a.kind == argNone:
		return ""
	case a.kind == argWord:
		return a.word(n).script
	case a.all && n == All:
		return "all"
	}
	return strconv.Itoa(n)
}

// cText is n in C.
func (a argument) cText(n int) string {
	if a.kind == argWord {
		return a.word(n).c
	}
	return strconv.Itoa(n)
}

// word is word n, or the nearest there is: an Op can hold any number until it is
// applied.
func (a argument) word(n int) argumentWord { return a.words[min(max(n, 0), a.most)] }

// parse reads the argument of a verb.
func (a argument) parse(text string) (n int, ok bool) {
	if a.kind == argWord {
		n = slices.IndexFunc(a.words, func(w argumentWord) bool { return w.script == text })
		return n, n >= 0
	}
	if a.all && text == "all" {
		return All, true
	}
	return parseNumber(text, a.most)
}

// parseNumber reads a decimal number from 0 to most, digits only.
func parseNumber(text string, most int) (int, bool) {
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n > uint64(most) {
		return 0, false
	}
	return int(n), true
}
