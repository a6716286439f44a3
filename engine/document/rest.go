package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// restructured finds the directives of reStructuredText. It reads the structure of a document
// as docutils does (docutils.parsers.rst.states), as far as that decides where a
// directive can stand. Cells of tables are not read; a directive in one is an error.
func restructured(source []byte) Found {
	var r restReader
	r.body(restLines(string(source)))
	return r.found
}

// restReader collects what a document has.
type restReader struct {
	found Found
	depth int // how many blocks the present one is in
}

// maxDepth is how deep blocks can be nested.
const maxDepth = 100

// restLine is a line, or what is left of it inside of a block.
type restLine struct {
	text   string // without white space at its end
	number int    // in the document, from 1
	column int    // how many characters the document has before text
}

// restLines are the lines of a document. Tabs become spaces, as docutils does it.
func restLines(source string) []restLine {
	var lines []restLine
	spaces := strings.NewReplacer("\v", " ", "\f", " ")
	source = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(source)
	for text := range strings.SplitSeq(source, "\n") {
		text = strings.TrimRight(spaces.Replace(expandTabs(text)), " ")
		lines = append(lines, restLine{text: text, number: len(lines) + 1})
	}
	return lines
}

// expandTabs fills each tab up to the next multiple of eight columns.
func expandTabs(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	var b strings.Builder
	column := 0
	for _, c := range text {
		if c != '\t' {
			b.WriteRune(c)
			column++
			continue
		}
		for ok := true; ok; ok = column%8 != 0 {
			b.WriteByte(' ')
			column++
		}
	}
	return b.String()
}

// after is the line without its first n bytes.
func (l restLine) after(n int) restLine {
	n = min(n, len(l.text))
	l.column += utf8.RuneCountInString(l.text[:n])
	l.text = l.text[n:]
	return l
}

// indent is how many spaces the line begins with.
func (l restLine) indent() int {
	return len(l.text) - len(strings.TrimLeft(l.text, " "))
}

// indented is what belongs to the first line: all lines after it that are empty or begin
// with a space, without the spaces that all have. The first line loses its first n bytes.
// rest are the lines after that.
func indented(lines []restLine, n int) (block, rest []restLine) {
	end := 1
	for end < len(lines) && (lines[end].text == "" || lines[end].text[0] == ' ') {
		end++
	}
	return append([]restLine{lines[0].after(n)}, dedent(lines[1:end])...), lines[end:]
}

// listItem is what belongs to an item whose text begins in column n of the first line.
func listItem(lines []restLine, n int) (block, rest []restLine) {
	if len(lines[0].text) <= n { // nothing stands beside the bullet
		return indented(lines, n)
	}
	block = []restLine{lines[0].after(n)}
	for end := 1; end < len(lines); end++ {
		if lines[end].text != "" && lines[end].indent() < n {
			return block, lines[end:]
		}
		block = append(block, lines[end].after(n))
	}
	return block, nil
}

// dedent takes away the spaces with which all lines begin.
func dedent(lines []restLine) []restLine {
	least := -1
	for _, l := range lines {
		if l.text != "" && (least < 0 || l.indent() < least) {
			least = l.indent()
		}
	}
	cut := make([]restLine, len(lines))
	for i, l := range lines {
		cut[i] = l.after(max(least, 0))
	}
	return cut
}

// untilBlank is how many lines stand before the first empty one.
func untilBlank(lines []restLine) int {
	for i, l := range lines {
		if l.text == "" {
			return i
		}
	}
	return len(lines)
}

// An option of a command, such as -o FILE or --output=FILE.
const (
	optionArgument = `([a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)`
	anOption       = `([-+][a-zA-Z0-9]( ?` + optionArgument + `)?|(--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*([ =]` + optionArgument + `)?)`
)

// What a line begins with decides what it is.
var (
	bullet      = regexp.MustCompile(`^[-+*•‣⁃]( +|$)`)
	enumerator  = regexp.MustCompile(`^(\(?([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)\)|([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)\.)( +|$)`)
	field       = regexp.MustCompile("^:([^:\\\\ ]|\\\\.)([^:\\\\]|\\\\.|:[^ `])*:( +|$)")
	option      = regexp.MustCompile("^" + anOption + "(, " + anOption + ")*(  +| ?$)")
	doctest     = regexp.MustCompile(`^>>>( +|$)`)
	lineBlock   = regexp.MustCompile(`^\|( +|$)`)
	gridTable   = regexp.MustCompile(`^\+-[-+]+-\+$`)
	simpleTable = regexp.MustCompile(`^=+( +=+)+$`)
	explicit    = regexp.MustCompile(`^\.\.( +|$)`)
	anonymous   = regexp.MustCompile(`^__( +|$)`)
)

// body reads the elements of a document, or of a block in it.
func (r *restReader) body(lines []restLine) {
	for len(lines) > 0 {
		lines = r.element(lines)
	}
}

// element reads one, and returns the lines after it.
func (r *restReader) element(lines []restLine) (rest []restLine) {
	text := lines[0].text
	switch {
	case text == "":
		return lines[1:]
	case text[0] == ' ':
		return r.quotation(lines)
	case bullet.MatchString(text):
		return r.nested(listItem(lines, len(bullet.FindString(text))))
	case isEnumerated(lines):
		return r.nested(listItem(lines, len(enumerator.FindString(text))))
	case field.MatchString(text):
		return r.nested(indented(lines, len(field.FindString(text))))
	case option.MatchString(text):
		return r.optionItem(lines, len(option.FindString(text)))
	case doctest.MatchString(text):
		return lines[untilBlank(lines):]
	case lineBlock.MatchString(text), anonymous.MatchString(text):
		return afterContinued(lines)
	case gridTable.MatchString(text):
		return r.table(lines, untilBlank(lines))
	case simpleTable.MatchString(text):
		return r.table(lines, simpleTableEnd(lines))
	case explicit.MatchString(text):
		return r.explicit(lines)
	}
	return r.text(lines)
}

// nested reads a block inside another one.
func (r *restReader) nested(block, rest []restLine) []restLine {
	if r.depth == maxDepth {
		r.fail(block[0], "this block is nested too deeply")
		return rest
	}
	r.depth++
	r.body(block)
	r.depth--
	return rest
}

// quotation reads what is indented more than what stands before it.
func (r *restReader) quotation(lines []restLine) (rest []restLine) {
	end := 0
	for end < len(lines) && (lines[end].text == "" || lines[end].text[0] == ' ') {
		end++
	}
	return r.nested(dedent(lines[:end]), lines[end:])
}

// isEnumerated reports whether an item of an enumerated list begins. A paragraph may begin
// with the same characters; of an item, the next line is empty, indented or the next item.
func isEnumerated(lines []restLine) bool {
	if !enumerator.MatchString(lines[0].text) {
		return false
	}
	return len(lines) == 1 || lines[1].text == "" || lines[1].text[0] == ' ' || enumerator.MatchString(lines[1].text)
}

// optionItem reads an option of a command and its description, or text that begins like one.
func (r *restReader) optionItem(lines []restLine, n int) (rest []restLine) {
	block, rest := indented(lines, n)
	for _, l := range block {
		if l.text != "" {
			return r.nested(block, rest)
		}
	}
	return r.text(lines)
}

// afterContinued skips a line and the indented lines that continue it.
func afterContinued(lines []restLine) (rest []restLine) {
	end := 1
	for end < len(lines) && strings.HasPrefix(lines[end].text, " ") {
		end++
	}
	return lines[end:]
}
