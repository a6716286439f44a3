package script

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"closenotify/engine"
)

// Expectation is what a script says that a call returns. It is written after the step,
//
//	client SSL_read 100 => 0 SSL_ERROR_SSL "unexpected eof while reading"
//
// and changes nothing; see Script.Unmet. Only the return value is required.
type Expectation struct {
	Ret    int
	Error  string // as SSL_get_error names it, "SSL_ERROR_SSL"; "" if the script does not say
	Reason string // the oldest reason, in quotes, `""` if none is queued; "" if the script does not say
}

// expectationMark stands between a step and its Expectation.
const expectationMark = "=>"

// String returns it as a script has it after the mark, "0 SSL_ERROR_SYSCALL".
func (e Expectation) String() string {
	text := strconv.Itoa(e.Ret)
	if e.Error != "" {
		text += " " + e.Error
	}
	if e.Reason != "" {
		text += " " + e.Reason
	}
	return text
}

// sslErrors are the errors that can be expected.
var sslErrors = []engine.SSLError{
	engine.ErrorNone, engine.ErrorSSL, engine.ErrorWantRead, engine.ErrorWantWrite, engine.ErrorSyscall, engine.ErrorZeroReturn,
}

// ParseExpectation reads what follows the mark in a step with that operation. The error
// is an *Error without a Line, and its Column counts from the beginning of text.
func ParseExpectation(op engine.Op, text string) (Expectation, error) {
	if !op.Verb.Returns() && op.Verb != engine.VerbNext {
		return Expectation{}, &Error{Column: 1, Want: op.Verb.String() + " returns nothing, so nothing can be expected of it"}
	}
	words := expectationWords(text)
	e := Expectation{}
	fail := func(want string) (Expectation, error) {
		at := words[0].at
		return Expectation{}, &Error{Column: 1 + utf8.RuneCountInString(text[:at]), Text: words[0].text, Want: want}
	}
	var ok bool
	if e.Ret, ok = parseReturn(words[0].text); !ok {
		return fail("expected a return value after " + expectationMark + ", a whole number")
	}
	words = words[1:]
	if isSSLError(words[0].text) {
		e.Error = words[0].text
		words = words[1:]
	}
	if isReason(words[0].text) {
		e.Reason = words[0].text
		words = words[1:]
	}
	if words[0].text != "" {
		return fail(wantedAfter(e))
	}
	return e, nil
}

// expectationWord is a word, or a reason in quotes. The last one of a line is empty.
type expectationWord struct {
	text string
	at   int // its place in the line, in bytes
}

// expectationWords splits what follows the mark.
func expectationWords(text string) []expectationWord {
	var words []expectationWord
	for at := 0; ; {
		rest := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
		at = len(text) - len(rest)
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if strings.HasPrefix(rest, `"`) {
			end = 2 + strings.IndexByte(rest[1:], '"')
			if end < 2 {
				end = len(rest) // the quote is never closed
			}
		}
		if end < 0 {
			end = len(rest)
		}
		words = append(words, expectationWord{rest[:end], at})
		if rest == "" {
			return words
		}
		at += end
	}
}

// parseReturn reads a return value. Only the canonical form is allowed: not +1 or 01.
func parseReturn(word string) (int, bool) {
	n, err := strconv.Atoi(word)
	return n, err == nil && strconv.Itoa(n) == word
}

func isSSLError(word string) bool {
	for _, e := range sslErrors {
		if word == e.String() {
			return true
		}
	}
	return false
}

// isReason reports whether word is a text in quotes without hidden characters: people must
// see what is compared.
func isReason(word string) bool {
	return len(word) >= 2 && word[0] == '"' && word[len(word)-1] == '"' && !strings.ContainsFunc(word, IsHidden)
}

// wantedAfter says what can follow the part of an Expectation that has been read.
func wantedAfter(e Expectation) string {
	switch {
	case e.Reason != "":
		return "expected nothing after the reason"
	case e.Error != "":
		return "expected the oldest reason in quotes, or nothing more"
	}
	names := make([]string, len(sslErrors))
	for i, sslError := range sslErrors {
		names[i] = sslError.String()
	}
	return "expected an error (" + strings.Join(names, ", ") + "), the oldest reason in quotes, or nothing more"
}
