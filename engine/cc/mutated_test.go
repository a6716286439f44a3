package cc

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var mutants = flag.Int("mutants", 200, "how many damaged texts TestDamagedTexts compiles")

// symbols finds the words, signs and blanks of a text.
var symbols = regexp.MustCompile(`\w+|"[^"\n]*"|\s+|[^\w\s]`)

// TestDamagedTexts compiles programs with symbols that are missing, doubled or wrong.
func TestDamagedTexts(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*/*.c")
	var texts [][]string
	var all []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found := symbols.FindAllString(string(text), -1)
		texts, all = append(texts, found), append(all, found...)
	}
	if len(texts) == 0 {
		t.Fatal("no programs")
	}
	if *seed == 0 {
		*seed = uint64(time.Now().UnixNano())
	}
	t.Logf("seed %d", *seed)
	for i := range *mutants {
		r := rand.New(rand.NewPCG(*seed, uint64(i)))
		text := damaged(r, texts[r.IntN(len(texts))], all)
		t.Run("", func(t *testing.T) {
			defer func() {
				if failure := recover(); failure != nil || t.Failed() {
					t.Errorf("%v\n%s", failure, text)
				}
			}()
			compileAny(t, text)
		})
		if t.Failed() {
			break
		}
	}
}

// damaged returns a text with a few symbols changed.
func damaged(r *rand.Rand, text, all []string) string {
	text = append([]string(nil), text...)
	for range 1 + r.IntN(3) {
		at, other := r.IntN(len(text)), r.IntN(len(text))
		switch r.IntN(5) {
		case 0:
			text[at] = ""
		case 1:
			text[at] += " " + text[at]
		case 2:
			text[at], text[other] = text[other], text[at]
		case 3:
			text[at] = all[r.IntN(len(all))]
		default:
			text = text[:max(at, 1)]
		}
	}
	return strings.Join(text, "")
}
