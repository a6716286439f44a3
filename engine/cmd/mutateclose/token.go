package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A token is a word, a number, a text or an operator of C, and where it stands in the text.
type token struct {
	text     string
	from, to int
}

// patterns are the tokens of C as far as closing code needs them: comments, which are left
// out, and the others, longer operators first.
var patterns = regexp.MustCompile(`^(?:(\s+|/\*(?s:.*?)\*/|//[^\n]*)|` +
	`([A-Za-z_]\w*|\d\w*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|<<=|>>=|->|\+\+|--|<<|>>|[-+*/%&|^=!<>]=|&&|\|\||[-+*/%&|^=!<>~?:;,.(){}\[\]]))`)

// tokens are the tokens of a text.
func tokens(text string) (list []token, err error) {
	for at := 0; at < len(text); {
		found := patterns.FindStringSubmatch(text[at:])
		if found == nil {
			return nil, fmt.Errorf("offset %d: %.10q is no token", at, text[at:])
		}
		if found[2] != "" {
			list = append(list, token{found[2], at, at + len(found[2])})
		}
		at += len(found[0])
	}
	return list, nil
}

// isOperand reports whether a token can end an operand, so that an operator behind it has two.
func (t token) isOperand() bool {
	c := t.text[0]
	isWord := c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	return t.text == ")" || t.text == "]" || isWord && t.text != "return" && t.text != "sizeof"
}

// matching is the index of the bracket that closes the one at index i.
func matching(list []token, i int) int {
	depth := 0
	for j := i; j < len(list); j++ {
		switch {
		case strings.Contains("([{", list[j].text):
			depth++
		case strings.Contains(")]}", list[j].text):
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return len(list) - 1
}

// find is the index of the first of the tokens from index i on that is not in brackets, at most
// end.
func find(list []token, i, end int, texts ...string) int {
	for ; i < end; i++ {
		if slices.Contains(texts, list[i].text) {
			return i
		}
		if strings.Contains("([{", list[i].text) {
			i = matching(list, i)
		}
	}
	return end
}
