package find

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"closenotify/scenarios/library"
)

// Shipped is the Index of all lessons of the library. It is made once.
var Shipped = sync.OnceValues(func() (*Index, error) { return New(library.All()) })

// What the lessons' own texts weigh. A lesson needs threshold points.
const (
	threshold  = 10
	also       = 14
	wordsLimit = 20 // of all words together
	phraseOf   = 12 // a line of a lesson's field words
	errorOf    = 2  // an error text that the scripts of a lesson produce
)

// New makes the Index of some lessons.
func New(lessons []library.Lesson) (*Index, error) {
	t := &tables{
		Index:    &Index{Threshold: threshold, Also: also, Limit: wordsLimit, Codes: map[string]string{}, Words: map[string][]int{}},
		features: map[string]int{}, lessons: map[string]int{}, causes: map[string]Note{},
	}
	for i, l := range lessons {
		t.Lessons = append(t.Lessons, Entry{l.Name, l.Title, l.Symptom})
		t.lessons[l.Name] = i
	}
	t.lessons["none"] = len(lessons)
	t.Lessons = append(t.Lessons, Entry{})
	t.table("joins", func(line string) {
		two, one, _ := strings.Cut(line, " = ")
		t.Joins = append(t.Joins, [2]string{" " + two + " ", " " + one + " "})
	})
	produced, err := t.produced(lessons)
	if err != nil {
		return nil, err
	}
	t.readCodes()
	t.readFeatures()
	t.learn(lessons)
	t.addLessons(lessons, produced)
	t.readRules()
	t.Releases = t.readNotes("releases", func(text string) Note { return Note{Text: text} })
	t.Causes = t.readNotes("causes", t.cause)
	t.Profiles = t.readNotes("profiles", t.profile)
	return t.Index, errors.Join(t.errors...)
}

// addLessons adds the lines of words of lessons and the errors that their scripts produce.
func (t *tables) addLessons(lessons []library.Lesson, produced map[string][]int) {
	for i, l := range lessons {
		for _, words := range l.Words {
			t.Rules = append(t.Rules, Rule{t.exactly(words), Point{i, phraseOf}})
		}
	}
	for _, text := range slices.Sorted(maps.Keys(produced)) {
		c := t.exactly(text)
		for _, i := range produced[text] {
			t.Rules = append(t.Rules, Rule{c, Point{i, errorOf}})
		}
	}
}

// exactly is the condition that a text has these words.
func (t *tables) exactly(words string) Condition {
	normal := t.Normal(words)
	if i := slices.IndexFunc(t.Features, func(f Feature) bool { return slices.Equal(f.Phrases, []string{normal}) }); i >= 0 {
		return Condition{With: []int{i}}
	}
	t.Features = append(t.Features, Feature{Phrases: []string{normal}})
	return Condition{With: []int{len(t.Features) - 1}}
}

// readCodes reads lines "LIBRARY REASON TEXT", with the library as OpenSSL 3 numbers it. What
// the lessons produce is there already.
func (t *tables) readCodes() {
	t.table("codes", func(line string) {
		library, rest, _ := strings.Cut(line, " ")
		reason, text, ok := strings.Cut(rest, " ")
		if !ok {
			t.fail("codes: %q has no text", line)
		}
		t.addCode(library+"."+reason, text)
	})
}

// addCode adds what a packed number says.
func (t *tables) addCode(key, text string) {
	if t.Codes[key] == "" {
		t.Codes[key] = strings.TrimSpace(t.Normal(text))
	}
}
