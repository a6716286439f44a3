package reproduce

import (
	"slices"
	"strings"
)

// declarations are what a text in C declares at file scope.
type declarations struct {
	// names are those of functions, variables, types, tags and enumeration constants, and those
	// that are only declared.
	names     []string
	macros    []string // that it defines
	functions []function
	open      bool // a brace or parenthesis is not closed
}

// function is the definition of a function.
type function struct {
	name       string
	parameters []string // their tokens
	from       int      // where the token of the name is in the text
}

// scanner finds declarations. It knows no types: a name is declared if it stands where a
// declarator ends.
type scanner struct {
	declarations
	braces, parens int
	enum           bool  // the braces are those of an enum
	tag            bool  // the last token was struct, union or enum
	tagged         token // the tag after that
	last           token // the last identifier of a declarator
	done           bool  // the declarator's name is known
	function       function
	previous       token
}

// declare finds what the tokens declare.
func declare(tokens []token) declarations {
	var s scanner
	for _, t := range tokens {
		switch t.kind {
		case comment:
			continue
		case directive:
			if word, name := directiveWords(t.text); word == "define" {
				s.macros = append(s.macros, name)
			}
			continue
		}
		s.take(t)
		s.previous = t
	}
	s.open = s.braces != 0 || s.parens != 0
	return s.declarations
}

// directiveWords are the first two words of a directive.
func directiveWords(text string) (word, argument string) {
	var words []string
	for _, t := range tokenize(strings.TrimPrefix(strings.TrimSpace(text), "#")) {
		if t.kind == identifier && len(words) < 2 {
			words = append(words, t.text)
		}
	}
	words = append(words, "", "")
	return words[0], words[1]
}

// take takes the next token.
func (s *scanner) take(t token) {
	switch {
	case t.is("{"):
		s.begin()
	case t.is("}"):
		s.close()
	case s.braces > 0:
		if s.enum && s.braces == 1 && s.parens == 0 && t.kind == identifier && (s.previous.is("{") || s.previous.is(",")) {
			s.names = append(s.names, t.text)
		}
		s.nest(t)
	case t.is("(") && s.parens == 0:
		s.parameters()
		s.parens++
	case s.parens > 0 || t.is("["):
		s.nest(t)
	default:
		s.outside(t)
	}
}

// nest counts parentheses and brackets, and notes parameters.
func (s *scanner) nest(t token) {
	switch {
	case t.is("(") || t.is("["):
		if t.is("[") && s.parens == 0 && s.braces == 0 {
			s.name()
		}
		s.parens++
	case t.is(")") || t.is("]"):
		s.parens--
	}
	if s.braces == 0 && s.parens > 0 {
		s.function.parameters = append(s.function.parameters, t.text)
	}
}

// begin begins the body of a function, the members of a type or an initializer.
func (s *scanner) begin() {
	if s.braces == 0 && s.parens == 0 {
		members := s.tag || s.tagged.text != ""
		s.enum = s.enum && members
		switch {
		case s.tagged.text != "":
			s.names = append(s.names, s.tagged.text)
		case !members && s.function.name != "" && !s.previous.is("="):
			s.functions = append(s.functions, s.function)
		}
	}
	s.braces++
}

// close ends them. After the body of a function, another declaration begins.
func (s *scanner) close() {
	s.braces--
	if s.braces > 0 || s.parens > 0 {
		return
	}
	s.enum, s.tag = false, false
	if s.function.name != "" {
		s.reset()
	}
	s.tagged = token{}
}

// reset begins another declaration.
func (s *scanner) reset() {
	s.tag, s.enum, s.done = false, false, false
	s.tagged, s.last, s.function = token{}, token{}, function{}
}

// name notes the name of a declarator, once.
func (s *scanner) name() {
	if !s.done && s.last.text != "" {
		s.names = append(s.names, s.last.text)
		s.done = true
	}
}

// parameters begins the parameters of a function, or an attribute.
func (s *scanner) parameters() {
	if s.last.text == "__attribute__" || s.last.text == "__asm__" || s.done {
		return
	}
	s.function = function{name: s.last.text, from: s.last.from}
	s.name()
}

// outside takes a token outside of all parentheses and braces.
func (s *scanner) outside(t token) {
	switch {
	case t.is(";"):
		if s.last.text == "" && s.tagged.text != "" { // struct world;
			s.last = s.tagged
		}
		s.name()
		s.reset()
	case t.is(","):
		s.name()
		s.last, s.done = token{}, false
	case t.is("="):
		s.name()
	case t.is("struct") || t.is("union") || t.is("enum"):
		s.tag, s.enum, s.tagged = true, t.is("enum"), token{}
	case t.kind == identifier && s.tag:
		s.tag, s.tagged = false, t
	case t.kind == identifier && !slices.Contains(qualifiers, t.text):
		s.last, s.tagged = t, token{}
	}
}

// qualifiers may stand after the name of a type, and are no names.
var qualifiers = []string{"const", "static", "extern", "volatile", "inline", "register", "restrict", "_Noreturn", "__thread"}
