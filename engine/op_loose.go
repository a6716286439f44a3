package engine

import (
	"strings"
	"unicode"
)

// ParseLooseOp reads a line that ParseOp refuses but that can only mean one operation: a
// call as in C, "Client: SSL_read(ssl, buf, 100);", a call without its prefix, other
// capitals. ok is false for any other line, and for one of more than 200 bytes.
func ParseLooseOp(line string) (op Op, ok bool) {
	if len(line) > 200 {
		return Op{}, false
	}
	line = strings.TrimRightFunc(line, func(c rune) bool { return unicode.IsSpace(c) || c == ';' || c == '.' || c == ',' })
	name, inside, called := strings.Cut(line, "(")
	inside, closed := strings.CutSuffix(strings.TrimRightFunc(inside, unicode.IsSpace), ")")
	if called != closed {
		return Op{}, false
	}
	words := strings.FieldsFunc(name, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(":,.;", c) })
	var args []string
	if strings.TrimSpace(inside) != "" {
		args = strings.Split(inside, ",")
	}
	op, call, words, ok := looseSubject(words, args)
	if !ok {
		return Op{}, false
	}
	v, used := looseVerb(words, call)
	more := len(words) > used
	if used == 0 || more && (called || !v.TakesArgument()) {
		return Op{}, false
	}
	if more {
		args = []string{strings.Join(words[used:], " ")}
	}
	op.Verb = v
	op.N, ok = looseArgument(v, args)
	return op, ok
}

// looseSubject reads who or where the step is. It is the first word, or the SSL object that
// the call is given. rest are the words after it.
func looseSubject(words, args []string) (op Op, call bool, rest []string, ok bool) {
	if len(words) == 0 {
		return Op{}, false, nil, false
	}
	if op, call, ok = opSubject(strings.ToLower(words[0])); ok {
		return op, call, words[1:], true
	}
	if len(args) > 0 {
		op, call, ok = opSubject(strings.ToLower(strings.TrimSpace(args[0])))
	}
	return op, call, words, ok && call
}

// looseVerb is findVerb for words with other capitals, without "SSL_", or for the name of
// the function in C.
func looseVerb(words []string, call bool) (Verb, int) {
	for v := Verb(1); v.valid() && len(words) > 0; v++ {
		first, second, two := strings.Cut(verbs[v].word, " ")
		function, _, _ := strings.Cut(verbs[v].c, "(")
		switch said := words[0]; {
		case v.IsCall() != call:
		case two && len(words) > 1 && strings.EqualFold(said, first) && strings.EqualFold(words[1], second):
			return v, 2
		case !two && (strings.EqualFold(said, first) || strings.EqualFold(said, function) || strings.EqualFold(said, strings.TrimPrefix(first, "SSL_"))):
			return v, 1
		}
	}
	return 0, 0
}

// looseArgument reads the argument of a verb. args are all arguments of its call in C, or
// only that one.
func looseArgument(v Verb, args []string) (int, bool) {
	inC, place := argumentsInC(v)
	switch arg := &verbs[v].arg; {
	case arg.kind == argNone:
		return 0, len(args) == 0 || len(args) == inC
	case len(args) == 0:
		return 0, false
	case len(args) == 1:
		return arg.parseLoosely(args[0])
	case len(args) == inC: // with the SSL object
		return arg.parseLoosely(args[place])
	case len(args) == inC-1 && place > 0: // without it
		return arg.parseLoosely(args[place-1])
	}
	return 0, false
}

// argumentsInC is how many arguments the call of a verb has in C, and which of them is the
// one that a script gives.
func argumentsInC(v Verb) (n, place int) {
	_, inside, called := strings.Cut(verbs[v].c, "(")
	if !called {
		return 0, 0
	}
	before, _, _ := strings.Cut(inside, "{n}")
	return 1 + strings.Count(inside, ","), strings.Count(before, ",")
}

// parseLoosely is parse for other capitals, for the words of C, and for "100 bytes".
func (a argument) parseLoosely(text string) (int, bool) {
	words := strings.Fields(text)
	if a.kind == argWord {
		said := strings.Join(words, "")
		for i, w := range a.words {
			if strings.EqualFold(said, w.script) || strings.EqualFold(said, strings.ReplaceAll(w.c, " ", "")) {
				return i, true
			}
		}
		return 0, false
	}
	if len(words) == 2 && (words[1] == "bytes" || words[1] == "byte") {
		words = words[:1]
	}
	return a.parse(strings.ToLower(strings.Join(words, " ")))
}
