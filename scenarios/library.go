package scenarios

import (
	"errors"
	"iter"
	"strings"
)

// Library is the shipped scenarios, as far as they are known: the page begins with the contents
// and one scenario, and fetches the others. It is a value; nothing in it is written once it is
// made. Each script is parsed when it is first asked for.
type Library struct {
	entries []*Entry
	scripts []*lazyScript // of all entries
}

// Entry is one shipped scenario. Links refer to it by its number and hold only what is different
// from it, so a number is never changed or given out again, and the steps under it never change:
// a scenario that gets other steps gets another number, and its old text is retired.
type Entry struct {
	Number  int
	Name    string // "" if it is retired
	Chapter string // its title; "" if it is retired
	Title   string

	// The rest is empty while it has not been fetched.

	Script       string
	Wrong, Right string // scripts whose program has the mistake, and has it mended; "" for none
	Closing      Closing
	Fix          string // one sentence: what to do
	Elsewhere    string // the steps for which the lesson's page has the words of other programs: "3 6"
	Challenge    string // what is to be done, see package challenge; "" if it is a lesson
}

// The errors of Find and FindByNumber.
var (
	ErrNotFetched = errors.New("the scenario has not been fetched yet")
	ErrNotShipped = errors.New("there is no such shipped scenario")
)

// Endings of the names of an entry's other scripts.
const (
	WrongCode = "/wrong"
	RightCode = "/right"
)

// LessonOf is the name of the scenario to which a script belongs, given the script's name.
func LessonOf(name string) string {
	lesson, _, _ := strings.Cut(name, "/")
	return lesson
}

// NewLibrary makes a Library of entries, in the order in which they teach, and of retired ones.
func NewLibrary(entries []*Entry) Library {
	l := Library{entries: entries}
	for _, e := range entries {
		l.scripts = append(l.scripts, &lazyScript{name: e.Name, number: e.Number, text: e.Script})
		if e.Wrong != "" {
			l.scripts = append(l.scripts, &lazyScript{name: e.Name + WrongCode, text: e.Wrong}, &lazyScript{name: e.Name + RightCode, text: e.Right})
		}
	}
	return l
}

// With is the library with more entries, which follow the others.
func (l Library) With(more ...*Entry) Library {
	return NewLibrary(append(l.entries[:len(l.entries):len(l.entries)], more...))
}

// Entries lists the shipped scenarios in the order in which they teach, without the retired
// ones. Those of a chapter follow one another.
func (l Library) Entries() []*Entry {
	var list []*Entry
	for _, e := range l.entries {
		if e.Name != "" {
			list = append(list, e)
		}
	}
	return list
}

// IsComplete reports whether every script is known.
func (l Library) IsComplete() bool {
	for _, e := range l.entries {
		if e.Script == "" {
			return false
		}
	}
	return l.entries != nil
}

// Entry looks up a shipped scenario, nil if there is none. The name may be that of one of its
// other scripts.
func (l Library) Entry(name string) *Entry {
	name = LessonOf(name)
	for _, e := range l.entries {
		if e.Name == name && name != "" {
			return e
		}
	}
	return nil
}

// Next is the scenario that follows a shipped one, nil after the last.
func (l Library) Next(name string) *Entry {
	last := ""
	for _, e := range l.Entries() {
		if last != "" && last == LessonOf(name) {
			return e
		}
		last = e.Name
	}
	return nil
}

// Find looks up a shipped scenario by its name. With an ending, the name is that of one of the
// scripts with its code: "half-close/wrong". The error is ErrNotFetched or ErrNotShipped, or says
// what is wrong with its text.
func (l Library) Find(name string) (Scenario, error) {
	for _, s := range l.scripts {
		if s.name == name && name != "" {
			return s.parsed()
		}
	}
	if e := l.Entry(name); l.entries == nil || e != nil && e.Script == "" {
		return Scenario{}, ErrNotFetched
	}
	return Scenario{}, ErrNotShipped
}

// FindByNumber looks up a scenario by its number. It may be a retired one, which has no
// name. The errors are those of Find.
func (l Library) FindByNumber(number int) (Scenario, error) {
	for _, s := range l.scripts {
		if s.number == number && number > 0 {
			return s.parsed()
		}
	}
	if l.entries == nil {
		return Scenario{}, ErrNotFetched
	}
	return Scenario{}, ErrNotShipped
}

// All goes through the shipped scenarios that are known. It parses only those that it comes to.
func (l Library) All() iter.Seq[Scenario] {
	return func(yield func(Scenario) bool) {
		for _, s := range l.scripts {
			if s.number == 0 || s.name == "" || s.text == "" {
				continue
			}
			if sc, err := s.parsed(); err == nil && !yield(sc) {
				return
			}
		}
	}
}
