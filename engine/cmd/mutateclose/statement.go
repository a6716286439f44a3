package main

import "fmt"

// mutator lists the mutants of a program while it reads its statements.
type mutator struct {
	text    string
	tokens  []token
	mutants []mutant
	err     error
}

// types are words with which a declaration begins.
var types = map[string]bool{"int": true, "char": true, "long": true, "unsigned": true, "struct": true, "static": true, "time_t": true}

// output are functions that print. Their statements are left as they are.
var output = map[string]bool{"puts": true, "printf": true, "fprintf": true, "perror": true}

// functions reads the functions of the program.
func (m *mutator) functions() {
	for i := 0; i < len(m.tokens); i++ {
		if m.tokens[i].text == "{" {
			end := matching(m.tokens, i)
			m.block(i+1, end)
			i = end
		}
	}
}

// block reads the statements from index i to end.
func (m *mutator) block(i, end int) {
	for i < end && m.err == nil {
		i = m.statement(i)
	}
}

// statement reads the statement at index i and returns the index after it.
func (m *mutator) statement(i int) int {
	switch word := m.tokens[i].text; {
	case word == "{":
		end := matching(m.tokens, i)
		m.block(i+1, end)
		return end + 1
	case word == "if":
		return m.ifStatement(i)
	case word == "do":
		end := m.statement(i + 1)
		last := matching(m.tokens, end+1)
		m.condition(end+2, last)
		m.remove(i, last+2)
		return last + 2
	case word == "while" || word == "for" || word == "switch" || word == "goto":
		m.err = fmt.Errorf("offset %d: %s is not read", m.tokens[i].from, word)
		return len(m.tokens)
	}
	end := find(m.tokens, i, len(m.tokens), ";") + 1
	switch word := m.tokens[i].text; {
	case types[word]:
		m.declaration(i, end)
	case !output[word]:
		m.remove(i, end)
		m.assignment(i, end)
		m.expression(i, end-1)
	}
	return end
}

// ifStatement is statement for an if.
func (m *mutator) ifStatement(i int) int {
	last := matching(m.tokens, i+1)
	m.condition(i+2, last)
	end := m.statement(last + 1)
	if m.err == nil && m.tokens[end].text == "else" {
		from := end
		end = m.statement(from + 1)
		m.removeElse(from, end)
	}
	m.remove(i, end)
	return end
}

// condition reads the condition of an if or a loop, tokens i to end.
func (m *mutator) condition(i, end int) {
	m.replace(i, end, "0")
	m.replace(i, end, "1")
	if find(m.tokens, i, end, "==", "!=", "<", "<=", ">", ">=") == end || find(m.tokens, i, end, "&&", "||") < end {
		m.replace(i, end, "!("+m.source(i, end)+")")
	}
	m.expression(i, end)
}

// declaration reads a declaration. Each initial value is left out in turn.
func (m *mutator) declaration(i, end int) {
	for j := i; j < end; j++ {
		if m.tokens[j].text == "=" && m.tokens[j-1].text[0] != '.' && m.tokens[j-2].text != "." {
			m.replace(j, find(m.tokens, j, end-1, ","), "")
		}
		if m.tokens[j].text == "." && m.tokens[j+2].text == "=" {
			m.replace(j+2, find(m.tokens, j, matchingEnd(m.tokens, j), ","), "= 0")
		}
	}
	m.expression(i, end-1)
}

// matchingEnd is the index of the brace that closes the braces around index i.
func matchingEnd(list []token, i int) int { return find(list, i, len(list), "}") }

// assignment lets a statement that assigns a value do all but assign it.
func (m *mutator) assignment(i, end int) {
	if at := find(m.tokens, i, end, "="); at < end {
		m.replace(i, at+1, "")
	}
}
