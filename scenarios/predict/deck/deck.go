// Package deck keeps what was answered. What is missed comes back: a Deck has the questions in Leitner's
// five boxes.
package deck

import (
	"cmp"
	"maps"
	"sort"
)

// Boxes is how many boxes a Deck has.
const Boxes = 5

// Interval is after how many days a question in a box, from 1, is asked again: 1, 2, 4, 8 and 16.
//
// Days count, not sessions: what is repeated with time in between stays, and several sessions on one
// evening have none (Latimier et al. 2021: g = 0.74). Whether the intervals grow makes no difference
// to what is remembered (g = 0.03); growing ones ask less.
func Interval(box int) int { return 1 << (box - 1) }

// Deck has the questions that were answered, by their keys. A Deck is a value: Answer returns a new
// one. The zero Deck is empty. Days are counted from any fixed day.
type Deck struct{ cards map[string]Card }

// Card is what a Deck knows of a question.
type Card struct {
	Box int // from 1 to Boxes
	Day int // on which it was last moved
	// Link is the part after "#" of a link that opens the scenario before the step that is asked about;
	// "" for a question of a lesson.
	Link string
}

// Due is the day on which the question comes back.
func (c Card) Due() int { return c.Day + Interval(c.Box) }

// Len is how many questions there are.
func (d Deck) Len() int { return len(d.cards) }

// Card finds a question by its key.
func (d Deck) Card(key string) (Card, bool) {
	c, ok := d.cards[key]
	return c, ok
}

// Answer returns the Deck after an answer on a day. A wrong one puts the question into the first box,
// a right one into the next: a new question into the second, and one that is not due yet stays where it
// is, because to repeat it at once proves nothing. A day before the question's own counts as that day:
// clocks are set back. Nothing changes if key is not the key of a question, or the Deck is full.
func (d Deck) Answer(key string, right bool, day int) Deck {
	card, known := d.cards[key]
	if !isKey(key) || !known && len(d.cards) == MaxCards || day < 0 || day > MaxDay {
		return d
	}
	switch day = max(day, card.Day); {
	case !right:
		card.Box, card.Day = 1, day
	case !known:
		card.Box, card.Day = 2, day
	case day >= card.Due():
		card.Box, card.Day = min(card.Box+1, Boxes), day
	}
	return d.with(key, card)
}

// AnswerLinked is Answer for a question about the scenario of a link. Nothing changes if the link is longer
// than MaxLink, or the text of the Deck would be too long.
func (d Deck) AnswerLinked(key, link string, right bool, day int) Deck {
	next := d.Answer(key, right, day)
	if card, ok := next.cards[key]; ok && isLink(link) {
		card.Link = link
		if next = next.with(key, card); len(next.String()) <= maxDeckText {
			return next
		}
	}
	return d
}

// with is the Deck with another Card of a question.
func (d Deck) with(key string, c Card) Deck {
	cards := map[string]Card{key: c}
	for other, c := range d.cards {
		if other != key {
			cards[other] = c
		}
	}
	return Deck{cards}
}

// Due lists the keys of the questions that are due on a day: those in the first boxes first, in a box
// those that have waited longest.
func (d Deck) Due(day int) []string {
	var keys []string
	for key, c := range d.cards {
		if c.Due() <= day {
			keys = append(keys, key)
		}
	}
	sort.Sort(order{keys, func(a, b string) int {
		x, y := d.cards[a], d.cards[b]
		return cmp.Or(cmp.Compare(x.Box, y.Box), cmp.Compare(x.Day, y.Day), cmp.Compare(a, b))
	}})
	return keys
}

// order sorts keys. The functions of package slices are compiled for each type, which makes the download
// larger; package sort is in it anyway.
type order struct {
	keys    []string
	compare func(a, b string) int
}

func (o order) Len() int           { return len(o.keys) }
func (o order) Less(i, j int) bool { return o.compare(o.keys[i], o.keys[j]) < 0 }
func (o order) Swap(i, j int)      { o.keys[i], o.keys[j] = o.keys[j], o.keys[i] }

// Count is how many questions are in a box.
func (d Deck) Count(box int) int {
	n := 0
	for _, c := range d.cards {
		if c.Box == box {
			n++
		}
	}
	return n
}

// Merge returns a Deck with the questions of both. Of a question that both have, the later answer
// counts, and of two on one day the one in the lower box. The error says that there are too many.
func (d Deck) Merge(other Deck) (Deck, error) {
	cards := map[string]Card{}
	maps.Copy(cards, d.cards)
	for key, c := range other.cards {
		old, known := cards[key]
		if !known || c.Day > old.Day || c.Day == old.Day && c.Box < old.Box {
			cards[key] = c
		}
	}
	both := Deck{cards}
	if len(cards) > MaxCards || len(both.String()) > maxDeckText {
		return d, errTooMany
	}
	return both, nil
}
