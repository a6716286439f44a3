package main

import (
	"slices"
	"strconv"
)

// families are operators and constants each of which is replaced by each other of its family.
var families = [][]string{
	{"==", "!=", "<", "<=", ">", ">="},
	{"+", "-", "*", "/", "%"},
	{"&", "|", "^"},
	{"&&", "||"},
	{"SSL_ERROR_NONE", "SSL_ERROR_SSL", "SSL_ERROR_WANT_READ", "SSL_ERROR_WANT_WRITE", "SSL_ERROR_SYSCALL", "SSL_ERROR_ZERO_RETURN"},
	{"POLLIN", "POLLOUT"},
	{"F_GETFL", "F_SETFL"},
	{"O_NONBLOCK", "O_RDWR", "O_APPEND"},
}

// expression adds the mutants of the operators and constants in tokens i to end.
func (m *mutator) expression(i, end int) {
	for j := i; j < end; j++ {
		t := m.tokens[j]
		isUnary := j == 0 || !m.tokens[j-1].isOperand()
		switch {
		case t.text == "sizeof":
			size := m.source(j, j+2)
			m.replace(j, j+2, size+" - 1")
			m.replace(j, j+2, size+" + 1")
			m.replace(j, j+2, "1")
		case t.text == "-" && isUnary:
			m.number(j, j+2)
			j++
		case t.text == "?":
			m.replace(m.begin(i, j), j, "0")
			m.replace(m.begin(i, j), j, "1")
		case t.text[0] >= '0' && t.text[0] <= '9':
			m.number(j, j+1)
		case !isUnary || t.isOperand():
			m.related(j)
		}
		if t.text == "&&" || t.text == "||" {
			m.replace(m.begin(i, j), j+1, "")
			m.replace(j, find(m.tokens, j+1, end, ")", ",", ";", "?", ":", "||"), "")
		}
	}
}

// begin is the index of the first token of the operand before index at, not before i.
func (m *mutator) begin(i, at int) int {
	depth := 0
	for j := at - 1; j >= i; j-- {
		switch text := m.tokens[j].text; {
		case text == ")":
			depth++
		case text == "(" && depth > 0:
			depth--
		case depth == 0 && slices.Contains([]string{"(", ",", "=", "return", "?", ":", "||", ";"}, text):
			return j + 1
		}
	}
	return i
}

// related replaces token j by the others of its family.
func (m *mutator) related(j int) {
	for _, family := range families {
		if !slices.Contains(family, m.tokens[j].text) {
			continue
		}
		for _, other := range family {
			m.replace(j, j+1, other)
		}
	}
}

// number replaces a number, with its sign, by its neighbours, 0, 1 and its negative.
func (m *mutator) number(i, end int) {
	n, err := strconv.Atoi(m.source(i, end))
	if err != nil {
		return
	}
	var done []int
	for _, other := range []int{n + 1, n - 1, 0, 1, -n} {
		if other != n && !slices.Contains(done, other) {
			m.replace(i, end, strconv.Itoa(other))
			done = append(done, other)
		}
	}
}
