package conformance

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
)

// Limits of a file: bytes when unpacked, and steps of one recording.
const (
	maxUnpacked = 64 << 20
	maxSteps    = 100_000
)

// errRecordings is the error for a file that RecordingWriter cannot have made.
var errRecordings = errors.New("conformance: not a file of recordings, or a damaged one")

// Recordings is an unpacked file. RecordingWriter.Write describes the format.
type Recordings struct {
	heads, steps, changes []string
	columns               [columnCount]column
}

// ReadRecordingsFile opens and unpacks the file at path, which a RecordingWriter made.
func ReadRecordingsFile(path string) (*Recordings, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := readRecordings(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// readRecordings unpacks what a RecordingWriter wrote.
func readRecordings(from io.Reader) (*Recordings, error) {
	z, err := gzip.NewReader(from)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRecordings, err)
	}
	b, err := io.ReadAll(io.LimitReader(z, maxUnpacked+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRecordings, err)
	}
	return parseRecordings(string(b))
}

// parseRecordings reads what was unpacked.
func parseRecordings(text string) (*Recordings, error) {
	text, ok := strings.CutPrefix(text, magic)
	if !ok || len(text) > maxUnpacked {
		return nil, errRecordings
	}
	c := column(text)
	r := &Recordings{}
	for _, t := range []*[]string{&r.heads, &r.steps, &r.changes} {
		for range c.number() {
			*t = append(*t, string(c.bytes(c.number())))
			if c == nil {
				return nil, errRecordings
			}
		}
	}
	for i := range r.columns {
		r.columns[i] = c.bytes(c.number())
	}
	if c == nil || len(c) > 0 {
		return nil, errRecordings
	}
	return r, nil
}

// number removes the first number from the column. If there is none, it returns 0 and the
// column becomes nil.
func (c *column) number() int {
	n, size := binary.Uvarint(*c)
	if size <= 0 || n > maxUnpacked {
		*c = nil
		return 0
	}
	*c = (*c)[size:]
	return int(n)
}

// bytes removes the first n bytes from the column. If there are fewer, the column becomes
// nil.
func (c *column) bytes(n int) column {
	if n > len(*c) || *c == nil {
		*c = nil
		return nil
	}
	head := (*c)[:n:n]
	*c = (*c)[n:]
	return head
}

// All yields the recordings in the order in which they were written. The next one
// overwrites the slices of the one before. Nothing follows an error.
func (r *Recordings) All() iter.Seq2[Recording, error] {
	return func(yield func(Recording, error) bool) {
		next := reader{Recordings: r, columns: r.columns}
		for len(next.columns[headColumn]) > 0 {
			one, err := next.recording()
			if !yield(one, err) || err != nil {
				return
			}
		}
	}
}

// reader reads one recording after the other from the columns of a file.
type reader struct {
	*Recordings
	columns [columnCount]column
	last    Recording
	rows    []row // of last
}

// recording reads the next one.
func (r *reader) recording() (Recording, error) {
	head, ok := elementOf(r.heads, r.columns[headColumn].number())
	shared, more := r.columns[sharedColumn].number(), r.columns[moreColumn].number()
	if !ok || r.columns[headColumn] == nil || r.columns[sharedColumn] == nil || r.columns[moreColumn] == nil {
		return Recording{}, errRecordings
	}
	if shared > len(r.rows) || shared > 0 && head != r.last.Head || more > maxSteps {
		return Recording{}, errRecordings
	}
	r.last.Head, r.last.Shared = head, shared
	r.last.Steps, r.last.Trace, r.rows = r.last.Steps[:shared], r.last.Trace[:shared], r.rows[:shared]
	for range more {
		if err := r.step(); err != nil {
			return Recording{}, err
		}
	}
	return r.last, nil
}

// step adds the next step to last.
func (r *reader) step() error {
	step, ok := elementOf(r.steps, r.columns[stepColumn].number())
	change, known := elementOf(r.changes, r.columns[changeColumn].number())
	if !ok || !known || r.columns[stepColumn] == nil || r.columns[changeColumn] == nil {
		return errRecordings
	}
	before := row{}
	if len(r.rows) > 0 {
		before = r.rows[len(r.rows)-1]
	}
	after, err := before.changed(change, step)
	if err != nil {
		return err
	}
	r.rows = append(r.rows, after)
	r.last.Steps = append(r.last.Steps, step)
	r.last.Trace = append(r.last.Trace, after.json(len(r.rows), step))
	return nil
}

// elementOf returns element i of the list, if there is one.
func elementOf(list []string, i int) (string, bool) {
	if i >= len(list) {
		return "", false
	}
	return list[i], true
}
