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
)

// Saved is a scenario that a person keeps. It is comparable.
type Saved struct {
	ID       string    // made by the Store: 26 letters and digits from crypto/rand
	Title    string    // 1 to MaxTitle runes, see CleanTitle
	Script   string    // text in the script language, at most MaxScript bytes; not parsed
	Step     int       // where the cursor stood, 0 for before the first step
	Created  time.Time // UTC, whole milliseconds
	Modified time.Time // UTC, whole milliseconds; set by Put
}

// What a Store accepts, and what it believes when it reads.
const (
	MaxTitle  = 80       // runes of a title
	MaxScript = 64 << 10 // bytes of a script
	// MaxStep bounds the cursor: a script has fewer steps than bytes.
	MaxStep = MaxScript

	maxID = 64 // bytes of an ID
)

// maxTime is the last moment of a JavaScript Date (ECMA-262 §21.4.1.1).
var maxTime = time.UnixMilli(8.64e15)

// CleanTitle returns title as a Store keeps it. Each run of white space, line
// breaks and tabs too, becomes one space, outer ones go. Control characters and
// the bidirectional embeddings, overrides and isolates (UAX #9 §2) are dropped:
// a person does not see them, and the latter would turn round the text that
// follows the title on the page.
func CleanTitle(title string) string {
	title = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, title)
	return strings.Join(strings.Fields(title), " ")
}

// prepared returns s as Put stores it at the moment now.
func prepared(s Saved, now time.Time) (Saved, error) {
	if s.ID == "" {
		// 128 bits and more: two tabs never meet, and nothing has to be asked.
		s.ID = rand.Text()
	}
	if s.Created.IsZero() {
		s.Created = now
	}
	s.Modified = now
	return s.checked()
}

// checked returns s with a clean title and times as IndexedDB holds them, or
// says which field does not fit.
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

// checkedTitle returns the title clean, or says why it cannot be one.
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

// validID says whether id can be the ID of a Saved. A record that another
// program has put into the database may have a stranger one.
func validID(id string) bool {
	strange := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	return id != "" && len(id) <= maxID && !strings.ContainsFunc(id, strange)
}

func validTime(t time.Time) bool {
	return !t.Before(time.UnixMilli(0)) && !t.After(maxTime)
}

// millis makes times comparable with == and equal in every Store.
func millis(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }

// sortNewestFirst orders a list by the last change. Browsers measure time in
// milliseconds or coarser, so equal times happen: the ID settles them.
// It sorts through the interface of package sort: a generic sort of so
// large a struct costs the client's download more than all else in this file.
func sortNewestFirst(list []Saved) { sort.Sort(newestFirst(list)) }

type newestFirst []Saved

func (l newestFirst) Len() int      { return len(l) }
func (l newestFirst) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l newestFirst) Less(i, j int) bool {
	a, b := &l[i], &l[j]
	return cmp.Or(b.Modified.Compare(a.Modified), b.Created.Compare(a.Created), cmp.Compare(a.ID, b.ID)) < 0
}
