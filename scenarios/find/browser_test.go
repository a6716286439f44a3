package find

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"closenotify/scenarios/node"
)

// TestBrowser: the script of the page finds what Find finds, for all forms of the tables and for
// random pieces of them.
func TestBrowser(t *testing.T) {
	x := index(t)
	texts := append(mixtures(t, 2000), "", "\x1b[31merror\x1b[0m: caf\u00e9 \U0001F600SSL_read \u2018EOF\u2019\n-1 a-1 0x14094123 167772454 80000020", "get https://a.example\u00a0/upload/ftp\v/x: (https://b.example/a\u2028b/c) POST /upload HTTP/1.1")
	var answers []Answer
	node.Run(t, []string{"find.js"}, `done(data.texts.map((text) => findLessons(data.index, text)));`, map[string]any{"index": x, "texts": texts}, &answers)
	if len(answers) != len(texts) {
		t.Fatalf("%d answers for %d texts", len(answers), len(texts))
	}
	for i, text := range texts {
		want := x.Find(text)
		have := answers[i]
		if len(want.Lessons) == 0 && len(have.Lessons) == 0 {
			have.Lessons = want.Lessons // none, or an empty list
		}
		if len(want.Recognised) == 0 && len(have.Recognised) == 0 {
			have.Recognised = want.Recognised
		}
		if !reflect.DeepEqual(have, want) {
			t.Errorf("%q:\nthe script says\n%s\nFind says\n%s", text, have.Report(), want.Report())
		}
	}
}

// mixtures are all forms and n texts made of pieces of them.
func mixtures(t *testing.T, n int) []string {
	var texts []string
	for _, file := range []string{examplesFile, heldOutFile} {
		for _, f := range forms(t, file) {
			texts = append(texts, f.text)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	whole := len(texts)
	for range n {
		var pieces []string
		for range 1 + random.IntN(4) {
			words := strings.Fields(texts[random.IntN(whole)])
			from := random.IntN(len(words))
			pieces = append(pieces, words[from:from+1+random.IntN(len(words)-from)]...)
		}
		texts = append(texts, strings.Join(pieces, []string{" ", "\n", "_"}[random.IntN(3)]))
	}
	return texts
}
