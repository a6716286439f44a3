package engine

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SyntaxError says which part of a line is wrong, and what was expected instead.
type SyntaxError struct {
	Text string // the offending text, whatever its length; "" where something is missing
	Want string // never repeats what the line says, apart from words of the language
}

// Error returns both, the text as Quote does.
func (e *SyntaxError) Error() string {
	if e.Text == "" {
		return "expected " + e.Want
	}
	return Quote(e.Text) + ": expected " + e.Want
}

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
	words := strings.Fields(line)
	if len(words) == 0 {
		return Op{}, &SyntaxError{"", "a step"}
	}
	op, call, ok := opSubject(words[0])
	if !ok {
		return Op{}, &SyntaxError{words[0], "client, server, c2s or s2c"}
	}
	rest := words[1:]
	v, used := findVerb(rest, call)
	if used == 0 {
		return Op{}, &SyntaxError{strings.Join(rest, " "), "one of " + verbList(call)}
	}
	n, err := parseArgument(v, rest[used:])
	if err != nil {
		return Op{}, err
	}
	op.Verb, op.N = v, n
	return op, nil
}

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
func findVerb(words []string, call bool) (Verb, int) {
	for v := Verb(1); v.valid(); v++ {
		name := strings.Fields(v.String())
		if v.IsCall() == call && len(words) >= len(name) && slices.Equal(words[:len(name)], name) {
			return v, len(name)
		}
	}
	return 0, 0
}

// verbList names the verbs of a peer or of the network.
func verbList(call bool) string {
	var names []string
	for _, v := range Verbs() {
		if v.IsCall() == call {
			names = append(names, v.String())
		}
	}
	return strings.Join(names, ", ")
}

// parseArgument reads what follows the verb.
func parseArgument(v Verb, words []string) (int, error) {
	arg := verbs[v].arg
	if arg.kind == argNone {
		if len(words) > 0 {
			return 0, &SyntaxError{words[0], "nothing after " + v.String()}
		}
		return 0, nil
	}
	if len(words) == 0 {
		return 0, &SyntaxError{"", arg.wanted() + " after " + v.String()}
	}
	n, ok := arg.parse(words[0])
	if !ok {
		return 0, &SyntaxError{words[0], arg.wanted()}
	}
	if len(words) > 1 {
		return 0, &SyntaxError{words[1], "nothing after " + arg.text(n)}
	}
	return n, nil
}
