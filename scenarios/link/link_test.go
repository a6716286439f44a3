package link

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

func mustParse(t testing.TB, text string) script.Script {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Steps {
		s.Steps[i].Line = 0
	}
	return s
}

// everything uses every step of the language, with narration that has empty
// lines and letters of other alphabets in it.
func everything(t testing.TB) script.Script {
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	w, _, _ = w.Apply(engine.Op{Verb: engine.VerbHold})
	w, _, _ = w.Apply(engine.Op{Verb: engine.VerbWrite, N: 40})
	text := "# Tout à la fois\n#\n#\n# 全部\n\nprofile openssl-3.6\nversion tls1.2\nstart tickets\n\n# a\n#\n# b\nclient SSL_write 16385\nc2s hold\n"
	for _, op := range w.Enabled() {
		text += op.String() + "\n"
	}
	return mustParse(t, text+"\n# the end\n")
}

func TestRoundTrip(t *testing.T) {
	scripts := []script.Script{{}, everything(t), mustParse(t, "# Mine\n\nclient SSL_shutdown\n"), mustParse(t, "client SSL_read 0\n")}
	for _, sc := range scenarios.Library() {
		scripts = append(scripts, mustParse(t, sc.Script.String()))
	}
	for _, s := range scripts {
		for _, step := range []int{0, len(s.Steps)} {
			text, err := Encode(s, step)
			if err != nil {
				t.Fatal(err)
			}
			checkShape(t, text)
			link, err := Decode(text)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			if got, want := link.Script.String(), s.String(); got != want || link.Step != step || link.Changed {
				t.Errorf("%s gives step %d, changed %v,\n%s\nwant\n%s", text, link.Step, link.Changed, got, want)
			}
		}
	}
}

// checkShape: nothing in a link that a program could mistake for its end.
func checkShape(t *testing.T, link string) {
	t.Helper()
	if strings.Trim(strings.Replace(link, ".", "", 1), alphabet) != "" || strings.ContainsAny(link[len(link)-1:], "-_.") {
		t.Errorf("link %q is not made of letters, digits, - and _, ending in a letter or digit", link)
	}
}

// TestLinkIsShort: a dozen steps fit 34 characters.
func TestLinkIsShort(t *testing.T) {
	s := mustParse(t, "client SSL_write 10\nserver SSL_read 100\nclient SSL_shutdown\nserver SSL_read 100\nserver SSL_write 10\nserver SSL_shutdown\n"+
		"client SSL_read 100\nclient SSL_read 100\nclient SSL_shutdown\nserver SSL_shutdown\nclient SSL_free\nserver SSL_free\n")
	link, err := Encode(s, 0)
	if err != nil || len(link) > 34 {
		t.Errorf("%d characters, %v: %s", len(link), err, link)
	}
}

func TestPagePath(t *testing.T) {
	sc := scenarios.Library()[0]
	if got := PagePath(sc.Script); got != "/s/"+sc.Name {
		t.Errorf("path %q", got)
	}
	if got := PagePath(mustParse(t, "client SSL_shutdown\n")); got != "/" {
		t.Errorf("path %q", got)
	}
}

func TestBadLinks(t *testing.T) {
	good, err := Encode(everything(t), 0)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, link, want string }{
		{"empty", "", "empty"},
		{"too long", "1" + strings.Repeat("A", MaxLength), "too long"},
		{"other version", "2AAAA", "newer version"},
		{"no link", "hello", "begins with \"h\""},
		{"bad character", "1AA%3D", "'%', at place 4"},
		{"cut", good[:len(good)/2], "cut short"},
		{"only the version", "1", "cut short"},
		{"behind it", good + "AA", "damaged"},
		{"step not a number", good + ".x", `step is "x"`},
		{"step too far", good + ".999", `step is "999"`},
		{"step empty", good + ".", `step is ""`},
		{"step with a needless 0", good + ".03", "damaged"},
		{"step 0 written", good + ".0", "has no step"},
		{"readable, empty part", "t..c-SSL_shutdown", "part 1 of the link is empty"},
		{"readable, bad step", "t.c-SSL_shutdown.c-SSL_shut", `part 2 of the link, "c-SSL_shut": expected one of SSL_shutdown`},
		{"readable, no peer", "t.x-SSL_shutdown", "client, server, c2s or s2c"},
		{"readable, step too far", "t.c-SSL_shutdown.7", "steps 0 to 1"},
		{"readable, comment", "t.#x", "'#', at place 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			link, err := Decode(tt.link)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if !reflect.DeepEqual(link, Link{}) {
				t.Errorf("something came with the error: %+v", link)
			}
		})
	}
}

// TestEveryWrongCharacterIsSeen changes each character of a link to every other.
func TestEveryWrongCharacterIsSeen(t *testing.T) {
	good, err := Encode(scenarios.Library()[0].Script, 0)
	if err != nil {
		t.Fatal(err)
	}
	missed := 0
	for i := 1; i < len(good); i++ {
		for _, c := range []byte(alphabet) {
			bad := good[:i] + string(c) + good[i+1:]
			if _, err := Decode(bad); bad != good && err == nil {
				missed++
			}
		}
	}
	if missed > 0 {
		t.Errorf("%d of %d changes were not noticed", missed, 63*(len(good)-1))
	}
}

// TestLinkKnowsAnotherOutcome: a link that was made when the engine said
// something else says so.
func TestLinkKnowsAnotherOutcome(t *testing.T) {
	s := mustParse(t, "client SSL_shutdown\n")
	w := &bitWriter{}
	if err := putConfig(w, s.Config); err != nil {
		t.Fatal(err)
	}
	w.putNumber(1)
	putOp(w, s.Steps[0].Op)
	if err := putText(w, s); err != nil {
		t.Fatal(err)
	}
	h, path, err := play(s)
	if err != nil {
		t.Fatal(err)
	}
	w.put(uint64(outcomeDigest(h, path)^1), 16)
	w.put(uint64(checksum(w.bits())), 16)
	link, err := Decode(string(version) + w.String())
	if err != nil || !link.Changed {
		t.Errorf("changed %v, %v", link.Changed, err)
	}
}

func TestTooMuchForALink(t *testing.T) {
	long := mustParse(t, strings.Repeat("client SSL_shutdown\n", maxSteps+1))
	if _, err := Encode(long, 0); err == nil || !strings.Contains(err.Error(), "at most 4096 steps") {
		t.Errorf("too many steps: %v", err)
	}
	told := mustParse(t, "# "+strings.Repeat("x", maxText)+"yz\n\nclient SSL_shutdown\n")
	if _, err := Encode(told, 0); err == nil || !strings.Contains(err.Error(), "narration") {
		t.Errorf("too much text: %v", err)
	}
	wide := mustParse(t, strings.Repeat("client SSL_write 1048576\n", maxSteps))
	if _, err := Encode(wide, 0); err == nil || !strings.Contains(err.Error(), "8192 characters") {
		t.Errorf("too many characters: %v", err)
	}
}

func TestReadableLink(t *testing.T) {
	link, err := Decode("t.tls12.c-SSL_shutdown.s-SSL_read-100.c2s-deliver-all.s-SSL_set_shutdown-SENT-RECEIVED.s2c-inject-alert.3")
	if err != nil {
		t.Fatal(err)
	}
	want := "version tls1.2\n\nclient SSL_shutdown\nserver SSL_read 100\nc2s deliver all\nserver SSL_set_shutdown SENT|RECEIVED\ns2c inject alert\n"
	if got := link.Script.String(); got != want || link.Step != 3 || link.Changed {
		t.Errorf("step %d:\n%s", link.Step, got)
	}
	s := everything(t)
	again, err := Decode(EncodeReadable(s, 2))
	if err != nil || !sameSteps(again.Script, s) || again.Step != 2 {
		t.Errorf("%s: %v", EncodeReadable(s, 2), err)
	}
}

// TestOldLinks: every form that was ever given out stays readable. Add a line for
// each change of the form; never change one.
func TestOldLinks(t *testing.T) {
	data, err := os.ReadFile("testdata/links.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		words := strings.Fields(line)
		if len(words) != 2 || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		link, err := Decode(words[0])
		if err != nil {
			t.Errorf("%s: %v", words[0], err)
			continue
		}
		if link.Changed {
			t.Errorf("%s: its outcome is said to have changed; if the engine was corrected, say so beside it", words[0])
		}
		if got := EncodeReadable(link.Script, link.Step); got != words[1] {
			t.Errorf("%s reads as\n%s, it was\n%s", words[0], got, words[1])
		}
	}
	if n == 0 {
		t.Error("no old links")
	}
}

// FuzzEncode: whatever a person types comes out of its link again.
func FuzzEncode(f *testing.F) {
	f.Add("# a\n#\nclient SSL_shutdown\n# b\nserver SSL_shutdown\n#\n")
	f.Add("#\n\nclient SSL_shutdown # a\tb\n")
	for _, sc := range scenarios.Library() {
		f.Add(sc.Script.String())
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := script.Parse(text)
		if err != nil {
			return
		}
		link, err := Encode(s, 0)
		if err != nil {
			return
		}
		got, err := Decode(link)
		if err != nil {
			t.Fatalf("%s: %v", link, err)
		}
		if want := strings.ReplaceAll(s.String(), "\t", " "); got.Script.String() != want {
			t.Fatalf("%s gives\n%q\nwant\n%q", link, got.Script.String(), want)
		}
	})
}

// TestBareIsNotShipped: a shipped scenario without its narration stays without.
func TestBareIsNotShipped(t *testing.T) {
	bare := scenarios.Library()[0].Script
	bare.Intro, bare.Steps = nil, slices.Clone(bare.Steps)
	for i := range bare.Steps {
		bare.Steps[i].Note = ""
	}
	text, err := Encode(bare, 0)
	if err != nil {
		t.Fatal(err)
	}
	link, err := Decode(text)
	if err != nil || link.Script.String() != bare.String() {
		t.Errorf("%v\n%s", err, link.Script)
	}
}

func FuzzDecode(f *testing.F) {
	for _, sc := range scenarios.Library() {
		link, err := Encode(sc.Script, len(sc.Script.Steps))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(link)
		f.Add(EncodeReadable(sc.Script, 1))
	}
	link, _ := Encode(everything(f), 0)
	f.Add(link)
	f.Fuzz(func(t *testing.T, text string) {
		link, err := Decode(text)
		if err != nil {
			return
		}
		if link.Step > len(link.Script.Steps) {
			t.Fatalf("step %d of %d", link.Step, len(link.Script.Steps))
		}
		again, err := Encode(link.Script, link.Step)
		if err != nil {
			return // a readable one can be too long for the packed form
		}
		other, err := Decode(again)
		if err != nil || other.Script.String() != link.Script.String() || other.Step != link.Step {
			t.Fatalf("%q read, written as %q and read again: %v", text, again, err)
		}
	})
}
