package engine

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SyntaxError says which part of a line is wrong, and what was expected instead.
type SyntaxError struct {
	Text  string // the offending text, whatever its length; "" where something is missing
	Want  string // never repeats what the line says, apart from words of the language
	At    int    // where Text begins in the line, in bytes; the end of the line where something is missing
	among []string
}

// Error returns both, the text as Quote does.
func (e *SyntaxError) Error() string {
	if e.Text == "" {
		return "expected " + e.Want
	}
	return Quote(e.Text) + ": expected " + e.Want
}

// Meant is the word of the language that was probably meant, "" if none is like Text.
func (e *SyntaxError) Meant() string { return Nearest(e.Text, e.among) }

// maxQuoted is how many characters of a text Quote gives.
const maxQuoted = 60

// Quote returns text in quotes, for an error that repeats what somebody has typed. What
// cannot be seen is escaped as in Go, and a text of more than 60 characters is cut: an
// error must be safe to show and short enough to read.
func Quote(text string) string {
	quoted, characters := `"`, 0
	for len(text) > 0 {
		_, size := utf8.DecodeRuneInString(text)
		escaped := strconv.Quote(text[:size])
		escaped = escaped[1 : len(escaped)-1]
		characters += utf8.RuneCountInString(escaped)
		if characters > maxQuoted {
			quoted += "…"
			break
		}
		quoted, text = quoted+escaped, text[size:]
	}
	return quoted + `"`
}

// ParseOp reads one line of a script, "client SSL_read 100". Words are separated
// by blanks. The error is a *SyntaxError.
func ParseOp(line string) (Op, error) {
	var most [8]word // no step has so many
	words := firstWords(most[:0], line)
	if len(words) == 0 {
		return Op{}, &SyntaxError{Want: "a step", At: len(line)}
	}
	op, call, ok := opSubject(words[0].text)
	if !ok {
		return Op{}, &SyntaxError{words[0].text, "client, server, c2s or s2c", words[0].at, subjects[:]}
	}
	rest := words[1:]
	v, used := findVerb(rest, call)
	if used == 0 {
		return Op{}, verbError(line, rest, call)
	}
	n, err := parseArgument(v, line, rest[used:])
	if err != nil {
		return Op{}, err
	}
	op.Verb, op.N = v, n
	return op, nil
}

// word is a word of a line, and where it begins, in bytes.
type word struct {
	text string
	at   int
}

// firstWords is strings.Fields with the places of the words, of as many as words has room
// for. It allocates nothing: an editor reads every line of a long script again after each
// key.
func firstWords(words []word, line string) []word {
	from := -1
	for i, c := range line {
		switch space := c == ' ' || (c < '!' || c > '~') && unicode.IsSpace(c); { // nearly all are ASCII
		case len(words) == cap(words):
			return words
		case space && from >= 0:
			words = append(words, word{line[from:i], from})
			from = -1
		case !space && from < 0:
			from = i
		}
	}
	if from >= 0 && len(words) < cap(words) {
		words = append(words, word{line[from:], from})
	}
	return words
}

// subjects are the words that a step can begin with.
var subjects = [...]string{Client.String(), Server.String(), ClientToServer.String(), ServerToClient.String()}

// opSubject reads who or where the step is.
func opSubject(word string) (op Op, call, ok bool) {
	for _, r := range Roles {
		if word == r.String() {
			return Op{Role: r}, true, true
		}
	}
	for _, d := range Directions {
		if word == d.String() {
			return Op{Dir: d}, false, true
		}
	}
	return Op{}, false, false
}

// findVerb looks up the verb that words begin with and says how many it took.
func findVerb(words []word, call bool) (Verb, int) {
	if len(words) == 0 {
		return 0, 0
	}
	for v := Verb(1); v.valid(); v++ {
		rest, begins := strings.CutPrefix(verbs[v].word, words[0].text)
		switch {
		case !begins || v.IsCall() != call:
		case rest == "":
			return v, 1
		case len(words) > 1 && rest[0] == ' ' && rest[1:] == words[1].text:
			return v, 2
		}
	}
	return 0, 0
}

// verbError is the error for words that begin with no verb.
func verbError(line string, words []word, call bool) error {
	e := &SyntaxError{Want: "a call, such as " + VerbShutdown.String(), At: len(line)}
	if !call {
		e.Want = "a step of the network, such as " + VerbHold.String()
	}
	if len(words) == 0 {
		return e
	}
	e.Text, e.At, e.among = words[0].text, words[0].at, verbWords(call)
	return e
}

// verbWords lists the words of the verbs of a peer or of the network.
func verbWords(call bool) []string {
	var names []string
	for _, v := range Verbs() {
		if v.IsCall() == call {
			names = append(names, v.String())
		}
	}
	return names
}

// parseArgument reads what follows the verb.
func parseArgument(v Verb, line string, words []word) (int, error) {
	arg := &verbs[v].arg
	if arg.kind == argNone {
		if len(words) > 0 {
			return 0, &SyntaxError{Text: words[0].text, Want: "nothing after " + v.String(), At: words[0].at}
		}
		return 0, nil
	}
	if len(words) == 0 {
		return 0, &SyntaxError{Want: arg.wanted() + " after " + v.String(), At: len(line)}
	}
	n, ok := arg.parse(words[0].text)
	if !ok {
		return 0, &SyntaxError{words[0].text, arg.wanted(), words[0].at, arg.scriptWords()}
	}
	if len(words) > 1 {
		return 0, &SyntaxError{Text: words[1].text, Want: "nothing after " + arg.text(n), At: words[1].at}
	}
	return n, nil
}
