package document

import (
	"bytes"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What blocks are depends on the parsers of blocks alone, so nothing inside a line is parsed.
// The numbers are those of parser.DefaultBlockParsers.
var (
	commonMark = parser.NewParser(parser.WithBlockParsers(append(
		parser.DefaultBlockParsers(), util.Prioritized(admonition{}, 50))...))
	// MDX has no indented code blocks and no HTML.
	mdxParser = parser.NewParser(parser.WithBlockParsers(
		util.Prioritized(mdxComment{}, 50),
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(indentedFence{parser.NewFencedCodeBlockParser()}, 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewParagraphParser(), 1000)))
)

// markdown finds the fenced blocks of CommonMark. The admonitions and tabs of MkDocs may
// have blocks, too.
func markdown(source []byte) Found { return fenced(source, commonMark) }

// mdx finds the fenced blocks of MDX.
func mdx(source []byte) Found { return fenced(source, mdxParser) }

// fenced finds the fenced blocks that a parser sees.
func fenced(source []byte, p parser.Parser) Found {
	source = withoutFrontMatter(source)
	m := markdownSource{source, lineStarts(source)}
	var f Found
	ast.Walk(p.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		switch n := n.(type) {
		case *ast.FencedCodeBlock:
			if n.Info != nil {
				m.add(&f, n)
			}
		case *ast.CodeBlock, *ast.Paragraph, *ast.HTMLBlock:
			f.Passed = append(f.Passed, m.passed(n)...)
		}
		return ast.WalkContinue, nil
	})
	return f
}

// frontMatter is what site generators read before the text, in YAML or TOML.
var frontMatter = regexp.MustCompile(`\A(?s:---[ \t]*\r?\n.*?\n(---|\.\.\.)|\+\+\+[ \t]*\r?\n.*?\n\+\+\+)[ \t]*(\r?\n|\z)`)

// withoutFrontMatter has an empty line for each line of the front matter.
func withoutFrontMatter(source []byte) []byte {
	end := len(frontMatter.Find(source))
	if end == 0 {
		return source
	}
	blank := bytes.Map(func(c rune) rune {
		if c == '\n' {
			return c
		}
		return -1
	}, source[:end])
	return append(blank, source[end:]...)
}

// markdownSource is a document, and where its lines begin.
type markdownSource struct {
	text  []byte
	lines []int
}

// lineStarts are the places at which lines begin.
func lineStarts(source []byte) []int {
	starts := []int{0}
	for i, c := range source {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// line is the number of the line that has a place, from 1.
func (m markdownSource) line(at int) int { return sort.SearchInts(m.lines, at+1) }

// add adds a fenced block if it is one of ours.
func (m markdownSource) add(f *Found, n *ast.FencedCodeBlock) {
	word, options, _ := strings.Cut(strings.ReplaceAll(string(n.Info.Segment.Value(m.text)), "\t", " "), " ")
	if word != Word {
		return
	}
	b := Block{Line: m.line(n.Info.Segment.Start)}
	b.First = b.Line + 1
	var script strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		script.Write(segment.Value(m.text))
		start := m.lines[m.line(segment.Start)-1]
		b.Columns = append(b.Columns, utf8.RuneCount(m.text[start:segment.Start])-segment.Padding)
	}
	b.Text = script.String()
	b.End = m.end(b)
	if what := b.setInfo(options); what != "" {
		f.Errors = append(f.Errors, &Error{b.Line, what})
		return
	}
	f.Blocks = append(f.Blocks, b)
}

// end is the line of the closing fence, or the last one of a block that has none.
func (m markdownSource) end(b Block) int {
	last := b.First + len(b.Columns) - 1
	if last >= len(m.lines) {
		return last
	}
	opening, closing := closingFence.FindSubmatch(m.lineText(b.Line)), closingFence.FindSubmatch(m.lineText(last+1))
	// Outside of the quotation in which the block is, a fence begins another one.
	if closing == nil || bytes.Count(opening[1], []byte(">")) != bytes.Count(closing[1], []byte(">")) || len(bytes.TrimSpace(closing[3])) > 0 {
		return last
	}
	return last + 1
}

// closingFence is a fence, what stands before it and what stands after it.
var closingFence = regexp.MustCompile("^([^`~]*)(```+|~~~+)(.*)")

// lineText is the text of a line, from 1.
func (m markdownSource) lineText(n int) []byte {
	text := m.text[m.lines[n-1]:]
	if n < len(m.lines) {
		text = m.text[m.lines[n-1]:m.lines[n]]
	}
	return bytes.TrimRight(text, "\r\n")
}

// fence begins a line that an author may take for the beginning of a block.
var fence = regexp.MustCompile("^[ \t]*(```+|~~~+)[ \t]*" + Word + `(\s|$)`)

// passed are the lines of a node that look like the beginning of a block. What stands in an
// HTML comment is not meant to be one.
func (m markdownSource) passed(n ast.Node) (lines []int) {
	if html, ok := n.(*ast.HTMLBlock); ok && html.HTMLBlockType == ast.HTMLBlockType2 {
		return nil
	}
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		if fence.Match(segment.Value(m.text)) {
			lines = append(lines, m.line(segment.Start))
		}
	}
	return lines
}
