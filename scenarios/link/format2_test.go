package link

import (
	"encoding/base64"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

// sealed is a link of format 2 with these sections and that digest.
func sealed(sections string, digest uint16) string {
	text := "2" + sections
	return text + checkDigits(text, digest)
}

// section is one section of a link.
func section(name byte, text string) string {
	return string(appendNumber([]byte{name}, len(text))) + text
}

// text is a text as section T has it, so many texts after the one before.
func text(passed int, s string) string {
	s = base64.RawURLEncoding.EncodeToString([]byte(s))
	return string(appendNumber(appendNumber(nil, passed), len(s))) + s
}

// TestFormatIsAsDocumented spells links out, so that another implementation has examples.
func TestFormatIsAsDocumented(t *testing.T) {
	for _, c := range []struct{ script, sections string }{
		{"", ""},
		{"client SSL_shutdown\n", "SCBA"},
		{"server SSL_shutdown\nc2s hold\ns2c hold\n", "SEDQgw"},
		{"client SSL_read 100\nserver SSL_read 100\n", "SDCBR"},
		{"client SSL_write 10\nserver SSL_write 10\nclient SSL_write 11\n", "SGDKLSKM"},
		{"c2s deliver all\ns2c deliver all\n", "SECpAx"},
		{"client SSL_clear\nserver keep_errors on\n", "SGCHCfIC"},
		{"profile openssl-3.6\n", "CBC"},
		{"version tls1.2\nstart before\ntransport bio-pair 100\n", "CGABCBkD"},
		{"# é\n\nclient SSL_shutdown\n", "SCBA" + "TFADw6k"},
		{"# n\nclient SSL_shutdown\n", "SCBA" + "TEBCbg"},
		{"client SSL_shutdown => 0\n", "SCBA" + "eEACMA"},
	} {
		link := mustEncode(t, mustParse(t, c.script), 0)
		body := link[1 : len(link)-checkLength]
		if sections, ok := splitSections(body); ok {
			body = strings.Replace(body, section(sectionOutcomes, sections[sectionOutcomes]), "", 1)
		}
		if body != c.sections {
			t.Errorf("%q has the sections %s, want %s", c.script, body, c.sections)
		}
	}
}

// TestNumbers from the smallest to the largest, and other ways to write them.
func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "A", 3: "D", 31: "f", 32: "gB", 100: "kD", 1023: "_f", 1024: "ggB", 1<<31 - 1: "______B"} {
		if got := string(appendNumber(nil, n)); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
		if d := (digits{text: want}); d.number() != n || d.bad || d.text != "" {
			t.Errorf("%s is read as another number than %d", want, n)
		}
	}
	for _, text := range []string{"", "g", "gA", "ggA", "______C", "gggggggB", "%"} {
		if d := (digits{text: text}); d.number() != 0 && !d.bad || !d.bad {
			t.Errorf("%s is a number", text)
		}
	}
}

// TestDifferencesRoundTrip changes shipped scenarios in all ways, at random.
func TestDifferencesRoundTrip(t *testing.T) {
	ops := everyOp(t)
	differences := 0
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 2))
		list := withoutPrograms()
		s := list[random.IntN(len(list))].Script
		s.Steps, s.Intro = slices.Clone(s.Steps), slices.Clone(s.Intro)
		for range random.IntN(4) {
			at := random.IntN(len(s.Steps) + 1)
			switch last := at == len(s.Steps); {
			case random.IntN(2) == 0:
				s.Steps = slices.Insert(s.Steps, at, script.Step{Op: ops[random.IntN(len(ops))]})
			case random.IntN(8) == 0:
				s.Config.Version = engine.TLS12
			case random.IntN(8) == 0:
				s.Intro = []string{"Mine"}
			case random.IntN(8) == 0:
				s.Outro = "That was all."
			case last:
			case random.IntN(2) == 0:
				s.Steps = slices.Delete(s.Steps, at, at+1)
			case random.IntN(2) == 0:
				s.Steps[at].Note = ""
			default:
				s.Steps[at].Note = "Changed\n\nnarration"
			}
		}
		if link := checkRoundTrip(t, s, random.IntN(len(s.Steps)+1)); strings.HasPrefix(strings.TrimPrefix(link, "2CCAB"), "P") || link[1] == sectionShipped {
			differences++
		}
	}
	if differences < 2000 {
		t.Errorf("only %d of 3000 links are differences from a shipped scenario", differences)
	}
}

// add adds lines to the corpus for the scenarios that are new.
var add = flag.Bool("add", false, "add the shipped scenarios that are new to testdata/links.txt")

// TestEveryShippedScenarioHasALink in the corpus, so that TestOldLinks fails if its steps
// ever change. Links hold the difference from them: the changed scenario then needs
// another number, and its old text is retired. Before links to a new scenario are given out, run
//
//	go test ./scenarios/link -run TestEveryShippedScenarioHasALink -add
func TestEveryShippedScenarioHasALink(t *testing.T) {
	linked := map[int]bool{}
	for _, line := range oldLinks(t) {
		text := strings.Fields(line)[0]
		if link, err := decode(text); err == nil && (formOf(text) == "2" || len(link.Script.Steps) == 0) {
			linked[shipped.FromScript(link.Script).Number] = true
		}
	}
	for sc := range shipped.All() {
		if linked[sc.Number] || sc.Number == 0 || sc.Name == "" || sc.Script.HasPrograms() {
			continue
		}
		readable, err := EncodeReadable(sc.Script, 0)
		line := mustEncode(t, sc.Script, 0) + " " + readable + "\n"
		switch {
		case err != nil:
			t.Errorf("%s: %v", sc.Name, err)
		case *add:
			appendToCorpus(t, line)
		default:
			t.Errorf("%s: testdata/links.txt has no line for it: %s", sc.Name, line)
		}
	}
}

// appendToCorpus appends a line.
func appendToCorpus(t *testing.T, line string) {
	t.Helper()
	file, err := os.OpenFile("testdata/links.txt", os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = file.WriteString(line)
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

const (
	damaged = "damaged"
	newer   = "newer version"
)

// firstShipped begins section P for the first shipped scenario.
var firstShipped = string(appendNumber([]byte("B"), stepsCheckSum(library.All()[0].Script.Ops())))

// badSections are sections that no link has, and what the error says of them.
var badSections = []struct{ name, sections, want string }{
	{"unknown section", section('S', "BA") + section('X', "A"), newer},
	{"unknown section before the others", section('M', "A") + section('S', "BA"), newer},
	{"unknown call", section('S', "BHZ"), newer},
	{"unknown step of the network", section('S', "BnZ"), newer},
	{"unknown profile", section('C', "Z"), newer},
	{"unknown version", section('C', "AC"), newer},
	{"unknown start", section('C', "AAD"), newer},
	{"unknown transport", section('C', "AAAE"), newer},
	{"more about the connection", section('C', "AAAAAB"), newer},
	{"unknown shipped scenario", section('P', string(appendNumber(nil, 9999))+"AA"), newer},
	{"all, for a call that has no such argument", section('S', "BJA"), newer},
	{"an unknown word", section('S', "BF"), newer},
	{"a number that is more than the largest", section('S', "BJ"+string(appendNumber(nil, engine.MaxBytes+2))), newer},
	{"more steps than a link holds", section('S', string(appendNumber(nil, maxSteps+1))+strings.Repeat("A", maxSteps+1)), newer},
	{"more steps than a link holds, with those of a shipped scenario", section('P', firstShipped+"AA"+string(appendNumber(nil, maxSteps))) + section('S', string(appendNumber(nil, maxSteps))+strings.Repeat("S", maxSteps)), newer},
	{"too much text", section('S', "BA") + section('T', text(0, strings.Repeat("x", maxText))+text(0, "y")), newer},
	{"other steps of a shipped scenario", section('P', "BAA"), "\"Client closes …\", whose steps are different now"},

	{"sections in another order", section('T', text(0, "a")) + section('S', "BA"), damaged},
	{"a section twice", section('S', "BA") + section('S', "BA"), damaged},
	{"an empty section", section('S', "BA") + "TA", damaged},
	{"a section that goes on", "SIBA", damaged},
	{"a length in another way", "SiABA", damaged},
	{"zeros at the end of the connection", section('C', "CA"), damaged},
	{"a default connection", section('C', "A"), damaged},
	{"a connection that ends within a number", section('C', "g"), damaged},
	{"a size without a pair", section('C', "AAAAB"), damaged},
	{"no steps", section('S', "A"), damaged},
	{"fewer steps than counted", section('S', "CA"), damaged},
	{"more steps than counted", section('S', "BAA"), damaged},
	{"the same argument again", section('S', "BJlD"), damaged},
	{"an argument that is not one", section('S', "BI"), damaged},
	{"an argument of a call without", section('S', "BIB"), damaged},
	{"an argument of more than 31 bits", section('S', "BJ______D"), damaged},
	{"nothing changed at a place", section('P', firstShipped+"BAA"), damaged},
	{"two places that are one", section('P', firstShipped+"AABAAB") + section('S', "CAA"), damaged},
	{"more kept than there are", section('P', firstShipped+"HAB") + section('S', "BA"), damaged},
	{"more left out than there are", section('P', firstShipped+"AHA"), damaged},
	{"more inserted than there are", section('P', firstShipped+"AAC") + section('S', "BA"), damaged},
	{"steps that are not inserted", section('P', firstShipped) + section('S', "BA"), damaged},
	{"left out and inserted again", section('P', firstShipped+"CBB") + section('S', "BA"), damaged},
	{"a scenario cut short", section('P', "B"), damaged},
	{"a text of nothing", section('S', "BA") + section('T', "AA"), damaged},
	{"more texts than steps", section('S', "BA") + section('T', text(3, "a")), damaged},
	{"a text cut short", section('S', "BA") + section('T', "AEYQ"), damaged},
	{"a text with odd bits", section('S', "BA") + section('T', "ACYR"), damaged},
	{"a text that is not base64", section('S', "BA") + section('T', "ABY"), damaged},
	{"a text that is not UTF-8", section('S', "BA") + section('T', text(0, "\xc3")), "title or summary is not UTF-8"},
	{"a hidden character", section('S', "BA") + section('T', text(1, "ok\nab\u202ec")), `narration of step 1, line 2, has the hidden character '\u202e'`},
	{"a tab", section('S', "BA") + section('T', text(2, "a\tb")), `closing text, line 1, has the hidden character '\t'`},
	{"white space at the end", section('S', "BA") + section('T', text(0, "a \nb")), damaged},
	{"two blanks for an empty line", section('S', "BA") + section('T', text(0, "  ")), damaged},
}

// TestBadSections are refused though their check sum fits.
func TestBadSections(t *testing.T) {
	for _, c := range badSections {
		_, err := decode(sealed(c.sections, 0))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s (%s): %v, want %s", c.name, c.sections, err, c.want)
		}
	}
}

// TestOptionalSections of a newer version are passed over.
func TestOptionalSections(t *testing.T) {
	s := mustParse(t, "# A\n\nclient SSL_shutdown\n")
	_, h, path, err := play(s, script.Codes{})
	if err != nil {
		t.Fatal(err)
	}
	body := section('S', "BA") + section('T', text(0, "A")) + section('a', "anything") + section('z', "-_")
	link, err := decode(sealed(body, digestOf(outcomeSums(h, path, appendOutcome))) + ".1")
	if err != nil || link.Script.String() != s.String() || link.Step != 1 || link.Changed {
		t.Errorf("%v, changed %v\n%s", err, link.Changed, link.Script)
	}
}
