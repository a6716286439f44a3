package document

import (
	"regexp"
	"slices"
	"strings"
)

// What may stand after two dots.
var (
	footnote     = regexp.MustCompile(`^\.\. +\[([0-9]+|#|#?[\pL\pN]+([-._+:][\pL\pN]+)*|\*)\]( +|$)`)
	target       = regexp.MustCompile(`^\.\. +_[^ ]`)
	substitution = regexp.MustCompile(`^\.\. +\|[^ |]`)
	directive    = regexp.MustCompile(`^\.\. +([\pL\pN]+([-._+:][\pL\pN]+)*) ?::( +|$)`)
)

// asTheyAre are directives of docutils and Sphinx whose content is not reStructuredText.
var asTheyAre = []string{
	"code", "code-block", "sourcecode", "highlight", "parsed-literal", "math", "raw", "csv-table", "literalinclude",
	"productionlist", "graphviz", "graph", "digraph", "inheritance-diagram", "prompt", "mermaid", "uml", "plot", "ipython",
	"doctest", "testcode", "testoutput", "testsetup", "testcleanup", "replace", "title", "rubric", "include", "image",
}

// explicit reads what begins with two dots.
func (r *restReader) explicit(lines []restLine) (rest []restLine) {
	text := lines[0].text
	switch {
	case footnote.MatchString(text):
		return r.nested(indented(lines, len(footnote.FindString(text))))
	case target.MatchString(text):
		return afterContinued(lines)
	case substitution.MatchString(text):
		_, rest := indented(lines, 0)
		return rest
	}
	match := directive.FindStringSubmatch(text)
	if match == nil {
		// Two dots alone before an empty line are an empty comment.
		if text == ".." && (len(lines) == 1 || lines[1].text == "") {
			return lines[1:]
		}
		_, rest := indented(lines, 0)
		return rest
	}
	block, rest := indented(lines, len(match[0]))
	switch name := strings.ToLower(match[1]); {
	case name == Word:
		r.directive(lines[0], block)
	case !slices.Contains(asTheyAre, name):
		return r.nested(block, rest)
	}
	return rest
}

// directive adds a block. As in docutils, options end at the first empty line, and lines
// before them belong to the script.
func (r *restReader) directive(at restLine, lines []restLine) {
	if lines[0].text == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].text == "" {
		lines = lines[:len(lines)-1]
	}
	head := untilBlank(lines)
	options := slices.IndexFunc(lines[:head], func(l restLine) bool { return field.MatchString(l.text) })
	b := Block{Line: at.number}
	if options >= 0 {
		if !r.options(&b, lines[options:head]) {
			return
		}
		if options > 0 {
			r.fail(lines[0], "the steps stand before the options; put the options first, and an empty line after them")
			return
		}
		lines = lines[head:]
	}
	for len(lines) > 0 && lines[0].text == "" {
		lines = lines[1:]
	}
	b.First, b.End = at.number+1, at.number
	if len(lines) > 0 {
		b.First, b.End = lines[0].number, lines[len(lines)-1].number
	}
	for _, l := range lines {
		b.Text += l.text + "\n"
		b.Columns = append(b.Columns, l.column)
	}
	r.found.Blocks = append(r.found.Blocks, b)
}

// options reads the options of a directive. It returns false if one of them is wrong.
func (r *restReader) options(b *Block, lines []restLine) bool {
	for _, l := range lines {
		marker := field.FindString(l.text)
		if marker == "" {
			r.fail(l, "an empty line is missing between the options and the steps")
			return false
		}
		name := strings.Trim(strings.TrimSpace(marker), ":")
		if what := b.set(strings.ToLower(name), strings.TrimSpace(l.text[len(marker):])); what != "" {
			r.fail(l, what)
			return false
		}
	}
	return true
}
