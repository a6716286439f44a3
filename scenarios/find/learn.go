package find

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
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

// aSentence is where a text stands that is no example.
const aSentence = "sentence"

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
		list = append(list, example{aSentence, []string{lesson}, line})
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

// How words are learned: by going through all texts some times, and each time moving the
// weights of a text's words a little towards its lessons and away from others (the gradient of
// a softmax). The steps become smaller, and weights that are not needed become 0.
const (
	rounds   = 20
	step     = 0.09   // of a word
	startOf  = 1. / 3 // of that, for what a lesson has without a word
	decay    = 0.0012 // of a weight, each time its word is met
	slowdown = 5.     // rounds until the steps are half as large
	inTens   = 10     // weights are kept in tenths
	minWeigh = 2      // smaller ones are not kept
	minTexts = 2      // a word that is in fewer says nothing
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

// A lessonText is what is learned of one text.
type lessonText struct {
	words   []int
	lessons map[int]float64 // how much of the text belongs to each
}

// A vocabulary has the words of all texts.
type vocabulary struct {
	words  []string
	number map[string]int // of a word
	in     map[string]int // how many texts have it
	texts  []lessonText
}

func (v *vocabulary) add(words map[string]bool, lessons map[int]float64) {
	l := lessonText{lessons: lessons}
	for _, word := range slices.Sorted(maps.Keys(words)) {
		i, ok := v.number[word]
		if !ok {
			i = len(v.words)
			v.number[word] = i
			v.words = append(v.words, word)
		}
		v.in[word]++
		l.words = append(l.words, i)
	}
	v.texts = append(v.texts, l)
}

// learn weighs the words of the examples and of the lessons' own texts, and the features known
// so far.
func (t *tables) learn(lessons []library.Lesson) {
	v := &vocabulary{number: map[string]int{}, in: map[string]int{}}
	add := func(text string, of map[int]float64) {
		normal, forms := t.normal(text)
		v.add(learned(normal, t.Index.features(normal+forms)), of)
	}
	for i, l := range lessons {
		for _, text := range append(l.Words, l.Title, l.Symptom, l.Fix) {
			add(text, map[int]float64{i: 1})
		}
	}
	var sentences []int
	for _, e := range t.examples() {
		of := map[int]float64{}
		for _, name := range e.lessons {
			lesson, ok := t.lessons[name]
			if !ok {
				t.fail("examples: there is no lesson %q", name)
				continue
			}
			of[lesson] = 1 / float64(len(e.lessons))
		}
		if e.where == aSentence {
			sentences = append(sentences, len(v.texts))
		}
		add(e.text, of)
	}
	for i := range v.texts {
		rare := func(w int) bool { return v.in[v.words[w]] < minTexts }
		v.texts[i].words = slices.DeleteFunc(v.texts[i].words, rare)
	}
	for _, i := range sentences { // once more, because there are many more examples
		v.texts = append(v.texts, v.texts[i])
	}
	t.keep(v.words, weigh(v.texts, len(v.words), len(t.Lessons)))
}

// weigh finds the weights of all words for all lessons. The last row is what the lessons have
// without a word.
func weigh(texts []lessonText, words, lessons int) [][]float64 {
	weights := make([][]float64, words+1)
	for i := range weights {
		weights[i] = make([]float64, lessons)
	}
	starts := weights[words]
	order := rand.New(rand.NewPCG(1, 2)) // the same each time
	for round := range rounds {
		slower := 1 / (1 + float64(round)/slowdown)
		for _, i := range order.Perm(len(texts)) {
			text := texts[i]
			move := chances(weights, text.words)
			for lesson := range move {
				move[lesson] = (text.lessons[lesson] - move[lesson]) * step * slower
				starts[lesson] += move[lesson] * startOf
			}
			for _, w := range text.words {
				for lesson, m := range move {
					weights[w][lesson] += m - decay*slower*weights[w][lesson]
				}
			}
		}
	}
	return weights
}

// chances are how likely a text with these words belongs to each lesson.
func chances(weights [][]float64, words []int) []float64 {
	list := slices.Clone(weights[len(weights)-1])
	for _, w := range words {
		for lesson, weight := range weights[w] {
			list[lesson] += weight
		}
	}
	most, sum := slices.Max(list), 0.
	for i := range list {
		list[i] = math.Exp(list[i] - most)
		sum += list[i]
	}
	for i := range list {
		list[i] /= sum
	}
	return list
}

// keep keeps the weights that say something.
func (t *tables) keep(words []string, weights [][]float64) {
	tens := func(x float64) int { return int(math.Round(inTens * x)) }
	for i, of := range weights {
		for lesson, x := range of {
			switch weight := tens(x); {
			case i == len(words):
				t.Starts = append(t.Starts, weight)
			case weight >= minWeigh || weight <= -minWeigh:
				t.Words[words[i]] = append(t.Words[words[i]], lesson, weight)
			}
		}
	}
}
