package library

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// badWording finds what no text of the page says: "we" and "our", for there are two peers;
// data as a plural; and a sentence that ends in a colon and a number.
var badWording = regexp.MustCompile(`(?i)\b(we|our|ours|us)\b|\bdata (are|were|have)\b|: -?\d+(\.( |$)|$)`)

// writtenTexts are the texts of rules, advice and differences in the source of the engine.
func writtenTexts(t *testing.T) []string {
	var texts []string
	for _, pattern := range []string{"*.go", filepath.Join("explain", "*.go")} {
		files, _ := filepath.Glob(filepath.Join("..", "..", "engine", pattern))
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range regexp.MustCompile(`\b(?:Sentence|Advice|Text|Use):\s+("(?:[^"\\]|\\.)*")`).FindAllSubmatch(source, -1) {
				text, err := strconv.Unquote(string(found[1]))
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, text)
			}
		}
	}
	if len(texts) < 150 {
		t.Fatalf("only %d texts are found", len(texts))
	}
	return texts
}

func TestWording(t *testing.T) {
	texts := writtenTexts(t)
	for _, l := range All() {
		c := l.Closing
		texts = append(texts, l.Symptom, l.Fix, c.Seen, c.Try.Text, c.Try.Outcome)
		for _, s := range scripts(l) {
			texts = append(texts, s.Title, s.Summary)
			for _, step := range s.Script.Steps {
				for _, caption := range captions(step.Note) {
					texts = append(texts, caption)
				}
			}
		}
	}
	for _, text := range texts {
		if bad := badWording.FindString(text); bad != "" {
			t.Errorf("%q in %q", bad, text)
		}
	}
	for text, want := range map[string]bool{
		"our close_notify is out": true, "the data were read": true, "It has not been seen: 0.": true,
		"its data is read": false, "It returns 0.": false, "the answer: 30 bytes": false,
	} {
		if badWording.MatchString(text) != want {
			t.Errorf("%q is found: %v", text, !want)
		}
	}
}
