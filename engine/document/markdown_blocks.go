package document

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// admonition parses what MkDocs has besides CommonMark: a line !!!, ??? or === "Tab", and
// blocks indented by four spaces below it.
type admonition struct{}

// admonitionLine begins one: !!! note, ??? note, ???+ note "Title", === "Tab".
var admonitionLine = regexp.MustCompile(`^ {0,3}((!!!|\?\?\?\+?) *[\w-]|===[!+]? +")`)

func (admonition) Trigger() []byte { return []byte{'!', '?', '='} }

func (admonition) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if !admonitionLine.Match(line) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return ast.NewBlockquote(), parser.NoChildren
}

func (admonition) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (admonition) Close(ast.Node, text.Reader, parser.Context) {}
func (admonition) CanInterruptParagraph() bool                 { return true }
func (admonition) CanAcceptIndentedLine() bool                 { return false }

// indentedFence parses fenced blocks that are indented at will, as inside an element of MDX.
type indentedFence struct{ parser.BlockParser }

func (indentedFence) CanAcceptIndentedLine() bool { return true }

// fenceOf is the attribute of a node that has its opening fence.
const fenceOf = "fence"

func (p indentedFence) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil {
		trimmed := bytes.TrimLeft(line, " \t")
		rest := bytes.TrimLeft(trimmed, string(trimmed[:1]))
		n.SetAttributeString(fenceOf, trimmed[:len(trimmed)-len(rest)])
	}
	return n, state
}

func (p indentedFence) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	opening, _ := n.AttributeString(fenceOf)
	open, closing := opening.([]byte), bytes.TrimSpace(line)
	if len(closing) >= len(open) && len(bytes.Trim(closing, string(open[:1]))) == 0 {
		reader.AdvanceToEOL()
		return parser.Close
	}
	return p.BlockParser.Continue(n, reader, pc)
}

// mdxComment parses a comment of MDX, which stands between {/* and */}.
type mdxComment struct{}

func (mdxComment) Trigger() []byte { return []byte{'{'} }

func (mdxComment) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if !bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("{/*")) {
		return nil, parser.NoChildren
	}
	n := ast.NewBlockquote()
	n.SetAttributeString(fenceOf, bytes.Contains(line, []byte("*/")))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (mdxComment) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	if ended, _ := n.AttributeString(fenceOf); ended == true {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	n.SetAttributeString(fenceOf, bytes.Contains(line, []byte("*/")))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (mdxComment) Close(ast.Node, text.Reader, parser.Context) {}
func (mdxComment) CanInterruptParagraph() bool                 { return true }
func (mdxComment) CanAcceptIndentedLine() bool                 { return true }
