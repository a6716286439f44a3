package find

import (
	"math"
	"strconv"
	"strings"

	"closenotify/scenarios/library"
)

// An example is a text and the lessons that may come first; "none" stands for a text that
// belongs to no lesson.
type example struct {
	where   string
	lessons []string
	text    string
}

// examples are the texts from which words are learned: those that people have met, and
// sentences about each lesson.
func (t *tables) examples() []example {
	text, err := data.ReadFile("data/examples.txt")
	if err != nil {
		t.errors = append(t.errors, err)
	}
	list := readExamples(string(text))
	var lesson string
	t.table("sentences", func(line string) {
		if name, ok := strings.CutPrefix(line, "== "); ok {
			lesson = name
			return
		}
		list = append(list, example{"sentence", []string{lesson}, line})
	})
	return list
}

// readExamples reads blocks. Each begins with "== LESSON|LESSON SOURCE".
func readExamples(text string) (list []example) {
	for _, block := range strings.Split("\n"+text, "\n== ")[1:] {
		head, text, _ := strings.Cut(block, "\n")
		names, where, _ := strings.Cut(head, " ")
		list = append(list, example{where, strings.Split(names, "|"), text})
	}
	return list
}

// How words are learned, after Bayes.
const (
	unseen    = 0.1 // how often a word stands in the texts of a lesson that never have it
	priorPart = 0.3 // how much it counts that a lesson has many texts
	inTens    = 10  // weights are tenths of a natural logarithm
	minTexts  = 2   // a word that is in fewer says nothing
)

// learned goes through what is learned of a text, each once: its words of three letters and
// more, without their endings, and the features that are in it.
func learned(normal string, found []string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(normal) {
		if aLearnedWord.MatchString(word) {
			all[ending.ReplaceAllString(word, "$1")] = true
		}
	}
	for i, words := range found {
		if words != "" {
			all[feature(i)] = true
		}
	}
	return all
}

// feature is the word that stands for a feature in Index.Words.
func feature(i int) string { return "@" + strconv.Itoa(i) }

// learn weighs the words of the examples and of the lessons' own texts, and the features known
// so far. A lesson that has a word in c of its n texts gets ln((c+unseen)/(n+2 unseen)) for it:
// Words has the part that depends on c, Costs the rest.
func (t *tables) learn(lessons []library.Lesson) {
	texts := make([]int, len(t.Lessons))
	in := map[string]map[int]int{}
	learn := func(lesson int, text string) {
		texts[lesson]++
		normal, forms := t.normal(text)
		for word := range learned(normal, t.Index.features(normal+forms)) {
			if in[word] == nil {
				in[word] = map[int]int{}
			}
			in[word][lesson]++
		}
	}
	for i, l := range lessons {
		for _, text := range append(l.Words, l.Title, l.Symptom, l.Fix) {
			learn(i, text)
		}
	}
	for _, e := range t.examples() {
		lesson, ok := t.lessons[e.lessons[0]]
		if !ok {
			t.fail("examples: there is no lesson %q", e.lessons[0])
			continue
		}
		learn(lesson, e.text)
	}
	t.weigh(texts, in)
}

// weigh makes weights of how many texts each lesson has, and in how many of them a word is.
func (t *tables) weigh(texts []int, in map[string]map[int]int) {
	tens := func(x float64) int { return int(math.Round(inTens * math.Log(x))) }
	for _, n := range texts {
		t.Starts = append(t.Starts, tens(math.Pow(float64(max(n, 1)), priorPart)))
		t.Costs = append(t.Costs, tens(float64(n)/unseen+2))
	}
	for word, of := range in {
		sum := 0
		for _, c := range of {
			sum += c
		}
		for i := range texts {
			if c := of[i]; sum >= minTexts && c > 0 {
				t.Words[word] = append(t.Words[word], i, tens(1+float64(c)/unseen))
			}
		}
	}
}
