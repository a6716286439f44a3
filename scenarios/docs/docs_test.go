package docs

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/engine/document"
)

// TestMake: what is made of scripts and documents, and what is said of those that are wrong.
func TestMake(t *testing.T) {
	const shutdown = "client SSL_shutdown => 0\n"
	for _, tt := range []struct {
		r      Request
		wrong  string // remarks
		played bool
		has    []string // in the HTML of all blocks
	}{
		{Request{Line: 4, Text: "# A <b>title</b>\n#\n# Summary.\n\n# Note.\n" + shutdown + "# End.\n"}, "", true,
			[]string{`<div class="tls-shutdown"><figure>`, "data:image/svg", "A &lt;b&gt;title&lt;/b&gt;", "<p>Summary.</p>", "<li><p>Note.</p><code", "SSL_shutdown() → 0", "<p>End.</p>"}},
		{Request{Line: 4, Text: shutdown, Site: "https://h.example/x", Info: `step=1 theme=dark title="&quot;"`, Options: map[string]string{"mode": "play", "name": "n"}}, "", true,
			[]string{`<tls-shutdown link="2`, ` loading="click" title="&amp;quot;" mode="play" step="1" theme="dark">`, "</figure></tls-shutdown>"}},
		{Request{Line: 4, Text: "\n" + shutdown + "client SSL_shutdown => 1\n"}, "6: expected 1, got -1\n", true, nil},
		{Request{Line: 4, Text: "client SSL_shutdwn\n"}, "4: column 8: \"SSL_shutdwn\"", false, nil},
		{Request{Line: 4, Text: shutdown, Info: "step=2"}, "4: step=2: the script has only 1\n", false, nil},
		{Request{Line: 4, Text: shutdown, Options: map[string]string{"x": "1"}}, `4: there is no option "x"`, false, nil},
		{Request{Line: 4, Text: "program client\nint main(SSL *ssl) { return SSL_shutdwn(ssl); }\nend program\nrun\n"}, "5: column 29: ", false, nil},
		{Request{File: "a.md", Line: 10, Document: "```tls-shutdown\n" + shutdown + "```\n\n- ~~~tls-shutdown name=x\n  server SSL_write 5\n  ~~~\n"}, "", true, []string{"SSL_shutdown() → 0", "SSL_write(5) → 5"}},
		{Request{File: "a.md", Line: 10, Document: "```tls-shutdown\n" + shutdown + "client SSL_shutdown => 1\n```\n\n```tls-shutdown x=1\n```\n```tls-shutdown\nclient SSL_shutdown => 1\n```\n"},
			"12: expected 1, got -1\n15: there is no option \"x\"; options are controls, mode, name, step, theme, title\n18: expected 1, got 0\n", false, nil},
		{Request{File: "a.doc", Line: 1, Document: "x"}, "1: the format of this document is not known\n", false, nil},
	} {
		list, remarks, played := Make(tt.r)
		var wrong, html strings.Builder
		for _, remark := range remarks {
			fmt.Fprintf(&wrong, "%d: %s\n", remark.Line, remark.Text)
		}
		for _, made := range list {
			html.WriteString(made.HTML)
		}
		if !strings.HasPrefix(wrong.String(), tt.wrong) || (wrong.Len() > 0) != (tt.wrong != "") || played != tt.played || len(list) > 0 != (tt.wrong == "") {
			t.Errorf("%+v: %d blocks, played %v, wrong\n%swant\n%s", tt.r, len(list), played, &wrong, tt.wrong)
		}
		for _, text := range tt.has {
			if !strings.Contains(html.String(), text) {
				t.Errorf("%+v: no %s in\n%s", tt.r, text, &html)
			}
		}
	}
}

// TestPlaces: where blocks of a document begin and end, so that they can be replaced.
func TestPlaces(t *testing.T) {
	text := "```tls-shutdown\n```\n> ~~~tls-shutdown\n> client SSL_shutdown\n~~~\n~~~\n- ```tls-shutdown\n\ntext\n\n````tls-shutdown\n```\nclient SSL_shutdown\n"
	text = strings.Replace(text, "````tls-shutdown\n```\n", "````tls-shutdown\n", 1)
	list, wrong, _ := Make(Request{File: "a.md", Line: 1, Document: text})
	var got []string
	for _, made := range list {
		got = append(got, fmt.Sprint(made.Line, "-", made.End))
	}
	if want := []string{"1-2", "3-4", "7-8", "11-12"}; !slices.Equal(got, want) {
		t.Errorf("blocks are in lines %v, want %v; %v", got, want, wrong)
	}
}

// TestTranscript: the text for books and manual pages.
func TestTranscript(t *testing.T) {
	list, _, _ := Make(Request{Line: 1, Text: "program client\nint main(SSL *ssl)\n{\n\treturn 0;\n}\nend program\n\n# Note.\nclient next\nserver SSL_shutdown\n\n# End.\n"})
	want := "The client runs:\n\nint main(SSL *ssl)\n{\n\treturn 0;\n}\n\n\nNote.\n1. client next; ended with 0\n2. server SSL_shutdown() → 0 SSL_ERROR_SYSCALL; sent close_notify\n\nEnd.\n"
	if len(list) != 1 || list[0].Text != want {
		t.Errorf("got\n%+v\nwant\n%s", list, want)
	}
}

// TestOptionNames: the directive for Sphinx has all options.
func TestOptionNames(t *testing.T) {
	source, err := os.ReadFile("sphinx/tls_shutdown.py")
	if err != nil {
		t.Fatal(err)
	}
	if names := `("` + strings.Join(document.OptionNames, `", "`) + `")`; !strings.Contains(string(source), names) {
		t.Errorf("the extension has not the options %s", names)
	}
}
