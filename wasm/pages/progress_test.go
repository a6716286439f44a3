package pages

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"closenotify/scenarios/library"
	"closenotify/scenarios/node"
	"closenotify/scenarios/predict/deck"
)

// randomDeck has a few questions, some of them always the same.
func randomDeck(r *rand.Rand) deck.Deck {
	var d deck.Deck
	for range r.IntN(40) {
		day := 20_000 + r.IntN(20)
		key, right := deck.Hash(r.IntN(60)).Key("returns"), r.IntN(2) == 0
		if r.IntN(2) == 0 {
			d = d.Answer(key, right, day)
		} else {
			d = d.AnswerLinked(key, fmt.Sprint("2S-_A", r.IntN(9), ".3"), right, day)
		}
	}
	return d
}

// TestProgressKnowsThePractice: the page reads, writes and merges what the practice keeps as package
// deck does.
func TestProgressKnowsThePractice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var pairs [][2]string
	var want []string
	for range 300 {
		a, b := randomDeck(r), randomDeck(r)
		both, err := a.Merge(b)
		if err != nil {
			t.Fatal(err)
		}
		pairs, want = append(pairs, [2]string{a.String(), b.String()}), append(want, both.String())
	}
	var got []string
	node.Run(t, []string{"course/progress.js"}, `done(data.map(([a, b]) => {
		const text = progressText({ set: "1", played: new Map(), answered: readDeck(b) });
		return deckText(mergeAnswered(readDeck(a), readProgress(text).answered));
	}));`, pairs, &got)
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%q:\n%s\nwant\n%s", pairs[i], got[i], want[i])
		}
	}
}

// progressFile is a file that can be read.
const progressFile = "close_notify progress 1\nset 10abcxyz\nplayed half-close 20783\nplayed truncation 20784\nanswered 0x4k2r8q1v7nz 2 20783\n"

// TestProgressIsReadAgain, with line ends of Windows, too. What is played twice counts from the first
// day.
func TestProgressIsReadAgain(t *testing.T) {
	var got struct{ Text, Windows, Merged, Damaged string }
	node.Run(t, []string{"course/progress.js"}, `done({
		Text: progressText(readProgress(data)),
		Windows: progressText(readProgress("\uFEFF" + data.replaceAll("\n", "\r\n"))),
		Merged: playedText(mergePlayed(readPlayed("half-close 20790\nreuse 5\n"), readProgress(data).played)),
		Damaged: playedText(readPlayed("x\nhalf-close 1\n<b> 2\nreuse -1\n")) + readDeck("close_notify questions 1\n0x4k2r8q1v7nz 9 1\n").size,
	});`, progressFile, &got)
	if got.Text != progressFile || got.Windows != progressFile || got.Merged != "half-close 20783\nreuse 5\ntruncation 20784\n" || got.Damaged != "half-close 1\n0" {
		t.Errorf("%+v", got)
	}
}

// TestBadProgress: what is wrong with a file is said, and in which line.
func TestBadProgress(t *testing.T) {
	var many strings.Builder
	many.WriteString("close_notify progress 1\n")
	for i := range 1001 {
		fmt.Fprintf(&many, "played lesson-%d 1\n", i)
	}
	bad := map[string]string{
		"": "it is not the progress of a set", "close_notify questions 1\n": "it is not the progress of a set",
		"close_notify progress 1\n":                                "it has no line with the set",
		strings.Repeat("x", 250_001):                               "more than 250000 characters",
		many.String():                                              "line 1002, “played lesson-1000 1”: there are more than 1000 lessons",
		progressFile + "x":                                         "line 6, “x”: expected set, played or answered",
		progressFile + "set 1":                                     "line 6, “set 1”: there is a set already",
		progressFile + "played half-close 1":                       "the lesson is there twice",
		progressFile + "played <b> 1":                              "expected the name of a lesson and a day",
		progressFile + "played reuse 0x1":                          "expected the name of a lesson and a day",
		progressFile + "played reuse 1 2":                          "expected the name of a lesson and a day",
		progressFile + "answered 0x4k2r8q1v7nz 1 1":                "the question is there twice",
		progressFile + "answered 0x4k2r8q1v7n0 6 1":                "expected a box from 1 to 5",
		progressFile + "answered 0x4k2r8q1v7n0 1 1000001":          "expected a day from 0 to 1000000",
		progressFile + "answered 0x4k2r8q1v7 1 1":                  "expected the key of a question",
		progressFile + "answered 0x4k2r8q1v7n0":                    "expected a box",
		progressFile + "answered 0x4k2r8q1v7n0 1 1 <b>":            "expected a link of at most 2000 letters",
		progressFile + "answered 0x4k2r8q1v7n0 1 1 a b":            "expected the key of a question",
		strings.Replace(progressFile, "10abcxyz", "10<x>", 1):      "line 2, “set 10<x>”: expected the end of a link",
		strings.Replace(progressFile, "\nplayed", "\n\nplayed", 1): "line 3, “”: expected set, played or answered",
	}
	texts := []string{}
	for text := range bad {
		texts = append(texts, text)
	}
	var got []string
	node.Run(t, []string{"course/progress.js"}, `done(data.map((text) => {
		try { readProgress(text); return "read"; }
		catch (error) { return error instanceof ProgressError ? error.message : "not a ProgressError: " + error.stack; }
	}));`, texts, &got)
	for i, text := range texts {
		if !strings.Contains(got[i], bad[text]) {
			t.Errorf("%.100q says %q, want %q", text, got[i], bad[text])
		}
	}
}

// TestQuestionKeys: the page of a class knows which questions belong to which lesson.
func TestQuestionKeys(t *testing.T) {
	keys, err := questionKeys(library.All()[:5])
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{} // lessons that begin alike share questions
	for name, list := range keys {
		own := strings.Fields(list)
		if len(own) == 0 {
			t.Errorf("%s has no questions", name)
		}
		for _, key := range own {
			if seen[key] = true; len(key) != 13 {
				t.Errorf("%s: %q", name, key)
			}
		}
	}
	if len(keys) != 5 || len(seen) < 10 {
		t.Errorf("%d questions of %d lessons", len(seen), len(keys))
	}
}
