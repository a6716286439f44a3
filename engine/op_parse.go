package engine

import (
	"slices"
	"strconv"
	"strings"
)

// SyntaxError says which part of a line is not of the language, and what was
// expected in its place.
type SyntaxError struct {
	Text string // the offending text, "" where something is missing
	Want string
}

// Error says both.
func (e *SyntaxError) Error() string {
	if e.Text == "" {
		return "expected " + e.Want
	}
	return strconv.Quote(e.Text) + ": expected " + e.Want
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
	op.Verb = v
	n, err := parseArgument(v, rest[used:])
	op.N = n
	return op, err
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
	if len(words) > 1 {
		return 0, &SyntaxError{words[1], "nothing after " + words[0]}
	}
	n, ok := arg.parse(words[0])
	if !ok {
		return 0, &SyntaxError{words[0], arg.wanted()}
	}
	return n, nil
}
