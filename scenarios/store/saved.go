package store

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"closenotify/engine/script"
)

// Saved is a scenario that a person keeps. It is comparable.
type Saved struct {
	Entry
	Script string // text in the script language, at most MaxScript bytes; not parsed
}

// Entry is what a list says of a Saved.
type Entry struct {
	ID      string    // made by the Store: 26 random letters and digits
	Title   string    // 1 to MaxTitle runes, see CleanTitle
	Step    int       // how many steps had been taken when it was saved
	Created time.Time // UTC, whole milliseconds
	Version
}

// Version is set by Put. It tells whether a scenario was changed since it was read. The zero
// Version is that of a scenario which is not stored.
type Version struct {
	Modified time.Time // UTC, whole milliseconds
	Revision string    // no two have the same; "" if an older page has stored it
}

// Limits of what a Store accepts, and of what it reads.
const (
	MaxTitle  = 80                           // runes
	MaxScript = 64<<10 + 2*script.MaxProgram // bytes
	MaxStep   = script.MaxSteps

	maxID = 64 // bytes
)

// maxTime is the last moment of a JavaScript Date (ECMA-262 §21.4.1.1).
var maxTime = time.UnixMilli(8.64e15)

// CleanTitle returns title as a Store keeps it: without hidden characters (see
// script.IsHidden), with one blank for any white space between words, and none at the
// ends.
func CleanTitle(title string) string {
	return strings.Join(strings.Fields(script.StripHidden(title)), " ")
}

// prepared returns s as Put stores it at the moment now.
func prepared(s Saved, now time.Time) (Saved, error) {
	if s.ID == "" {
		// With so many random bits no other tab makes the same, and none has to be asked.
		s.ID = randomText()
	}
	if s.Created.IsZero() {
		s.Created = now
	}
	s.Version = Version{now, randomText()}
	return s.checked()
}

// randomText returns 130 random bits as 26 letters and digits. The source is seeded by the system;
// crypto/rand would add 5 kB to the download, and nothing here is secret.
func randomText() string {
	const digits = "abcdefghijklmnopqrstuvwxyz234567"
	text := make([]byte, 26)
	for i := range text {
		text[i] = digits[rand.Uint32()>>27]
	}
	return string(text)
}

// checked returns s with a clean title and with times as IndexedDB keeps them. The error
// is an *InvalidError.
func (s Saved) checked() (Saved, error) {
	var err error
	if s.Entry, err = s.Entry.checked(); err != nil {
		return Saved{}, err
	}
	switch {
	case len(s.Script) > MaxScript:
		return Saved{}, &InvalidError{"Script", fmt.Sprintf("has %d bytes, more than %d", len(s.Script), MaxScript)}
	case !utf8.ValidString(s.Script):
		return Saved{}, &InvalidError{"Script", "is not valid UTF-8"}
	}
	return s, nil
}

func (e Entry) checked() (Entry, error) {
	if !validID(e.ID) {
		return Entry{}, &InvalidError{"ID", fmt.Sprintf("%.64q is not 1 to %d letters, digits, - and _", e.ID, maxID)}
	}
	var err error
	if e.Title, err = checkedTitle(e.Title); err != nil {
		return Entry{}, err
	}
	switch {
	case e.Step < 0 || e.Step > MaxStep:
		return Entry{}, &InvalidError{"Step", fmt.Sprintf("%d is not in 0 to %d", e.Step, MaxStep)}
	case !validTime(e.Created):
		return Entry{}, &InvalidError{"Created", "is out of range"}
	case !validTime(e.Modified):
		return Entry{}, &InvalidError{"Modified", "is out of range"}
	}
	e.Created, e.Modified = millis(e.Created), millis(e.Modified)
	return e, nil
}

// checkedTitle returns the title as a Store keeps it. The error is an *InvalidError.
func checkedTitle(title string) (string, error) {
	if !utf8.ValidString(title) {
		return "", &InvalidError{"Title", "is not valid UTF-8"}
	}
	title = CleanTitle(title)
	visible := func(r rune) bool { return unicode.IsGraphic(r) && r != ' ' }
	if !strings.ContainsFunc(title, visible) {
		return "", &InvalidError{"Title", "is empty"}
	}
	if n := utf8.RuneCountInString(title); n > MaxTitle {
		return "", &InvalidError{"Title", fmt.Sprintf("has %d characters, more than %d", n, MaxTitle)}
	}
	return title, nil
}

// isSame reports whether two hold the same scenario.
func (s Saved) isSame(other Saved) bool {
	return s.Title == other.Title && s.Script == other.Script && s.Step == other.Step
}

// validID reports whether id can be the ID of a Saved. Records of other programs may have
// any.
func validID(id string) bool {
	other := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	return id != "" && len(id) <= maxID && !strings.ContainsFunc(id, other)
}

func validTime(t time.Time) bool {
	return !t.Before(time.UnixMilli(0)) && !t.After(maxTime)
}

// millis is t in UTC and whole milliseconds, so that times can be compared with == and are
// the same in every Store.
func millis(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }

// Find returns the place of the scenario with this ID in a list, -1 if it is not there.
func Find(list []Entry, id string) int {
	for i := range list {
		if list[i].ID == id {
			return i
		}
	}
	return -1
}

// Without is a copy of list without the scenario with this ID.
func Without(list []Entry, id string) []Entry {
	var left []Entry
	for _, e := range list {
		if e.ID != id {
			left = append(left, e)
		}
	}
	return left
}

// sortNewestFirst sorts by the time of the last change, and by ID where that is the same,
// which happens because browsers round it. It uses package sort, not slices: a generic
// sort of so large a struct would add more to the download than this whole file.
func sortNewestFirst(list []Entry) { sort.Sort(newestFirst(list)) }

type newestFirst []Entry

func (l newestFirst) Len() int      { return len(l) }
func (l newestFirst) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l newestFirst) Less(i, j int) bool {
	a, b := &l[i], &l[j]
	if c := b.Modified.UnixMilli() - a.Modified.UnixMilli(); c != 0 {
		return c < 0
	}
	return cmp.Or(b.Created.Compare(a.Created), cmp.Compare(a.ID, b.ID)) < 0
}
