package script

import (
	"reflect"
	"strings"
	"testing"

	"closenotify/engine"
)

const withPrograms = `# Two programs

version tls1.2

program client
#include <stdio.h> /* no comment of a script */
---
version tls1.3
int main(SSL *ssl)	{ return 0; }   

client SSL_shutdown
 end program
end program # too much
end program

program server
void f(SSL *s) {}
end program

# They run.
client next
server timeout
run # to the end
client SSL_read 5
`

// TestProgramsAreKept: their text verbatim, where it stands, and what is around it.
func TestProgramsAreKept(t *testing.T) {
	for _, src := range []string{withPrograms, strings.ReplaceAll(withPrograms, "\n", "\r\n")} {
		s, err := Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Split(withPrograms, "\n")
		if got, want := s.Programs[engine.Client], (Program{strings.Join(text[5:13], "\n") + "\n", 6}); got != want {
			t.Errorf("the client's is %+v, want %+v", got, want)
		}
		if got, want := s.Programs[engine.Server], (Program{"void f(SSL *s) {}\n", 17}); got != want {
			t.Errorf("the server's is %+v, want %+v", got, want)
		}
		want := []Step{
			{Op: engine.Op{Verb: engine.VerbNext}, Note: "They run.", Line: 21},
			{Op: engine.Op{Verb: engine.VerbTimeout, Role: engine.Server}, Line: 22},
			{Run: true, Note: "to the end", Line: 23},
			{Op: engine.Op{Verb: engine.VerbRead, N: 5}, Line: 24},
		}
		if !reflect.DeepEqual(s.Steps, want) {
			t.Errorf("the steps are %+v", s.Steps)
		}
		if got := strings.Replace(s.String(), "\n# to the end\nrun\n", "run # to the end\n", 1); got != withPrograms {
			t.Errorf("String gives\n%s", got)
		}
		if r := Read(src); r.Wrong > 0 || len(r.Rewrites) > 0 || !reflect.DeepEqual(r.Script, s) {
			t.Errorf("Read gives %+v", r)
		}
	}
}

// TestProgramsInOddPlaces: without steps, directives or a title, after a caption, and with
// comments around them.
func TestProgramsInOddPlaces(t *testing.T) {
	for typed, want := range map[string]string{
		"program client\nx\nend program":                                 "program client\nx\nend program\n",
		"  program\t server # why\n\nend program\n":                      "# why\n\nprogram server\n\nend program\n",
		"# a\nprogram client\nx\nend program\nrun":                       "# a\n\nprogram client\nx\nend program\n\nrun\n",
		"program client\nx\r\r\nend program\r\nclient next => 0":         "program client\nx\nend program\n\nclient next => 0\n",
		"program server\nx\nend program\nprogram client\ny\nend program": "program client\ny\nend program\n\nprogram server\nx\nend program\n",
	} {
		s, err := Parse(typed)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		again, err := Parse(s.String())
		if s.String() != want || err != nil || again.String() != want {
			t.Errorf("%q becomes %q, and that %q, %v; want %q", typed, s, again, err, want)
		}
	}
}

// TestProgramsRefused: each error with its place, and nothing of the text counts as wrong
// lines.
func TestProgramsRefused(t *testing.T) {
	const good = "program client\nx\nend program\n"
	for src, want := range map[string]string{
		" program \nx\nend program\n":                    `line 1, column 9: expected client or server after program`,
		"program  clinet\nx\nend program\n":              `line 1, column 10: "clinet": expected client or server after program`,
		"program client int\nx\nend program\n":           `line 1, column 9: "client int": expected client or server after program`,
		"client next\n program client\nx\nend program\n": `line 2, column 2: "program client": programs must come before the first step`,
		good + good:               `line 4, column 1: "program client": this peer's program was given before`,
		good + "version tls1.2\n": `line 4, column 1: "version tls1.2": directives must come before the programs`,
		"\n program client # c\nx\n end program\n":                                      `line 2, column 2: "program client": the program has no line "end program"`,
		"program client\nend program\n":                                                 `line 2, column 1: "end program": the program has no text`,
		"program client\nx\n\xff\ny\xff\nend program\n":                                 `line 3, column 1: the line is not UTF-8`,
		"program client\n\n" + strings.Repeat("x", MaxProgram-1) + "\ny\nend program\n": `line 3, column 1: the program has more than 65536 bytes`,
		"client run\n":          `line 1, column 8: "run": expected a call, such as SSL_shutdown`,
		"c2s next\n":            `line 1, column 5: "next": expected a step of the network, such as hold`,
		"client next 5\n":       `line 1, column 13: "5": expected nothing after next`,
		"run  => 1\n":           `line 1, column 6: "=> 1": expected nothing after run`,
		"server timeout => 0\n": `line 1, column 18: timeout returns nothing, so nothing can be expected of it`,
	} {
		_, err := Parse(src)
		r := Read(src)
		if err == nil || !strings.HasPrefix(err.Error(), want) || r.Wrong != 1 || r.Errors[0].Error() != err.Error() {
			t.Errorf("%.40q: %v, and Read has %v; want %s", src, err, r.Errors, want)
		}
	}
	if _, err := Parse("program client\n" + strings.Repeat("x", MaxProgram-1) + "\nend program\n"); err != nil {
		t.Errorf("the longest program: %v", err)
	}
}

// TestProgramsRewritten: how else people write the line that begins a program. Its text
// stays as it is.
func TestProgramsRewritten(t *testing.T) {
	r := Read("Program Client:\nSSL_read(client, 5);\nend program\nRun();\nClient: next;")
	if got := r.Rewritten("Program Client:\nSSL_read(client, 5);\nend program\nRun();\nClient: next;"); r.Wrong > 0 || got != "program client\nSSL_read(client, 5);\nend program\nrun\nclient next" {
		t.Errorf("%q, %v", got, r.Errors)
	}
}
