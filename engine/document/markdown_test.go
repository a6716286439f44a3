package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shown are the blocks that were found, a line each, then errors and lines passed over.
func shown(f Found) string {
	var b strings.Builder
	for _, block := range f.Blocks {
		fmt.Fprintf(&b, "%d %s %v %d %q %v\n", block.Line, block.Name, block.Options, block.First, block.Text, block.Columns)
	}
	for _, err := range f.Errors {
		fmt.Fprintln(&b, err)
	}
	if f.Passed != nil {
		fmt.Fprintln(&b, "passed", f.Passed)
	}
	return b.String()
}

const mark = "```"

// TestMarkdown: blocks in all places of CommonMark and MDX where they can stand, with the
// lines and columns of the document, and texts that only look like blocks.
func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a.md", "text\n" + mark + "tls-shutdown\nclient SSL_shutdown\n" + mark + "\n", "2 1 map[] 3 \"client SSL_shutdown\\n\" [0]\n"},
		{"a.MARKDOWN", "\ufeff~~~~ tls-shutdown step=3 title=\"A b\" name=x\r\na\r\n~~~\r\nb\r\n~~~~~\r\n", "1 x map[name:x step:3 title:A b] 2 \"a\\r\\n~~~\\r\\nb\\r\\n\" [0 0 0]\n"},
		{"a.md", "- item\n\n  " + mark + "tls-shutdown\n  a\n    b\n\n  c\n  " + mark + "\n", "3 1 map[] 4 \"a\\n  b\\n\\nc\\n\" [2 2 0 2]\n"},
		{"a.md", "1.  > " + mark + "tls-shutdown\n    > ä\n", "1 1 map[] 2 \"ä\\n\" [6]\n"},
		{"a.md", "   " + mark + "tls-shutdown\n   a\n  b\n    c\n", "1 1 map[] 2 \"a\\nb\\n c\\n\" [3 2 3]\n"},
		{"a.md", "---\nx: |\n  " + mark + "tls-shutdown\n---\n" + mark + "tls-shutdown\na\n", "5 1 map[] 6 \"a\\n\" [0]\n"},
		{"a.md", mark + "`\n" + mark + "tls-shutdown\n" + mark + "\n" + mark + "`\n", ""},
		{"a.md", "<!--\n" + mark + "tls-shutdown\n-->\n", ""},
		{"a.md", "    " + mark + "tls-shutdown\n    a\n", "passed [1]\n"},
		{"a.md", "<div>\n" + mark + "tls-shutdown\n\n" + mark + "tls-shutdown\na\n", "4 1 map[] 5 \"a\\n\" [0]\npassed [2]\n"},
		{"a.md", "text\n    " + mark + "tls-shutdown\n", "passed [2]\n"},
		{"a.md", mark + "tls-shutdowns\n" + mark + "\n" + mark + "TLS-shutdown\n" + mark + "\n" + mark + "text tls-shutdown\n" + mark + "\n" + mark + "\n" + mark + "\n", ""},
		{"a.md", mark + "tls-shutdown\n" + mark, "1 1 map[] 2 \"\" []\n"},
		{"a.md", "!!! note \"Title\"\n\n    text\n\n    " + mark + "tls-shutdown\n    a\n    " + mark + "\n\n" + mark + "tls-shutdown\nb\n", "5 1 map[] 6 \"a\\n\" [4]\n9 2 map[] 10 \"b\\n\" [0]\n"},
		{"a.md", "=== \"Tab\"\n    ??? tip\n        " + mark + "tls-shutdown\n        a\n", "3 1 map[] 4 \"a\\n\" [8]\n"},
		{"a.md", "Title\n===\n!!! \n    " + mark + "tls-shutdown\n", "passed [4]\n"},
		{"a.md", mark + "tls-shutdown step=x\n" + mark + "\n" + mark + "tls-shutdown {1,3}\n" + mark + "\n" + mark + "tls-shutdown a=1\n" + mark + "\n" + mark + "tls-shutdown name=1\n" + mark + "\n" + mark + "tls-shutdown step=1 step=2\n" + mark + "\n" + mark + "tls-shutdown title=\"x\n" + mark + "\n",
			"line 1: step=\"x\": expected how many steps have been taken, a number from 0\nline 3: \"{1,3}\": expected an option, such as step=3\nline 5: there is no option \"a\"; options are controls, mode, name, step, theme, title\n" +
				"line 7: name=\"1\": expected letters, digits, - and _, and not digits alone\nline 9: the option step was given before\nline 11: title: a closing \" is missing\n"},
		{"a.md", mark + "tls-shutdown name=x\n" + mark + "\n" + mark + "tls-shutdown name=x\n" + mark + "\n", "1 x map[name:x] 2 \"\" []\n3 x map[name:x] 4 \"\" []\nline 3: the block in line 1 has the name x, too\n"},
		{"a.mdx", "<Tabs>\n    <TabItem>\n        " + mark + "tls-shutdown\n        a\n        " + mark + "\n    </TabItem>\n</Tabs>\n", "3 1 map[] 4 \"a\\n\" [8]\n"},
		{"a.mdx", "{/*\n" + mark + "tls-shutdown\na\n" + mark + "\n*/}\n{/* x */}\n" + mark + "tls-shutdown\nb\n", "7 1 map[] 8 \"b\\n\" [0]\n"},
	} {
		f, err := Find(tt.name, []byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := shown(f); got != tt.want {
			t.Errorf("%s\n%s\nfound\n%swant\n%s", tt.name, tt.text, got, tt.want)
		}
	}
}

// TestFindRefuses: documents that are not read.
func TestFindRefuses(t *testing.T) {
	for name, text := range map[string][]byte{"a.txt": nil, "a.md": make([]byte, MaxLength+1)} {
		if _, err := Find(name, text); err == nil {
			t.Errorf("%s with %d bytes is read", name, len(text))
		}
	}
	for name, want := range map[string]bool{"a.md": true, "A.RST": true, "a.mdx": true, "a.markdown": true, "a.txt": false, "md": false} {
		if Is(name) != want {
			t.Errorf("Is(%q) is %v", name, !want)
		}
	}
}

// FuzzMarkdown: no document makes the reader fail, and each line of a block is one of the
// document.
func FuzzMarkdown(f *testing.F) {
	for _, file := range []string{"../../README.md", "../../CHANGELOG.md"} {
		text, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("- > ~~~ tls-shutdown\n  > \ta\n{/* ~~~\n!!! note\n\n\t~~~tls-shutdown\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if strings.Contains(string(text), "\r") {
			t.Skip("a line break of another kind")
		}
		checkPlaces(t, "a.md", text)
		checkPlaces(t, "a.mdx", text)
	})
}
