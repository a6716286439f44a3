package store

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"closenotify/engine/script"
)

// Saved is a scenario that a person keeps. It is comparable.
type Saved struct {
	ID       string    // made by the Store: 26 random letters and digits
	Title    string    // 1 to MaxTitle runes, see CleanTitle
	Script   string    // text in the script language, at most MaxScript bytes; not parsed
	Step     int       // how many steps had been taken when it was saved
	Created  time.Time // UTC, whole milliseconds
	Modified time.Time // UTC, whole milliseconds; set by Put
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
		// With 128 random bits no other tab makes the same, and none has to be asked.
		s.ID = rand.Text()
	}
	if s.Created.IsZero() {
		s.Created = now
	}
	s.Modified = now
	return s.checked()
}

// checked returns s with a clean title and with times as IndexedDB keeps them. The error
// is an *InvalidError.
func (s Saved) checked() (Saved, error) {
	if !validID(s.ID) {
		return Saved{}, &InvalidError{"ID", fmt.Sprintf("%.64q is not 1 to %d letters, digits, - and _", s.ID, maxID)}
	}
	var err error
	if s.Title, err = checkedTitle(s.Title); err != nil {
		return Saved{}, err
	}
	switch {
	case len(s.Script) > MaxScript:
		return Saved{}, &InvalidError{"Script", fmt.Sprintf("has %d bytes, more than %d", len(s.Script), MaxScript)}
	case !utf8.ValidString(s.Script):
		return Saved{}, &InvalidError{"Script", "is not valid UTF-8"}
	case s.Step < 0 || s.Step > MaxStep:
		return Saved{}, &InvalidError{"Step", fmt.Sprintf("%d is not in 0 to %d", s.Step, MaxStep)}
	case !validTime(s.Created):
		return Saved{}, &InvalidError{"Created", "is out of range"}
	case !validTime(s.Modified):
		return Saved{}, &InvalidError{"Modified", "is out of range"}
	}
	s.Created, s.Modified = millis(s.Created), millis(s.Modified)
	return s, nil
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

// sortNewestFirst sorts by the time of the last change, and by ID where that is the same,
// which happens because browsers round it. It uses package sort, not slices: a generic
// sort of so large a struct would add more to the download than this whole file.
func sortNewestFirst(list []Saved) { sort.Sort(newestFirst(list)) }

type newestFirst []Saved

func (l newestFirst) Len() int      { return len(l) }
func (l newestFirst) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l newestFirst) Less(i, j int) bool {
	a, b := &l[i], &l[j]
	return cmp.Or(b.Modified.Compare(a.Modified), b.Created.Compare(a.Created), cmp.Compare(a.ID, b.ID)) < 0
}
