package main

import (
	"fmt"
	"strings"
)

// A mutant is a program with one change.
type mutant struct {
	key  string // the place and the change: "12:24 > -> !="
	text string // the whole program
}

// mutants are the programs that differ from a program in one operator, one constant or one
// statement. Their lines are those of the program. Some of them may not compile.
func mutants(program string) ([]mutant, error) {
	list, err := tokens(program)
	if err != nil {
		return nil, err
	}
	m := mutator{text: program, tokens: list}
	m.functions()
	return m.mutants, m.err
}

// source is the text of tokens from i to before end.
func (m *mutator) source(i, end int) string {
	if i >= end {
		return ""
	}
	return m.text[m.tokens[i].from:m.tokens[end-1].to]
}

// replace adds the mutant in which a text stands in place of tokens i to end.
func (m *mutator) replace(i, end int, text string) {
	was := m.source(i, end)
	if was == text {
		return
	}
	from, to := m.tokens[i].from, m.tokens[end-1].to
	before := m.text[:from]
	line := 1 + strings.Count(before, "\n")
	key := fmt.Sprintf("%d:%d %s -> %s", line, from-strings.LastIndexByte(before, '\n'), oneLine(was), oneLine(text))
	keptLines := strings.Repeat("\n", max(strings.Count(was, "\n")-strings.Count(text, "\n"), 0))
	m.mutants = append(m.mutants, mutant{strings.TrimSpace(key), before + text + keptLines + m.text[to:]})
}

// oneLine is a text in one line, cut off if it is long.
func oneLine(text string) string {
	const most = 50
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > most {
		text = text[:most] + "…"
	}
	return text
}

// remove adds the mutant without the statement of tokens i to end.
func (m *mutator) remove(i, end int) { m.replace(i, end, ";") }

// removeElse adds the mutant without an else.
func (m *mutator) removeElse(i, end int) { m.replace(i, end, "") }
