// Package manual relates the manual page SSL_shutdown(3) to the lessons: each of its sentences to
// the step that shows what it says, or what the library does otherwise.
//
// The page is that of 2018, with which this project began. Its text is not here: the file shutdown
// has for each sentence its place, a digest and a paraphrase.
package manual

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

//go:embed shutdown
var text string

// A Sentence is a sentence of the page.
type Sentence struct {
	Place  string // the heading above it
	Digest string // of its words; see Digest
	Says   string // what it says, in other words
	Lesson string // the name of the lesson that shows it
	Step   int    // of the lesson, from 1
	// But is what the library does otherwise, "" if the sentence holds, and Shown is a script that
	// shows it. It says what is expected, and that holds in every release and version.
	But   string
	Shown script.Script
}

// Sentences returns those of the page, in order. NAME, SYNOPSIS, SEE ALSO and COPYRIGHT have none.
func Sentences() []Sentence { return sentences() }

var sentences = sync.OnceValue(func() []Sentence {
	var all []Sentence
	for i, block := range strings.Split(strings.TrimSpace(text), "\n\n") {
		s, err := parse(block)
		if err != nil {
			panic(fmt.Sprintf("manual: sentence %d: %v", i+1, err)) // the text is part of the program
		}
		all = append(all, s)
	}
	return all
})

// parse reads a block of the file.
func parse(block string) (Sentence, error) {
	var s Sentence
	var steps []string
	err := library.Fields(block, func(key, value string) (err error) {
		switch key {
		case "place":
			s.Place = value
		case "hash":
			s.Digest = value
		case "says":
			s.Says = value
		case "lesson":
			name, step, _ := strings.Cut(value, " ")
			s.Lesson = name
			s.Step, err = strconv.Atoi(step)
		case "but":
			s.But = value
		case "step":
			steps = append(steps, value)
		default:
			err = fmt.Errorf("no field has the key %q", key)
		}
		return err
	})
	if err == nil && steps != nil {
		s.Shown, err = script.Parse(strings.Join(steps, "\n"))
	}
	return s, err
}

// Digest is the digest of a sentence, whose words are separated by single blanks and whose POD
// formatting codes are gone.
func Digest(sentence string) string {
	sum := sha256.Sum256([]byte(sentence))
	return hex.EncodeToString(sum[:6])
}

var (
	formatting = regexp.MustCompile(`[BCLI]<([^>]*)>`)
	sentenceAt = regexp.MustCompile(`[.:]\s+[A-Z]`)
)

// leftOut are the headings whose text has no sentences about the library.
var leftOut = map[string]bool{"NAME": true, "SYNOPSIS": true, "SEE ALSO": true, "COPYRIGHT": true}

// Split returns the sentences of a manual page in POD, with their places and digests. What they
// say is in Says.
func Split(pod string) []Sentence {
	var all []Sentence
	place, paragraph := "", ""
	flush := func() {
		if words := strings.Join(strings.Fields(formatting.ReplaceAllString(paragraph, "$1")), " "); words != "" && !leftOut[place] {
			for _, s := range cut(words) {
				all = append(all, Sentence{Place: place, Digest: Digest(s), Says: s})
			}
		}
		paragraph = ""
	}
	for line := range strings.Lines(pod) {
		if !strings.HasPrefix(line, "=") {
			paragraph += line
			continue
		}
		flush()
		if command, title, _ := strings.Cut(strings.TrimSpace(line), " "); strings.HasPrefix(command, "=head") {
			place = title
		}
	}
	flush()
	return all
}

// cut cuts a text into sentences. One ends with a full stop or a colon before a capital letter.
func cut(words string) []string {
	var list []string
	for {
		at := sentenceAt.FindStringIndex(words)
		if at == nil {
			return append(list, words)
		}
		list = append(list, words[:at[0]+1])
		words = words[at[1]-1:]
	}
}

// Unmapped returns the sentences of a page that the file does not have.
func Unmapped(pod string) []Sentence {
	known := map[string]bool{}
	for _, s := range Sentences() {
		known[s.Digest] = true
	}
	var unmapped []Sentence
	for _, s := range Split(pod) {
		if !known[s.Digest] {
			unmapped = append(unmapped, s)
		}
	}
	return unmapped
}
