package library

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/script"
)

// mostSharedWords is how many words in a row a caption may share with the sentence of a
// rule: enough for "the client's close_notify has not been read".
const mostSharedWords = 7

// actor finds who acts.
var actor = regexp.MustCompile(`(?i)\b(client|server|network)\b`)

// TestCaptions: each step of each shipped scenario has a caption of its own. It says who acts and names something that the step changes, and it is not the
// sentence of a rule, which the page shows anyway.
func TestCaptions(t *testing.T) {
	rules := ruleSentences(t)
	for _, sc := range All() {
		h, tip, err := sc.Script.Run()
		if err != nil {
			t.Fatal(err)
		}
		path := h.Path(tip)
		for i, step := range sc.Script.Steps {
			caption := script.Narration(step.Note, h.World(0).Config())
			if !namesChange(h, path[i+1], caption) {
				t.Errorf("%s, step %d: the caption names nothing that %s changes: %s", sc.Name, i+1, step.Op, caption)
			}
			for list, text := range captions(step.Note) {
				if rule, shared := nearestRule(rules, text); shared > mostSharedWords {
					t.Errorf("%s, step %d: the caption for %q shares %d words in a row with the rule %s: %s", sc.Name, i+1, list, shared, rule, text)
				}
			}
			if !actor.MatchString(caption) {
				t.Errorf("%s, step %d: the caption does not say who acts: %s", sc.Name, i+1, caption)
			}
		}
	}
}

// captions are the texts of a note, by their lists of releases and versions, "" for the text
// without one.
func captions(note string) map[string]string {
	texts := map[string]string{}
	for _, line := range script.SplitNote(note) {
		list, text := "", line
		if rest, ok := strings.CutPrefix(line, "#["); ok {
			list, text, _ = strings.Cut(rest, "]")
		}
		texts[list] = strings.TrimSpace(texts[list] + " " + strings.TrimSpace(text))
	}
	return texts
}

// namesChange reports whether a caption names something of what its step changes, as
// somebody sees it on the stage.
func namesChange(h engine.History, id engine.NodeID, caption string) bool {
	return slices.ContainsFunc(changes(h, id), func(word string) bool {
		return regexp.MustCompile(`(^|[^\w-])` + regexp.QuoteMeta(word) + `($|[^\w])`).MatchString(caption)
	})
}

// changes are the words for what a step changes: what its call returned, the flags, the
// records and their bytes, FIN and RST, the end of an object. A step that changes nothing
// visible has the words of its operation.
func changes(h engine.History, id engine.NodeID) []string {
	s, version := h.Step(id), h.World(id).Config().Version
	var words []string
	if s.Returned {
		words = append(words, strconv.Itoa(s.Ret))
	}
	if s.Error != engine.ErrorNone {
		words = append(words, s.Error.String(), s.Error.Short())
	}
	for _, c := range explain.FlagChanges(h, id) {
		words = append(words, c.Flag.String())
	}
	for _, m := range s.ByteMoves() {
		words = append(words, explain.RecordName(m.Record), strconv.Itoa(m.To-m.From), strconv.Itoa(m.Record.WireLength(version)))
	}
	for _, signal := range s.Signals() {
		words = append(words, signal.Kind.String())
	}
	if s.Op.Verb == engine.VerbFree {
		words = append(words, "frees")
	}
	if len(words) == 0 {
		for _, word := range regexp.MustCompile(`[a-z]+|\d+`).FindAllString(s.Op.Call(), -1) {
			words = append(words, word, word+"s")
		}
	}
	return words
}

// ruleSentences are the sentences of all rules, and of the differences between releases, from
// the source of the engine.
func ruleSentences(t *testing.T) []string {
	var sentences []string
	files, _ := filepath.Glob(filepath.Join("..", "..", "engine", "*.go"))
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`\bSentence:\s+("(?:[^"\\]|\\.)*")`).FindAllSubmatch(source, -1) {
			sentence, err := strconv.Unquote(string(found[1]))
			if err != nil {
				t.Fatal(err)
			}
			sentences = append(sentences, sentence)
		}
	}
	if len(sentences) < 80 || !slices.Contains(sentences, engine.RuleBothClosed.Sentence) {
		t.Fatalf("only %d sentences are found", len(sentences))
	}
	return sentences
}

// nearestRule finds the rule that has the longest run of words that a caption has, too, and
// how long the run is.
func nearestRule(rules []string, caption string) (nearest string, shared int) {
	words := plainWords(caption)
	for _, rule := range rules {
		sentence := " " + strings.Join(plainWords(rule), " ") + " "
		for i := range words {
			for n := shared + 1; i+n <= len(words) && strings.Contains(sentence, " "+strings.Join(words[i:i+n], " ")+" "); n++ {
				nearest, shared = rule, n
			}
		}
	}
	return nearest, shared
}

// plainWords are the words of a text in small letters, without punctuation.
func plainWords(text string) []string {
	return regexp.MustCompile(`[\w'-]+`).FindAllString(strings.ToLower(text), -1)
}

// TestCaptionChecksCanFail shows the checks of TestCaptions what they are to find.
func TestCaptionChecksCanFail(t *testing.T) {
	s, err := script.Parse("client SSL_shutdown\ns2c hold\n")
	if err != nil {
		t.Fatal(err)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	path := h.Path(tip)
	for caption, want := range map[string]bool{
		"The client closes its half.": false, "The call returns -1.": false, "RECEIVED is set.": false, "SENT is set.": true, "The call returns 0.": true,
	} {
		if got := namesChange(h, path[1], caption); got != want {
			t.Errorf("%q names a change: %v", caption, got)
		}
	}
	if namesChange(h, path[2], "From now on the network is slow.") || !namesChange(h, path[2], "The network holds it.") {
		t.Error("hold changes something else")
	}
	both := engine.RuleBothClosed.Sentence
	if rule, shared := nearestRule(ruleSentences(t), "so "+both); rule != both || shared != len(plainWords(both)) {
		t.Errorf("the nearest rule is %q with %d words", rule, shared)
	}
}
