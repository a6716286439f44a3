package link

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"closenotify/engine/script"
)

// TestPartOfALinkThatIsCut: every beginning of a link, or every fifth, has the first steps of its script, or none.
func TestPartOfALinkThatIsCut(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	cuts, read, most, one := 0, 0, 0, 5/sampled(t, 5)
	check := func(s script.Script, text string) {
		for end := 1 + random.IntN(one); end < len(text); end += one {
			if _, err := decode(text[:end]); err == nil {
				continue // a readable link, or without the last digit of its step
			}
			cuts++
			part, ok := DecodePart(shipped, text[:end])
			if !ok {
				continue
			}
			read++
			n := len(part.Script.Steps)
			if n > len(s.Steps) || !slices.Equal(part.Script.Ops(), s.Ops()[:n]) || part.Script.Config != s.Config {
				t.Fatalf("%s cut after %d characters gives\n%s", text, end, part.Script)
			}
			if part.Of != 0 && part.Of != len(s.Steps) && !strings.HasPrefix(text, readablePrefix) {
				t.Errorf("%s cut after %d characters has %d steps, want %d", text, end, part.Of, len(s.Steps))
			}
			if n == len(s.Steps) {
				most++
			}
		}
	}
	for i, p := range played(t) {
		if i%3 > 0 {
			continue
		}
		s := p.script
		s.Steps = slices.Clone(s.Steps)
		if random.IntN(2) == 0 {
			s.Steps = slices.Insert(s.Steps, random.IntN(len(s.Steps)+1), mustParse(t, "client SSL_peek 7\n").Steps...)
		}
		check(s, mustEncode(t, s, 0))
		if readable, err := EncodeReadable(s, 0); err == nil && len(readable) < 1000 {
			check(s, readable)
		}
	}
	for name, text := range programScripts(t) {
		if s := unrolled(t, mustParse(t, text)); strings.HasPrefix(name, "o") && s.HasPrograms() {
			check(s, mustEncode(t, s, 0))
		}
	}
	t.Logf("of %d links that are cut, %d have steps, %d all of them", cuts, read, most)
	if read < cuts/2 || most < 1000/one {
		t.Error("too few have steps")
	}
}

// TestPartOfAnOldLinkThatIsCut does the same with the corpus.
func TestPartOfAnOldLinkThatIsCut(t *testing.T) {
	read := 0
	for _, line := range oldLinks(t) {
		text := strings.Fields(line)[0]
		link, err := decode(text)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ = strings.Cut(text, ".")
		for end := 1; end < len(text); end++ {
			part, ok := DecodePart(shipped, text[:end])
			if n := len(part.Script.Steps); ok && (n > len(link.Script.Steps) || !slices.Equal(part.Script.Ops(), link.Script.Ops()[:n])) {
				t.Fatalf("%s cut after %d characters gives\n%s", text, end, part.Script)
			} else if ok {
				read++
			}
		}
	}
	if read < 1000 {
		t.Errorf("only %d links that are cut have steps", read)
	}
}

// TestPartOfAChangedLink: one wrong character leaves the steps before it, and none that are not of the link.
func TestPartOfAChangedLink(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	links, read, wrong := 0, 0, 0
	for _, p := range played(t) {
		text := mustEncode(t, p.script, 0)
		for range 40 {
			at := 1 + random.IntN(len(text)-1)
			bad := text[:at] + string(alphabet[random.IntN(64)]) + text[at+1:]
			if bad == text {
				continue
			}
			links++
			part, ok := DecodePart(shipped, bad)
			if !ok {
				continue
			}
			read++
			if n := len(part.Script.Steps); n > len(p.script.Steps) || !slices.Equal(part.Script.Ops(), p.script.Ops()[:n]) {
				wrong++
			}
		}
	}
	t.Logf("of %d links with a wrong character, %d have steps, %d of them wrong ones", links, read, wrong)
	if read < links/2 || wrong > read/50 {
		t.Error("at least half have steps, and at most one of 50 may have wrong ones")
	}
}
