package reproduce

import (
	"slices"
	"strings"
)

// part is a declaration or definition at file scope, with the comment above it.
type part struct {
	text     string
	declares []string
	mentions []string // identifiers that may be declared elsewhere
	static   bool     // nothing but its file knows it
	blank    bool     // an empty line stands before it
	kept     bool
}

// file is a file of C, taken to pieces.
type file struct {
	name     string
	about    string   // its first comment, without delimiters; "" if it belongs to a part
	includes []string // files that it includes, in order
	system   []string // headers that it includes
	parts    []part
}

// newFile takes a text to pieces. Conditions at file scope are dropped: only include guards
// stand there.
func newFile(name, text string) file {
	f := file{name: name}
	tokens := tokenize(text)
	for i := 0; i < len(tokens); {
		n := partLength(tokens[i:])
		list := tokens[i : i+n]
		f.add(text, list, tokens[max(i-1, 0)].to)
		i += n
	}
	return f
}

// add adds what a list of tokens is. before is where the token before it ends in the text.
func (f *file) add(text string, list []token, before int) {
	first, last := list[0], list[len(list)-1]
	switch {
	case len(list) == 1 && first.kind == comment:
		if len(f.parts) == 0 && f.about == "" {
			f.about = first.text
		}
		return
	case last.kind == directive:
		word, name := directiveWords(last.text)
		if first.kind == comment && word == "ifndef" {
			f.about = first.text
		}
		if word == "include" {
			f.include(last.text)
		}
		if word != "define" || strings.HasSuffix(name, "_H") {
			return
		}
	}
	p := part{text: text[first.from:last.to], blank: strings.Count(text[before:first.from], "\n") > 1}
	p.declares, p.mentions = declaredAndMentioned(list)
	p.static = isStatic(list) || last.kind == directive && strings.HasSuffix(f.name, ".c")
	f.parts = append(f.parts, p)
}

// include notes an #include.
func (f *file) include(text string) {
	_, name, _ := strings.Cut(text, " ")
	if strings.HasPrefix(name, "<") {
		f.system = append(f.system, name)
		return
	}
	f.includes = append(f.includes, strings.Trim(name, `"`))
}

// partLength is how many tokens belong to the first part of a list: a directive, a declaration
// up to its semicolon, or a function up to its last brace, each with the comment directly above
// it; or else a comment.
func partLength(list []token) int {
	if list[0].kind == directive {
		return 1
	}
	if list[0].kind == comment && (len(list) == 1 || list[1].from-list[0].to > 1) {
		return 1
	}
	var s scanner
	for i, t := range list {
		if t.kind == comment {
			continue
		}
		if t.kind == directive {
			if s.braces == 0 {
				return i + 1
			}
			continue
		}
		s.take(t)
		s.previous = t
		outside := s.braces == 0 && s.parens == 0
		switch {
		case outside && t.is(";"):
			return i + 1
		case outside && t.is("}") && len(s.functions) > 0:
			return i + 1
		case outside && t.is(")") && strings.HasSuffix(s.function.name, "QUERY"): // see program_queries.c
			return i + 1
		}
	}
	return len(list)
}

// declaredAndMentioned are what a part declares, and the identifiers in it that may be declared
// elsewhere. A tag with a semicolon, "world;", stands for a declaration without members, which is
// enough for pointers outside of functions.
func declaredAndMentioned(list []token) (declares, mentions []string) {
	d := declare(list)
	n := len(list)
	switch {
	case n > 2 && list[n-3].is("struct") && list[n-1].is(";"):
		return []string{list[n-2].text + ";"}, nil
	case list[n-1].is(")") && isQuery(list):
		declares = []string{"program_" + list[slices.IndexFunc(list, func(t token) bool { return t.is(",") })+1].text}
	default:
		declares = append(d.names, d.macros...)
	}
	types := len(d.functions) == 0 && !slices.ContainsFunc(list, func(t token) bool { return t.is("=") || t.is("enum") && list[0].is("enum") })
	for i, t := range list {
		switch {
		case t.kind == directive:
			mentions = append(mentions, identifiers(t.text[1:])...)
		case t.kind == identifier:
			if name := mentioned(list, i, types); name != "" {
				mentions = append(mentions, name)
			}
		}
	}
	return declares, mentions
}

// isQuery reports whether a part is a use of one of the macros of program_queries.c that define a
// function. Nothing ends it but its last parenthesis.
func isQuery(list []token) bool {
	return slices.ContainsFunc(list, func(t token) bool { return t.is("QUERY") || t.is("SSL_QUERY") })
}

// identifiers are the identifiers of a text.
func identifiers(text string) (list []string) {
	for _, t := range tokenize(text) {
		if t.kind == identifier {
			list = append(list, t.text)
		}
	}
	return list
}

// mentioned is the name that token i of a part mentions, "" if it is that of a member or of a
// parameter. types says that the part only has types and names.
func mentioned(list []token, i int, types bool) string {
	before, after := token{}, token{}
	if i > 0 {
		before = list[i-1]
	}
	if i+1 < len(list) {
		after = list[i+1]
	}
	switch {
	case before.is(".") || before.is(">") && list[i-2].is("-"):
		return ""
	case types && (after.is(";") || after.is(",") || after.is(")") || after.is("[")):
		return ""
	case types && before.is("struct") && after.is("*"):
		return list[i].text + ";"
	}
	return list[i].text
}

// isStatic reports whether a declaration has the word static.
func isStatic(list []token) bool {
	for _, t := range list {
		switch {
		case t.is("{"):
			return false
		case t.is("static"):
			return true
		}
	}
	return false
}

// keep marks the parts that the names need, and those that these need. What is static in a file is
// for that file.
func keep(files []file, names []string) {
	type place struct {
		file string
		*part
	}
	where := map[string][]place{}
	for i := range files {
		for j := range files[i].parts {
			p := &files[i].parts[j]
			for _, name := range p.declares {
				where[name] = append(where[name], place{files[i].name, p})
			}
		}
	}
	var need func(name, file string)
	need = func(name, file string) {
		tag, pointed := strings.CutSuffix(name, ";")
		if pointed && len(where[name]) == 0 {
			name = tag
		}
		for _, p := range where[name] {
			if p.kept || p.static && p.file != file {
				continue
			}
			p.kept = true
			for _, mention := range p.mentions {
				need(mention, p.file)
			}
		}
		if !pointed {
			for _, p := range where[name+";"] {
				p.kept = true
			}
		}
	}
	for _, name := range names {
		need(name, "")
	}
}
