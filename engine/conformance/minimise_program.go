package conformance

import "slices"

// shrinkPrograms leaves out programs, and lines of those that stay.
func (m *minimiser) shrinkPrograms() {
	for i := len(m.programs) - 1; i >= 0; i-- {
		if !m.tryPrograms(slices.Delete(slices.Clone(m.programs), i, i+1)) {
			m.shrinkProgram(i)
		}
	}
}

// tryPrograms keeps programs if the script still fails with them. It does not if one cannot be
// compiled.
func (m *minimiser) tryPrograms(programs [][]string) bool {
	before := m.programs
	m.programs = programs
	if m.fails(m.text(m.steps)) {
		return true
	}
	m.programs = before
	return false
}

// shrinkProgram leaves out statements of a program, with all that is in them, or only what is
// around others. It begins with the last, because others may declare what that needs.
func (m *minimiser) shrinkProgram(program int) {
	for at := len(m.programs[program]) - 2; at >= 1; at-- {
		text := m.programs[program]
		end := min(statementEnd(text, at), len(text)-1)
		if end > at && !m.tryProgram(program, slices.Concat(text[:at], text[end:])) && end > at+2 {
			m.tryProgram(program, slices.Concat(text[:at], text[at+1:end-1], text[end:]))
		}
	}
}

// tryProgram keeps a program if the script still fails with it.
func (m *minimiser) tryProgram(i int, text []string) bool {
	programs := slices.Clone(m.programs)
	programs[i] = text
	return m.tryPrograms(programs)
}

// statementEnd is the line behind the statement or function that begins in a line, or that line
// if none begins there.
func statementEnd(lines []string, at int) int {
	open := 0
	for end := at; end < len(lines); end++ {
		for _, c := range lines[end] {
			switch c {
			case '(', '{':
				open++
			case ')', '}':
				open--
			}
		}
		switch {
		case open < 0:
			return at
		case open == 0:
			return end + 1
		}
	}
	return at
}
