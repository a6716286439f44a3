package scenarios

import (
	"errors"
	"strconv"
	"strings"
)

// A Library is sent as a text: archiveFormat, and then for each entry its fields, in the order of
// Entry.fields, and a line feed. A field is the number of its bytes in decimal, a colon, and the
// bytes. The page begins with a text in which most entries lack all after their titles.
const archiveFormat = "lessons 2\n"

// maxArchive is how many bytes a Library as a text has at most.
const maxArchive = 4 << 20

// fields are the texts of an entry. The numbers are sent before them.
func (e *Entry) fields() []*string {
	return []*string{
		&e.Chapter, &e.Name, &e.Title, &e.Script, &e.Wrong, &e.Right, &e.Fix,
		&e.Closing.Seen, &e.Closing.Try.Text, &e.Closing.Try.Step, &e.Closing.Try.Outcome, &e.Elsewhere, &e.Challenge,
	}
}

// Part is the library with the contents, and the texts of one entry only.
func (l Library) Part(name string) Library {
	var entries []*Entry
	for _, e := range l.entries {
		if e.Name == "" || e.Name != name {
			e = &Entry{Number: e.Number, Name: e.Name, Chapter: e.Chapter, Title: e.Title}
		}
		entries = append(entries, e)
	}
	return NewLibrary(entries)
}

// Encode returns the library as a text, which ParseLibrary reads.
func (l Library) Encode() string {
	b := []byte(archiveFormat)
	for _, e := range l.entries {
		b = appendField(b, strconv.Itoa(e.Number))
		b = appendField(b, strconv.Itoa(e.Closing.Try.After))
		for _, text := range e.fields() {
			b = appendField(b, *text)
		}
		b = append(b, '\n')
	}
	return string(b)
}

func appendField(b []byte, text string) []byte {
	return append(b, strconv.Itoa(len(text))+":"+text...)
}

// ParseLibrary reads the text of a Library. It does not parse the scripts in it. The error says
// where the text is wrong.
func ParseLibrary(text string) (Library, error) {
	rest, ok := strings.CutPrefix(text, archiveFormat)
	if !ok || len(text) > maxArchive {
		return Library{}, errors.New("the scenarios are not in a form that this page knows")
	}
	r := archiveReader{rest: rest}
	var entries []*Entry
	for r.rest != "" && !r.bad {
		e := &Entry{Number: r.number()}
		e.Closing.Try.After = r.number()
		for _, text := range e.fields() {
			*text = r.field()
		}
		r.rest, ok = strings.CutPrefix(r.rest, "\n")
		r.bad = r.bad || !ok || e.Number == 0 || e.Title == "" || (e.Wrong == "") != (e.Right == "")
		entries = append(entries, e)
	}
	if r.bad {
		return Library{}, errors.New("the text of the scenarios is damaged at byte " + strconv.Itoa(len(text)-len(r.rest)))
	}
	return NewLibrary(entries), nil
}

// archiveReader reads fields.
type archiveReader struct {
	rest string
	bad  bool // a field was not one; nothing is read after it
}

// field reads a field.
func (r *archiveReader) field() string {
	numeral, rest, _ := strings.Cut(r.rest, ":")
	n, err := strconv.Atoi(numeral)
	if r.bad = r.bad || err != nil || n < 0 || n > len(rest) || strconv.Itoa(n) != numeral; r.bad {
		return ""
	}
	r.rest = rest[n:]
	return rest[:n]
}

// number reads a field that is a number, which is not negative.
func (r *archiveReader) number() int {
	numeral := r.field()
	n, err := strconv.Atoi(numeral)
	r.bad = r.bad || err != nil || n < 0 || strconv.Itoa(n) != numeral
	return n
}
