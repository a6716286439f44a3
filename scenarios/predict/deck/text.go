package deck

import (
	"errors"
	"sort"
	"strconv"
	"strings"

	"closenotify/engine"
)

// Limits of a Deck.
const (
	MaxCards = 5_000
	MaxDay   = 1_000_000 // 2,700 years
	MaxLink  = 2_000     // bytes
)

// maxDeckText is the length of the longest text of a Deck, in bytes.
const maxDeckText = 1 << 20

// deckHead is the first line of the text.
const deckHead = "close_notify questions 1"

var errTooMany = errors.New("there are more than " + strconv.Itoa(MaxCards) + " questions, or more than 1 MiB")

// String is the Deck as text: a line that says what it is, then for each question its key, its box, its
// day and its link if it has one: "0x4k2r8q1v7nz 2 20783". Parse reads it back.
func (d Deck) String() string {
	var b strings.Builder
	b.WriteString(deckHead + "\n")
	var keys []string
	for key := range d.cards {
		keys = append(keys, key)
	}
	sort.Sort(order{keys, strings.Compare})
	for _, key := range keys {
		c := d.cards[key]
		b.WriteString(key + " " + strconv.Itoa(c.Box) + " " + strconv.Itoa(c.Day))
		if c.Link != "" {
			b.WriteString(" " + c.Link)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Parse reads the text of a Deck. Line ends of Windows and white space around the text make no
// difference. The error says which line is wrong, and the Deck is then empty.
func Parse(text string) (Deck, error) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "\r\n", "\n")
	if len(text) > maxDeckText {
		return Deck{}, errTooMany
	}
	lines := strings.Split(text, "\n")
	if lines[0] != deckHead {
		return Deck{}, errors.New("this is not a file of answered questions: its first line is not " + engine.Quote(deckHead))
	}
	if len(lines)-1 > MaxCards {
		return Deck{}, errTooMany
	}
	d := Deck{map[string]Card{}}
	for i, line := range lines[1:] {
		key, c, why := parseCard(line)
		if _, twice := d.cards[key]; twice && why == "" {
			why = "the question is there twice"
		}
		if why != "" {
			return Deck{}, errors.New("line " + strconv.Itoa(i+2) + ", " + engine.Quote(line) + ": " + why)
		}
		d.cards[key] = c
	}
	return d, nil
}

// parseCard reads a line. why says what is wrong with it.
func parseCard(line string) (key string, c Card, why string) {
	fields := strings.Split(line, " ")
	linked := len(fields) == 4
	if len(fields) != 3 && !linked {
		return "", Card{}, "expected a key, a box and a day"
	}
	if linked {
		if c.Link = fields[3]; !isLink(c.Link) {
			return "", Card{}, "expected a link of at most " + strconv.Itoa(MaxLink) + " letters, digits, -, _ and ."
		}
	}
	if key = fields[0]; !isKey(key) {
		return "", Card{}, "expected a key of 13 digits and small letters"
	}
	box, ok := number(fields[1], Boxes)
	if !ok || box == 0 {
		return "", Card{}, "expected a box from 1 to " + strconv.Itoa(Boxes)
	}
	day, ok := number(fields[2], MaxDay)
	if !ok {
		return "", Card{}, "expected a day from 0 to " + strconv.Itoa(MaxDay)
	}
	c.Box, c.Day = box, day
	return key, c, ""
}

// isLink reports whether text may be the part after "#" of a link.
func isLink(text string) bool {
	return text != "" && len(text) <= MaxLink && strings.Trim(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.") == ""
}

// number reads a number as String writes it.
func number(text string, most int) (n int, ok bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0 && n <= most && strconv.Itoa(n) == text
}

// isKey reports whether text may be the key of a question.
func isKey(text string) bool {
	return len(text) == keyLength && strings.Trim(text, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
}
