// Package document finds the scripts that stand in documents, so that a document can be
// checked: in Markdown fenced code blocks,
//
//	```tls-shutdown step=3
//	client SSL_shutdown => 0
//	```
//
// and in reStructuredText directives:
//
//	.. tls-shutdown::
//	   :step: 3
//
//	   client SSL_shutdown => 0
//
// A block may stand wherever the format allows one: in a list, a quotation, an
// admonition. Text that only looks like a block, because it is in a comment or in
// another code block, is not one. Each block is one script.
package document

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Word is the info string of a fenced block, and the name of a directive.
const Word = "tls-shutdown"

// MaxLength is how many bytes of a document are read.
const MaxLength = 4 << 20

// A Block is a script in a document.
type Block struct {
	Line    int               // of the fence or the directive, from 1
	End     int               // its last line, in Markdown that of the closing fence
	Name    string            // of the option name, or else its number in the document, from 1
	Options map[string]string // what the author set, see OptionNames
	Text    string            // of the script, without what the document puts before each line
	First   int               // the line of the document at which Text begins
	// Columns has, for each line of Text, how many characters the document has before it.
	Columns []int
}

// An Error says what is wrong with a document.
type Error struct {
	Line int // from 1
	What string
}

// Error is "line 3: …".
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.What) }

// Found is what a document has.
type Found struct {
	Blocks []Block
	Errors []*Error // blocks that cannot be read, in order
	// Passed are the lines that look like the beginning of a block but are text or
	// another kind of code to the format, as an indented code block is.
	Passed []int
}

// finders read each format. The key is the extension of the file's name.
var finders = map[string]func([]byte) Found{
	".md": markdown, ".markdown": markdown, ".mdx": mdx, ".rst": restructured,
}

// Is reports whether a file with this name is a document whose format is known.
func Is(name string) bool {
	return finders[extension(name)] != nil
}

// Find finds the blocks of a document. Its name says which format it has, see Is. An
// error is an *Error: the document is too long, or its format is unknown.
func Find(name string, text []byte) (Found, error) {
	find := finders[extension(name)]
	if find == nil {
		return Found{}, &Error{1, "the format of this document is not known"}
	}
	if len(text) > MaxLength {
		return Found{}, &Error{1, fmt.Sprintf("the document has %d bytes, more than %d", len(text), MaxLength)}
	}
	found := find(bytes.TrimPrefix(text, []byte("\ufeff")))
	found.nameBlocks()
	slices.SortFunc(found.Errors, func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) })
	return found, nil
}

// extension is the end of a file's name, in small letters.
func extension(name string) string {
	return strings.ToLower(filepath.Ext(name))
}

// nameBlocks gives each block its name. Two blocks with one name are an error.
func (f *Found) nameBlocks() {
	slices.SortFunc(f.Blocks, func(a, b Block) int { return cmp.Compare(a.Line, b.Line) })
	lines := map[string]int{}
	for i := range f.Blocks {
		b := &f.Blocks[i]
		b.Name = cmp.Or(b.Options["name"], fmt.Sprint(i+1))
		if first := lines[b.Name]; first != 0 {
			f.Errors = append(f.Errors, &Error{b.Line, fmt.Sprintf("the block in line %d has the name %s, too", first, b.Name)})
		}
		lines[b.Name] = b.Line
	}
}
