package deck_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/scenarios/predict/deck"
)

const (
	keyA = "0000000000000"
	keyB = "1abcdefghijkl"
)

// TestDeckMovesQuestions: right answers move a question on when it is due, wrong ones back.
func TestDeckMovesQuestions(t *testing.T) {
	var d deck.Deck
	for i, c := range []struct {
		right     bool
		day       int
		box, from int // afterwards: the box, and the day from which it is due
	}{
		{false, 10, 1, 11},
		{true, 10, 1, 11}, // not due
		{true, 11, 2, 13},
		{true, 12, 2, 13}, // not due
		{true, 13, 3, 17},
		{true, 30, 4, 38},
		{true, 38, 5, 54},
		{true, 54, 5, 70}, // there are no more boxes
		{true, 50, 5, 70}, // the clock was set back
		{false, 50, 1, 55},
	} {
		before, text := d, d.String()
		d = d.Answer(keyA, c.right, c.day)
		card, ok := d.Card(keyA)
		if !ok || card.Box != c.box || card.Due() != c.from || d.Count(c.box) != 1 {
			t.Errorf("answer %d: %+v, due on %d, want box %d and day %d", i+1, card, card.Due(), c.box, c.from)
		}
		if due := d.Due(c.from - 1); len(due) != 0 {
			t.Errorf("answer %d: %q is due too early", i+1, due)
		}
		if due := d.Due(c.from); !slices.Equal(due, []string{keyA}) {
			t.Errorf("answer %d: on day %d %q is due", i+1, c.from, due)
		}
		if before.String() != text {
			t.Errorf("answer %d changed the Deck before it", i+1)
		}
	}
	if card, _ := (deck.Deck{}).Answer(keyA, true, 3).Card(keyA); card.Box != 2 || card.Due() != 5 {
		t.Errorf("a new question that was answered right is in %+v", card)
	}
}

// TestLinkedQuestions: a link stays with its question, in the text, too.
func TestLinkedQuestions(t *testing.T) {
	const link = "2S-_Ab9.3"
	d := deck.Deck{}.AnswerLinked(keyA, link, false, 10).Answer(keyB, true, 11)
	d = d.Answer(keyA, true, 11)
	if c, _ := d.Card(keyA); c != (deck.Card{Box: 2, Day: 11, Link: link}) {
		t.Errorf("%+v", c)
	}
	again, err := deck.Parse(d.String())
	if c, _ := again.Card(keyA); err != nil || c.Link != link || again.String() != d.String() || !strings.Contains(d.String(), keyA+" 2 11 "+link+"\n") {
		t.Errorf("%v, %+v of\n%s", err, c, d)
	}
	for _, bad := range []string{"", "a b", "a\nb", strings.Repeat("x", deck.MaxLink+1)} {
		if next := d.AnswerLinked("2abcdefghijkl", bad, false, 11); next.String() != d.String() {
			t.Errorf("the link %.9q is kept", bad)
		}
	}
	full := deck.Deck{}
	for i := range 600 {
		n := strconv.Itoa(i)
		full = full.AnswerLinked(strings.Repeat("0", 13-len(n))+n, strings.Repeat("x", deck.MaxLink), false, 1)
	}
	if again, err := deck.Parse(full.String()); err != nil || again.Len() != full.Len() || full.Len() >= 600 {
		t.Errorf("%d questions with long links, %v", full.Len(), err)
	}
}

// TestDeckRefuses: what is no answer changes nothing.
func TestDeckRefuses(t *testing.T) {
	d := deck.Deck{}.Answer(keyA, true, 1)
	for _, wrong := range []deck.Deck{d.Answer("", true, 1), d.Answer(keyA+"x", true, 1), d.Answer(strings.ToUpper(keyB), true, 1), d.Answer(keyB, true, -1), d.Answer(keyB, true, deck.MaxDay+1)} {
		if wrong.String() != d.String() {
			t.Errorf("changed to\n%s", wrong)
		}
	}
	for i := 1; d.Len() < deck.MaxCards; i++ {
		d = insert(t, d, i)
	}
	if full := d.Answer(keyB, true, 1); full.Len() != deck.MaxCards {
		t.Errorf("%d questions", full.Len())
	}
	if moved, _ := d.Answer(keyA, false, 1).Card(keyA); moved.Box != 1 {
		t.Errorf("a full Deck does not move a question: %+v", moved)
	}
	if _, err := d.Merge(deck.Deck{}.Answer(keyB, true, 1)); err == nil {
		t.Error("two Decks that are too many are merged")
	}
	if again, err := deck.Parse(d.String()); err != nil || again.String() != d.String() {
		t.Errorf("a full Deck is not read back: %v", err)
	}
}

// insert adds many questions at once, for speed.
func insert(t *testing.T, d deck.Deck, from int) deck.Deck {
	t.Helper()
	var b strings.Builder
	b.WriteString("close_notify questions 1\n")
	for i := from; i < from+deck.MaxCards-d.Len(); i++ {
		n := strconv.Itoa(i)
		b.WriteString("2" + strings.Repeat("0", 12-len(n)) + n + " 1 5\n")
	}
	more, err := deck.Parse(b.String())
	if err != nil {
		t.Fatal(err)
	}
	if d, err = d.Merge(more); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMerge: the later answer counts.
func TestMerge(t *testing.T) {
	old := deck.Deck{}.Answer(keyA, true, 1).Answer(keyB, true, 9)
	other := deck.Deck{}.Answer(keyA, false, 4).Answer(keyB, false, 9)
	for _, pair := range [][2]deck.Deck{{old, other}, {other, old}} {
		d, err := pair[0].Merge(pair[1])
		a, _ := d.Card(keyA)
		b, _ := d.Card(keyB)
		if err != nil || d.Len() != 2 || a != (deck.Card{Box: 1, Day: 4}) || b != (deck.Card{Box: 1, Day: 9}) {
			t.Errorf("%+v %+v, %v", a, b, err)
		}
	}
}

// TestParse: mistakes are told with their place, and leave an empty Deck.
func TestParse(t *testing.T) {
	const head = "close_notify questions 1\n"
	for text, want := range map[string]string{
		"":                                      `this is not a file of answered questions: its first line is not "close_notify questions 1"`,
		"close_notify questions 2\n":            "this is not a file of answered questions",
		head + keyA:                             `line 2, "` + keyA + `": expected a key, a box and a day`,
		head + keyA + " 6 1":                    "expected a box from 1 to 5",
		head + keyA + " 0 1":                    "expected a box from 1 to 5",
		head + keyA + " 1 01":                   "expected a day from 0 to 1000000",
		head + keyA + " 1 1000001":              "expected a day from 0 to 1000000",
		head + keyA + " 1 -1":                   "expected a day",
		head + "short 1 1":                      "expected a key of 13 digits and small letters",
		head + keyA + " 1 1\n" + keyA + " 2 2":  `line 3, "` + keyA + ` 2 2": the question is there twice`,
		head + "\n\n" + keyA + " 1 1":           `line 2, "": expected a key, a box and a day`,
		head + keyA + " 1 1 a#b":                "expected a link of at most 2000 letters, digits, -, _ and .",
		head + keyA + " 1 1 a b":                "expected a key, a box and a day",
		head + strings.Repeat("x", 1<<20):       "there are more than 5000 questions",
		head + strings.Repeat("\n", 6000) + ".": "there are more than 5000 questions",
	} {
		d, err := deck.Parse(text)
		if err == nil || !strings.Contains(err.Error(), want) || d.Len() != 0 {
			t.Errorf("%.60q: %v, want %s", text, err, want)
		}
	}
	d, err := deck.Parse("\n close_notify questions 1\r\n" + keyB + " 3 7\r\n" + keyA + " 1 0\n\n")
	if want := head + keyA + " 1 0\n" + keyB + " 3 7\n"; err != nil || d.String() != want {
		t.Errorf("%v, %q, want %q", err, d.String(), want)
	}
}

// FuzzParse: what is read is written back and read again, and can be answered.
func FuzzParse(f *testing.F) {
	f.Add("close_notify questions 1\n" + keyA + " 1 20783\n" + keyB + " 5 20000\n")
	f.Add("close_notify questions 1\r\n" + keyA + " 1 1000000\r\n")
	f.Add("close_notify questions 1\n" + keyA + " 1 1 2S-_A.3\n")
	f.Add("close_notify questions 1\n" + keyA + " 1 1\n" + keyA + " 1 1\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := deck.Parse(text)
		if err != nil {
			return
		}
		again, err := deck.Parse(d.String())
		if err != nil || again.String() != d.String() {
			t.Fatalf("%q is read as\n%s\nand then %v", text, d, err)
		}
		for _, key := range d.Due(deck.MaxDay) {
			if card, _ := d.Answer(key, true, deck.MaxDay).Card(key); card.Box < 1 || card.Box > deck.Boxes {
				t.Fatalf("%s is in box %d", key, card.Box)
			}
		}
	})
}
