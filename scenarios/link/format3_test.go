package link

import (
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/programs"
)

// packed is a link of format 3 with that text, whatever is in it.
func packed(text string) string {
	link := "3" + string(appendNumber(nil, len(text))) + pack(text)
	return link + checkDigits(link, 0)
}

// TestProgramsRoundTrip: scripts with programs come out of their links as they went in, but for
// the step run.
func TestProgramsRoundTrip(t *testing.T) {
	for name, text := range programScripts(t) {
		if strings.HasPrefix(name, "starter") && !strings.HasSuffix(name, "-1.txt") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			s := unrolled(t, mustParse(t, text))
			link := checkRoundTrip(t, s, len(s.Steps)/2)
			if got := link[1] == sectionScript; got != s.HasPrograms() {
				t.Errorf("%.40s has section Z: %v", link, got)
			}
			if runs := mustEncode(t, mustParse(t, text), len(s.Steps)/2); runs != link {
				t.Errorf("with the step run it is\n%s, without it\n%s", runs, link)
			}
		})
	}
}

// TestProgramsStayVerbatim: blanks at ends of lines, tabs and what looks like a script are kept.
func TestProgramsStayVerbatim(t *testing.T) {
	for _, text := range []string{
		"int main(SSL *ssl) { \t\n\n\n\t/* client next # \u202e é */ \v return 0; }  \n\n",
		"/*\n---\n end program\nend program \n*/\n#define N 1\nint main(SSL *ssl) { return N; }\n",
		"int main(SSL *ssl) { return '\x01'; /* a\rb */ }\n",
	} {
		s := mustParse(t, "# Title\n\nprogram server\n"+text+"end program\n\n# note\nserver next => 0\n# the end\n")
		if s.Programs[engine.Server].Text != text {
			t.Fatalf("the script has %q", s.Programs[engine.Server].Text)
		}
		checkRoundTrip(t, s, 1)
		link, err := decode(mustEncode(t, s, 0))
		if err != nil || link.Script.Programs[engine.Server].Text != text {
			t.Errorf("%v, %q", err, link.Script.Programs[engine.Server].Text)
		}
	}
}

// TestLengthsOfPrograms prints how long links with programs are, and holds the budgets.
func TestLengthsOfPrograms(t *testing.T) {
	check := func(what string, s script.Script, most int) {
		t.Helper()
		n := len(mustEncode(t, s, 0))
		t.Logf("%-40s %4d characters for %5d bytes, at most %d", what, n, len(s.String()), most)
		if n > most {
			t.Errorf("%s: %d characters, at most %d", what, n, most)
		}
	}
	for _, p := range programs.All() {
		s := mustParse(t, "# "+p.Title+"\n\nprogram client\n"+p.Text+"end program\n\nclient next\nserver SSL_read 100\nclient next\n")
		check(p.Name, s, 48)
	}
	texts := programScripts(t)
	check("a close of 40 lines of somebody else", mustParse(t, texts["recommended-close.txt"]), 300)
	check("a loop of 12 lines that spins", mustParse(t, strings.Replace(texts["until-one.txt"], "server SSL_shutdown\n", "", 1)), 140)
}

// TestOldLinksWithPrograms: every link with a program that was ever given out stays readable, as
// the script with that check sum. Never change a line.
func TestOldLinksWithPrograms(t *testing.T) {
	list, err := os.ReadFile("testdata/programs.txt")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for line := range strings.Lines(string(list)) {
		words := strings.Fields(line)
		if words[0] == "#" {
			continue
		}
		link, err := decode(words[0])
		if err != nil {
			t.Errorf("%s: %v", words[0], err)
			continue
		}
		if sum := fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(link.Script.String()))); sum != words[1] || link.Changed {
			t.Errorf("%s: its script has the sum %s, it was %s; changed %v", words[0], sum, words[1], link.Changed)
		}
		read++
	}
	if read < 10 {
		t.Errorf("only %d links were read", read)
	}
}

// TestLinksOfProgramsNeedCodes: without them the script is read, and not played.
func TestLinksOfProgramsNeedCodes(t *testing.T) {
	s := mustParse(t, "profile openssl-3.6\nprogram client\nint main(SSL *ssl) { return SSL_shutdown(ssl); }\nend program\n\nclient next\nclient next\n")
	text := mustEncode(t, s, 1)
	link, err := Decode(shipped, text, script.Codes{})
	missing, ok := errors.AsType[script.NotCompiled](err)
	if !ok || len(missing) != 1 || missing[0].Text != s.Programs[engine.Client].Text || link.Script.String() != s.String() || link.Step != 1 || link.Path != nil {
		t.Fatalf("%v, step %d of\n%s", err, link.Step, link.Script)
	}
	refused := script.Codes{}.With(missing[0], script.Compiled{Errors: []script.CompileError{{Line: 1, Column: 5, Text: "main", Want: "another name"}}})
	link, err = Decode(shipped, text, refused)
	if list, ok := errors.AsType[script.ProgramErrors](err); !ok || len(list) != 1 || list[0].Line != 4 || link.Script.String() != s.String() {
		t.Errorf("%v, want an error in line 4 of\n%s", err, link.Script)
	}
	if _, err := Encode(shipped, s, 0, script.Codes{}); !lacksCode(err) {
		t.Errorf("Encode without codes: %v", err)
	}
}

// TestLinkKnowsWhatProgramsDid: another output, exit or late return is another outcome.
func TestLinkKnowsWhatProgramsDid(t *testing.T) {
	const text = "program client\nint main(SSL *ssl)\n{\n    puts(\"a\");\n    SSL_shutdown(ssl);\n    return 3;\n}\nend program\n\nclient next\nclient next\n"
	link := mustEncode(t, mustParse(t, text), 0)
	_, err := Decode(shipped, link, script.Codes{})
	missing, ok := errors.AsType[script.NotCompiled](err)
	if !ok {
		t.Fatal(err)
	}
	unit := missing[0]
	for old, other := range map[string]string{"3;": "4;", `"a"`: `"b"`, "return 3": "abort()", "SSL_shutdown(ssl)": "SSL_read(ssl, 0, 0)", "return": "return "} {
		// The code is that of another text, as if the compiler or the machine had changed.
		codes := script.Codes{}.With(unit, compile.Unit(script.TranslationUnit{Text: strings.Replace(unit.Text, old, other, 1), Release: unit.Release}))
		got, err := Decode(shipped, link, codes)
		if want := other != "return "; err != nil || got.Changed != want {
			t.Errorf("with %s for %s: changed %v, %v", other, old, got.Changed, err)
		}
	}
}

// TestProgramsThatRunTooLong are read and not played.
func TestProgramsThatRunTooLong(t *testing.T) {
	s := mustParse(t, "program client\nint main(SSL *ssl)\n{\n    while (1) {\n        for (int i = 0; i < 2000000; i++)\n            ;\n        SSL_shutdown(ssl);\n    }\n}\nend program\n\n"+strings.Repeat("client next\n", 60))
	if link, err := decode(packed(s.String())); !errors.Is(err, ErrTooLong) || link.Script.String() != s.String() {
		t.Errorf("%v, %d steps", err, len(link.Script.Steps))
	}
}

// TestBadPrograms are refused though the check sum fits.
func TestBadPrograms(t *testing.T) {
	const program = "program client\nint main(SSL *ssl) { return 0; }\nend program\n"
	huge := string(appendNumber(nil, maxScript+1))
	for _, c := range []struct{ name, link, want string }{
		{"nothing", "3", damaged},
		{"no program", packed("client next\n"), damaged},
		{"the step run", packed(program + "\nrun\n"), damaged},
		{"a program that is not UTF-8", packed("program client\nint main(SSL *ssl) { return '\xff'; }\nend program\n"), newer},
		{"a program of more than 64 KiB", packed("program client\n" + strings.Repeat("//\n", script.MaxProgram/3+1) + "end program\n"), newer},
		{"a program without end", packed("program client\nint x;\n"), newer},
		{"what is no script", packed("hello\n"), newer},
		{"more steps than a link holds", packed(program + "\n" + strings.Repeat("client next\n", maxSteps+1)), newer},
		{"a script of more than 16 KiB", "3" + huge + checkDigits("3"+huge, 0), newer},
		{"a length that is cut", "3g" + checkDigits("3g", 0), damaged},
		{"zeros at the end", "3" + string(appendNumber(nil, 3)) + pack("run") + "A" + checkDigits("3"+string(appendNumber(nil, 3))+pack("run")+"A", 0), damaged},
	} {
		link, err := decode(c.link)
		if err == nil || !strings.Contains(err.Error(), c.want) || link.Path != nil {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := decode("t.run"); err == nil || !strings.Contains(err.Error(), "cannot hold a program") {
		t.Errorf("a readable link with run: %v", err)
	}
	if _, err := EncodeReadable(mustParse(t, program), 0); err == nil || !strings.Contains(err.Error(), "cannot hold a program") {
		t.Errorf("a readable link with a program: %v", err)
	}
}

// TestProgramsThatAreTooLong for a link are refused by a clear error.
func TestProgramsThatAreTooLong(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	text := "program client\nint main(SSL *ssl) { return 0; }\n"
	for range 760 {
		text += "int x" + strconv.FormatUint(random.Uint64(), 36) + ";\n"
	}
	if _, err := encode(mustParse(t, text+"end program\n"), 0); err == nil || !strings.Contains(err.Error(), "8192 characters") {
		t.Errorf("%v", err)
	}
	huge := mustParse(t, "program client\n"+strings.Repeat("// nothing\n", maxScript/10)+"int main(SSL *ssl) { return 0; }\nend program\n")
	if _, err := encode(huge, 0); err == nil || !strings.Contains(err.Error(), "at most 16384 bytes") {
		t.Errorf("%v", err)
	}
	long := mustParse(t, "program client\n"+strings.Repeat("// a line that says nothing\n", 580)+"int main(SSL *ssl) { return 0; }\nend program\n")
	checkRoundTrip(t, long, 0)
}

// TestDamagedPrograms: each character of a link counts.
func TestDamagedPrograms(t *testing.T) {
	good := mustEncode(t, mustParse(t, programScripts(t)["one-call.txt"]), 0)
	for i := 1; i < len(good); i++ {
		for _, c := range []byte{'A', 'b', '9', '_'} {
			if bad := good[:i] + string(c) + good[i+1:]; bad != good {
				if _, err := Decode(shipped, bad, script.Codes{}); err == nil || lacksCode(err) {
					t.Errorf("character %d can be %c", i+1, c)
				}
			}
		}
	}
}
