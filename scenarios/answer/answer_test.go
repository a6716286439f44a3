package answer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// link is that of the tests.
const link = "https://example.org/#2Aa.3"

// written is the answer for the text of a script.
func written(t *testing.T, src string) string {
	t.Helper()
	s, err := script.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	var programs compile.Cache
	answer, err := Markdown(s, link, programs.Start)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// blocks are the blocks of the answer, as another parser of Markdown finds them: a kind and a text
// each.
func blocks(t *testing.T, answer string) (list []string) {
	t.Helper()
	source := []byte(answer)
	document := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	for n := document.FirstChild(); n != nil; n = n.NextSibling() {
		var b strings.Builder
		_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := n.(type) {
			case *ast.Text:
				b.Write(n.Segment.Value(source))
			case *ast.Link:
				fmt.Fprintf(&b, "[%s] ", n.Destination)
			case *ast.FencedCodeBlock:
				b.Write(n.Lines().Value(source))
			case *ast.CodeSpan, *ast.Emphasis, *ast.Paragraph, *ast.List, *ast.ListItem, *ast.TextBlock:
			default:
				fmt.Fprintf(&b, "<%s>", n.Kind())
			}
			return ast.WalkContinue, nil
		})
		list = append(list, n.Kind().String()+" "+b.String())
	}
	return list
}

// has reports whether a block begins and goes on with these texts.
func has(list []string, begin, contains string) bool {
	for _, b := range list {
		if strings.HasPrefix(b, begin) && strings.Contains(b, contains) {
			return true
		}
	}
	return false
}

func TestStates(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		want [][2]string // blocks: how they begin, and what is in them
		not  string
	}{
		"nothing": {"", [][2]string{{"Paragraph With OpenSSL", "no step has been taken"}, {"Paragraph OpenSSL ", "(all releases do the same)"}}, "What to do"},
		"no error": {"client SSL_write 5\nserver SSL_read 10", [][2]string{
			{"Paragraph With OpenSSL", "step 2: server SSL_read(10) → 5"}, {"Paragraph OpenSSL ", "(all releases do the same)"}, {"Paragraph The rule", ""},
			{"FencedCodeBlock ", "SSL_read(10) → 5"}}, "then:"},
		"releases differ": {"server SSL_write 5\ns2c fin\nclient SSL_read 10\nclient SSL_read 10\nclient SSL_free", [][2]string{
			{"Paragraph With OpenSSL", "step 4: client SSL_read(10) → 0 SSL_ERROR_SSL (unexpected eof while reading)"},
			{"Paragraph OpenSSL " + patch(t, "openssl-1.1.1"), "the same up to step 3, then:"},
			{"FencedCodeBlock   4  client SSL_read(10) → 0 SSL_ERROR_SYSCALL", ""},
			{"FencedCodeBlock case SSL_ERROR_SSL:", ""},
			{"List ", "rfc-editor.org"}, {"Paragraph What to do", ""}}, "all releases"},
		"a program": {"program client\nint main(SSL *ssl)\n{\n    char b[3];\n    return SSL_read(ssl, b, 3);\n}\nend program\ns2c fin\nrun", [][2]string{
			{"FencedCodeBlock program client", "SSL_read(ssl, b, 3)"}, {"Paragraph With OpenSSL", "unexpected eof while reading"}}, ""},
		"a blocked peer": {"client BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_write 3", [][2]string{
			{"Paragraph With OpenSSL", "step 3"}, {"FencedCodeBlock ", "SSL_read(5) blocks"}, {"FencedCodeBlock ", "client's call in step 2"}}, "deadlock"},
		"a blocked call fails": {"client BIO_set_nbio 0\nclient SSL_read 5\ns2c fin\nserver SSL_peek 3", [][2]string{
			{"Paragraph With OpenSSL", "step 3: s2c fin"}}, ""},
		"a deadlock": {"client BIO_set_nbio 0\nserver BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_read 5", [][2]string{
			{"Paragraph With OpenSSL", "step 4: server SSL_read(5) blocks; deadlock"}, {"Paragraph Never let both", ""}}, ""},
		"half done is not an error": {"server SSL_shutdown\nclient SSL_read 5\nclient SSL_shutdown", [][2]string{{"Paragraph With OpenSSL", "SSL_ERROR_ZERO_RETURN"}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			list := blocks(t, written(t, c.src))
			for _, w := range append(c.want, [2]string{"Paragraph The script", ""}, [2]string{"FencedCodeBlock ", ""}, [2]string{"Paragraph [" + link + "] ", "Step through it"}) {
				if c.src == "" && w[0] == "FencedCodeBlock " {
					continue
				}
				if !has(list, w[0], w[1]) {
					t.Errorf("no %q with %q in\n%s", w[0], w[1], strings.Join(list, "\n"))
				}
			}
			if c.not != "" && has(list, "", c.not) {
				t.Errorf("%q in\n%s", c.not, strings.Join(list, "\n"))
			}
		})
	}
}

// patch is the exact version that was recorded for a profile.
func patch(t *testing.T, profile string) string {
	p, ok := engine.ProfileNamed(profile)
	if !ok {
		t.Fatal(profile)
	}
	return p.Patch
}

// TestHostileTexts: whatever stands in the script is in its block, and nothing else is there.
func TestHostileTexts(t *testing.T) {
	plain := len(blocks(t, written(t, "# Title\n\nclient SSL_shutdown\n")))
	for _, evil := range []string{
		"```", "``` </pre>", "`````````` `", "~~~", "</details><script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://x/y.png)",
		"\u202e reversed", "@somebody #12", "<!-- -->", "<img src=x>", "\t```\t", "```\u200b", "    ```",
	} {
		answer := written(t, "# "+evil+"\n# "+evil+"\n\n# "+evil+"\nclient SSL_shutdown\n# "+evil+"\n")
		list := blocks(t, answer)
		if len(list) != plain {
			t.Errorf("%q: %d blocks, not %d:\n%s", evil, len(list), plain, strings.Join(list, "\n"))
		}
		for i, b := range list {
			if strings.Contains(b, "<") && !strings.HasPrefix(b, "FencedCodeBlock ") {
				t.Errorf("%q: block %d is %s", evil, i, b)
			}
		}
		if strings.ContainsFunc(answer, func(c rune) bool { return c != '\n' && script.IsHidden(c) }) {
			t.Errorf("%q: hidden characters in\n%s", evil, answer)
		}
	}
	printing := "program client\nint main(SSL *ssl)\n{\n    printf(\"```\\n# x\\n<b>\");\n    return SSL_shutdown(ssl);\n}\nend program\nrun\n"
	for i, b := range blocks(t, written(t, printing)) {
		if strings.HasPrefix(b, "Heading") || strings.HasPrefix(b, "HTMLBlock") {
			t.Errorf("block %d: %s", i, b)
		}
	}
}

func TestHostileLinks(t *testing.T) {
	for _, link := range []string{"https://example.org/#2>", "https://example.org/ x", "a\nb", "<a", "\u202e", `\`} {
		if answer, err := Markdown(script.Script{}, link, compile.Start); err == nil {
			t.Errorf("%q: %s", link, answer)
		}
	}
}

func TestAProgramThatIsRefused(t *testing.T) {
	s, err := script.Parse("program client\nint main(SSL *ssl) { goto }\nend program\nrun\n")
	if err != nil {
		t.Fatal(err)
	}
	if answer, err := Markdown(s, "", compile.Start); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v, %s", err, answer)
	}
}

// TestLength: an answer fits into a comment on GitHub, however long the script is.
func TestLength(t *testing.T) {
	src := "s2c fin\n" + strings.Repeat("# A long narration of this step, which says nothing.\nclient SSL_read 10\nserver SSL_write 3\n", 3000)
	answer := written(t, src)
	if len(answer) > 65536 || !strings.Contains(answer, "more lines)") {
		t.Errorf("%d bytes", len(answer))
	}
}
