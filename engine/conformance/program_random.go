package conformance

import (
	"math/rand/v2"
	"strings"
)

// programKind is what a random program does besides closing.
type programKind int

const (
	closes       programKind = iota
	renegotiates             // it calls SSL_renegotiate
	clears                   // it calls SSL_clear
	programKinds
)

// traitOf is the trait of a kind in the grammar.
var traitOf = [programKinds]string{renegotiates: "renegotiates", clears: "clears"}

// functionsOfPrograms are the functions that a program may have, before the one in which it starts.
var functionsOfPrograms = []string{
	"wait_for", "errors", "note", "error_name", "now_ms", "attempt", "drain", "close_down", "send_all", "conn_step", "deep", "release",
}

// randomProgram returns the text of a program. The same state of r gives the same program.
func randomProgram(r *rand.Rand, kind programKind) string {
	x := &expander{r: r, traits: map[string]bool{traitOf[kind]: true}, depth: map[string]int{}}
	x.rule("head")
	if r.IntN(100) < 30 {
		x.traits["macros"] = true
		x.rule("macros")
	}
	for _, name := range functionsOfPrograms {
		if r.IntN(100) < 25 {
			x.rule(name)
			x.traits[name] = true
		}
	}
	x.traits["entry"] = true
	x.rule("entry")
	return layOut(x.out.String(), r)
}

// layOut puts each statement of a C text in a line of its own, and some in several.
func layOut(text string, r *rand.Rand) string {
	l := &layout{r: r}
	for i := 0; i < len(text); {
		i += l.step(text, i)
	}
	l.endLine()
	return l.out.String()
}

type layout struct {
	r           *rand.Rand
	out, line   strings.Builder
	indent      int
	parentheses int
	values      int  // how many braces of an initializer are open
	directive   bool // the line is one of the preprocessor
	broken      bool // the line goes on with what the one before has begun
}

// endLine ends the line, unless nothing is in it.
func (l *layout) endLine() {
	if text := strings.TrimSpace(l.line.String()); text != "" {
		indent := l.indent
		if strings.HasPrefix(text, "}") {
			indent--
		}
		if l.broken {
			indent++
		}
		if l.directive {
			indent = 0
		}
		l.out.WriteString(strings.Repeat("\t", max(indent, 0)) + text + "\n")
		l.indent += strings.Count(text, "{") - strings.Count(text, "}")
	}
	l.line.Reset()
	l.directive, l.broken = false, false
}

// step takes what stands at a place, and returns its length.
func (l *layout) step(text string, at int) int {
	c := text[at]
	rest := text[at:]
	if c == '#' && strings.TrimSpace(l.line.String()) == "" {
		l.directive = true
	}
	switch {
	case c == '\n':
		l.endLine()
		return 1
	case c == '"' || c == '\'':
		n := quotedLength(rest)
		l.line.WriteString(rest[:n])
		return n
	case l.directive:
	case c == '{' && l.isValue(text[:at]):
		l.values++
	case c == '}' && l.values > 0:
		l.values--
	case c == '}':
		l.endLine()
	}
	l.line.WriteByte(c)
	if !l.directive {
		l.after(c, rest[1:])
	}
	return 1
}

// isValue reports whether a brace after a text begins an initializer.
func (l *layout) isValue(before string) bool {
	return l.values > 0 || strings.HasSuffix(before, ")") || strings.HasSuffix(strings.TrimRight(before, " "), "=")
}

// after ends the line behind a character, or breaks it.
func (l *layout) after(c byte, rest string) {
	switch {
	case c == '(':
		l.parentheses++
	case c == ')':
		l.parentheses--
	}
	switch {
	case l.parentheses == 0 && l.values == 0 && (c == ';' || c == '{' || c == '}' && !staysBehind(rest)):
		l.endLine()
	case l.parentheses > 0 && (c == '(' || c == ',') && l.r.IntN(100) == 0:
		l.endLine()
		l.broken = true
	}
}

// staysBehind reports whether a text belongs into the line of the brace before it.
func staysBehind(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	for _, word := range []string{"while", "else", ";", "s = ", "result;", "table["} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// quotedLength is the length of the string or character with which a text begins.
func quotedLength(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case text[0]:
			return i + 1
		}
	}
	return len(text)
}
