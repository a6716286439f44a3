package export_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"closenotify/engine/export"
	"closenotify/engine/script"
)

// markdownKinds are the elements that a transcript is made of.
const markdownKinds = " Document Heading Paragraph List ListItem TextBlock Text CodeSpan FencedCodeBlock Table TableHeader TableRow TableCell "

// transcript is what another parser of Markdown finds in a transcript.
type transcript struct {
	headings []string
	steps    int
	said     string // all texts, a blank between words
}

// readTranscript fails the test if the transcript has an element of another kind, such as a link.
func readTranscript(t *testing.T, name string, source []byte) transcript {
	t.Helper()
	var found transcript
	document := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser().Parse(text.NewReader(source))
	if err := ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if !strings.Contains(markdownKinds, " "+n.Kind().String()+" ") {
			return ast.WalkStop, fmt.Errorf("the element %s in\n%.3000s", n.Kind(), source)
		}
		switch n := n.(type) {
		case *ast.Heading:
			found.headings = append(found.headings, fmt.Sprintf("%d %s", n.Level, textOf(n, source)))
		case *ast.List:
			if n.IsOrdered() && n.Start != found.steps+1 {
				return ast.WalkStop, fmt.Errorf("a list begins with %d after step %d", n.Start, found.steps)
			}
		case *ast.ListItem:
			if n.Parent().(*ast.List).IsOrdered() {
				found.steps++
			}
		case *ast.Paragraph:
			found.said += textOf(n, source) + " "
		}
		return ast.WalkContinue, nil
	}); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return found
}

// textOf is the text of a paragraph or heading as a reader sees it.
func textOf(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if leaf, ok := c.(*ast.Text); ok {
			b.WriteString(unescaped(string(leaf.Segment.Value(source))))
			if leaf.SoftLineBreak() {
				b.WriteByte(' ')
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// unescaped is a text without the backslashes that Markdown takes away.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// TestMarkdown: the structure of a transcript depends on the steps alone, and all that the script says
// can be read.
func TestMarkdown(t *testing.T) {
	for name, src := range scripts(t, 200) {
		s, p := played(t, src)
		found := readTranscript(t, name, write(t, "md", p))
		if found.steps != len(p.Steps) {
			t.Errorf("%s: %d steps, want %d", name, found.steps, len(p.Steps))
		}
		title := strings.Join(strings.Fields(p.Title()), " ")
		if title == "" {
			title = "A TLS connection, step by step"
		}
		want := []string{"1 " + title}
		for i, peer := range []string{"client", "server"} {
			if s.Programs[i].Text != "" {
				want = append(want, "2 The "+peer+"'s program")
			}
		}
		want = append(want, "2 Steps", "2 At the end")
		if got := strings.Join(found.headings, "\n"); got != strings.Join(want, "\n") {
			t.Errorf("%s: got headings\n%s\nwant\n%s", name, got, strings.Join(want, "\n"))
		}
		for _, said := range notesOf(p) {
			if !strings.Contains(found.said, said) {
				t.Errorf("%s: %q is missing in\n%s", name, said, found.said)
			}
		}
	}
}

// notesOf lists the paragraphs of the script that are told.
func notesOf(p export.Played) (list []string) {
	notes := []string{p.Script.Outro}
	for _, step := range p.Steps {
		notes = append(notes, step.Note)
	}
	for _, note := range notes {
		told := script.Narration(note, p.History.World(0).Config())
		for _, paragraph := range strings.Split(told, "\n\n") {
			list = append(list, strings.Join(strings.Fields(paragraph), " "))
		}
	}
	return list
}

// TestMarkdownOfSteps: errors, late returns and what was not expected are said.
func TestMarkdownOfSteps(t *testing.T) {
	_, p := played(t, "client BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_shutdown => 1\nserver SSL_write 5\n")
	got := string(write(t, "md", p))
	for _, want := range []string{
		"2. `client SSL_read(5)`\n\n   Blocks.\n",
		"3. `server SSL_shutdown() → 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error)`\n\n   The client's call in step 2 returns 0, SSL_ERROR_ZERO_RETURN.",
		"   The script expected 1, got 0.\n",
		"4. `server SSL_write(5) → -1 SSL_ERROR_SSL`\n\n   The error queue says: protocol is shutdown.\n\n   - `error:0A0000CF:SSL routines::protocol is shutdown`\n",
		"| SSL_get_shutdown | RECEIVED | SENT |\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
