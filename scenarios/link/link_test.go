package link

import (
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/library"
)

func mustParse(t testing.TB, text string) script.Script {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// shipped is the library of the page.
var shipped = library.Shipped().With(challenges.Entries()...)

// withoutPrograms are the lessons whose steps nobody's program takes.
func withoutPrograms() []library.Lesson {
	return slices.DeleteFunc(library.All(), func(l library.Lesson) bool { return l.Script.HasPrograms() })
}

// encode is Encode with all programs compiled.
func encode(s script.Script, step int) (string, error) {
	var codes script.Codes
	text, err := Encode(shipped, s, step, codes)
	if missing, ok := errors.AsType[script.NotCompiled](err); ok {
		return Encode(shipped, s, step, compiled(missing))
	}
	return text, err
}

// decode is Decode with all programs compiled.
func decode(text string) (Link, error) {
	link, err := Decode(shipped, text, script.Codes{})
	if missing, ok := errors.AsType[script.NotCompiled](err); ok {
		return Decode(shipped, text, compiled(missing))
	}
	return link, err
}

// compiled are the codes of programs.
func compiled(units script.NotCompiled) (codes script.Codes) {
	for _, u := range units {
		codes = codes.With(u, compile.Unit(u))
	}
	return codes
}

func mustEncode(t testing.TB, s script.Script, step int) string {
	t.Helper()
	link, err := encode(s, step)
	if err != nil {
		t.Fatal(err)
	}
	return link
}

// unrolled is a script with the steps that each step run stands for.
func unrolled(t testing.TB, s script.Script) script.Script {
	t.Helper()
	codes := script.Codes{}
	_, err := codes.Start(s)
	if missing, ok := errors.AsType[script.NotCompiled](err); ok {
		codes = compiled(missing)
	}
	s, _, _, err = play(s, codes)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// everyOp is every verb by or from both peers, with some of its arguments, the least and
// the largest among them.
func everyOp(t testing.TB) []engine.Op {
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var ops []engine.Op
	for _, v := range engine.Verbs() {
		for second := range 2 {
			for _, n := range []int{engine.All, 0, 1, 2, 3, 100, 100, engine.MaxBytes, engine.MaxCapacity} {
				op := engine.Op{Verb: v, N: n}
				if v.IsCall() {
					op.Role = engine.Role(second)
				} else {
					op.Dir = engine.Direction(second)
				}
				if _, _, err := w.Apply(op); err == nil {
					ops = append(ops, op)
				}
			}
		}
	}
	return ops
}

// everything is a script with every verb, and with narration that has empty lines and
// letters of other alphabets in it.
func everything(t testing.TB) script.Script {
	text := "# Tout à la fois\n#\n#\n# 全部\n\nprofile openssl-3.6\nversion tls1.2\nstart tickets\ntransport bio-pair 4096\n\n# a\n#\n# b\nclient SSL_write 16385\n"
	for _, op := range everyOp(t) {
		text += op.String() + "\n"
	}
	return mustParse(t, text+"\n# the end\n#\n")
}

// withoutText is s without title, summary and narration.
func withoutText(s script.Script) script.Script {
	bare := script.Script{Config: s.Config}
	for _, step := range s.Steps {
		bare.Steps = append(bare.Steps, script.Step{Op: step.Op})
	}
	return bare
}

// checkRoundTrip: a script comes out of its link as it went in, and the link can stand in
// any text.
func checkRoundTrip(t *testing.T, s script.Script, step int) string {
	t.Helper()
	text := mustEncode(t, s, step)
	if strings.Trim(strings.Replace(text, ".", "", 1), alphabet) != "" || strings.ContainsAny(text[len(text)-1:], "-_.") {
		t.Errorf("link %q is not made of letters, digits, - and _, ending in a letter or digit", text)
	}
	link, err := decode(text)
	if err != nil {
		t.Fatalf("%s: %v\n%s", text, err, s)
	}
	if got, want := link.Script.String(), s.String(); got != want || link.Step != step || link.Changed {
		t.Fatalf("%s gives step %d, changed %v,\n%s\nwant step %d\n%s", text, link.Step, link.Changed, got, step, want)
	}
	return text
}

func TestRoundTrip(t *testing.T) {
	scripts := []script.Script{{}, everything(t), withoutText(everything(t)), mustParse(t, "# Mine\n\nclient SSL_shutdown\n"), mustParse(t, "client SSL_read 0\n")}
	for _, sc := range library.All() {
		scripts = append(scripts, sc.Script, withoutText(sc.Script))
	}
	for _, s := range scripts {
		checkRoundTrip(t, s, 0)
		checkRoundTrip(t, s, len(s.Steps))
	}
}

// TestEveryLineStays in random texts: blank ones, captions and expectations, too.
func TestEveryLineStays(t *testing.T) {
	pieces := []string{"#\n", "#\n", "# a\n", "#  b \n", "#\t    - c\n", "\n", "client SSL_shutdown\n", "server SSL_read 5 # c\n", "client SSL_free #\n",
		"#[openssl-1.1.1 tls1.2]  d\n", "# [tls1.2] e\n", "client SSL_shutdown => 0 \"bad length\" #[tls1.2]\n"}
	for seed := range uint64(2000) {
		random := rand.New(rand.NewPCG(seed, 15))
		var text strings.Builder
		for range 1 + random.IntN(12) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkRoundTrip(t, mustParse(t, text.String()), 0)
	}
}

// TestHiddenCharactersAreLeftOut of a link, if somebody made a script with them.
func TestHiddenCharactersAreLeftOut(t *testing.T) {
	link, err := decode(mustEncode(t, script.Script{
		Intro: []string{"\u202eTitle\u200b ", "a\tb\nc"},
		Steps: []script.Step{{Op: engine.Op{Verb: engine.VerbShutdown}, Note: "\ufeffn\u2028o\n \u200d"}},
		Outro: "\U000E0041",
	}, 0))
	if err != nil {
		t.Fatal(err)
	}
	if want := "# Title\n# a b\n# c\n\n# n o\n#\nclient SSL_shutdown\n\n#\n"; link.Script.String() != want {
		t.Errorf("got %q, want %q", link.Script.String(), want)
	}
}

func TestPagePath(t *testing.T) {
	sc := library.All()[0]
	if got := PagePath(shipped, sc.Script); got != "/s/"+sc.Name {
		t.Errorf("path %q", got)
	}
	if got := PagePath(shipped, mustParse(t, "client SSL_shutdown\n")); got != "/" {
		t.Errorf("path %q", got)
	}
}

// TestOldLinks: every link that was ever given out stays readable. Add a line for each
// change of a format; never change one.
func TestOldLinks(t *testing.T) {
	formats := map[string]int{}
	for _, line := range oldLinks(t) {
		words := strings.Fields(line)
		formats[formOf(words[0])]++
		link, err := decode(words[0])
		if err != nil {
			t.Errorf("%s: %v", words[0], err)
			continue
		}
		if link.Changed {
			t.Errorf("%s: its outcome is said to have changed; if the engine was corrected, say so beside it", words[0])
		}
		if got, err := EncodeReadable(link.Script, link.Step); err != nil || got != words[1] {
			t.Errorf("%s reads as\n%s, %v, it was\n%s", words[0], got, err, words[1])
		}
		if again, err := decode(words[1]); err != nil || again.Step != link.Step || again.Script.Config != link.Script.Config || !slices.Equal(again.Script.Ops(), link.Script.Ops()) {
			t.Errorf("%s is %v at step %d\n%s", words[1], err, again.Step, again.Script)
		}
		if sum := fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(link.Script.String()))); len(words) > 2 && sum != words[2] {
			t.Errorf("%s has other texts: %s\n%s", words[0], sum, link.Script)
		}
		if words[0][0] == format2 {
			checkRoundTrip(t, link.Script, link.Step)
		}
	}
	for _, form := range []string{"1, the first forms", "1", "2 with short check sums", "2 without d", "2"} {
		if formats[form] == 0 {
			t.Errorf("the corpus has no line of format %s: %v", form, formats)
		}
	}
}

// formOf is which form a link has.
func formOf(text string) string {
	text, _, _ = strings.Cut(text, ".")
	if text[0] == format1 {
		if _, p, err := decode1(shipped, text); err != nil || p.outcome != nil {
			return "1"
		}
		return "1, the first forms"
	}
	_, p, err := decode2(shipped, text)
	if err == nil && p.steps != "" {
		return "2"
	}
	body, _, _ := splitCheck(text)
	sections, _ := splitSections(body)
	d := digits{text: sections[sectionShipped]}
	if sc, err := shipped.FindByNumber(d.number()); err == nil && d.number() != stepsCheckSum(sc.Script.Ops()) {
		return "2 with short check sums"
	}
	return "2 without d"
}

// oldLinks is the lines of the corpus: a link, its readable form, and for one that has all its texts
// itself the check sum (CRC-32) of its script.
func oldLinks(t testing.TB) []string {
	data, err := os.ReadFile("testdata/links.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if len(strings.Fields(line)) > 1 && line[0] != '#' {
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list
}

// TestAStepAfterTheEnd: a link whose step was changed by hand opens at the last step.
func TestAStepAfterTheEnd(t *testing.T) {
	s := library.All()[0].Script
	packed, err := encode(s, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{strings.TrimSuffix(packed, ".1") + ".999", "t.c-SSL_shutdown.c-SSL_shutdown.7"} {
		if link, err := decode(text); err != nil || link.Step != len(link.Script.Steps) {
			t.Errorf("%s: step %d, %v", text, link.Step, err)
		}
	}
}
