package conformance

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// maxRecordings is how many bytes an unpacked file of recordings may have, and how
// many steps one recording.
const (
	maxRecordings = 64 << 20
	maxSteps      = 100_000
)

// errRecordings says that a file is not as RecordingWriter makes it.
var errRecordings = errors.New("conformance: not a file of recordings, or a damaged one")

// Recordings is a file of them, unpacked.
type Recordings struct {
	heads, steps, changes []string
	columns               [5]column
}

// ReadRecordings unpacks a file that a RecordingWriter made.
func ReadRecordings(from io.Reader) (*Recordings, error) {
	z, err := gzip.NewReader(from)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRecordings, err)
	}
	b, err := io.ReadAll(io.LimitReader(z, maxRecordings+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRecordings, err)
	}
	return parseRecordings(string(b))
}

// parseRecordings reads what was unpacked.
func parseRecordings(text string) (*Recordings, error) {
	text, ok := strings.CutPrefix(text, magic)
	if !ok || len(text) > maxRecordings {
		return nil, errRecordings
	}
	c := column(text)
	r := &Recordings{}
	for _, t := range []*[]string{&r.heads, &r.steps, &r.changes} {
		for range c.take() {
			*t = append(*t, string(c.cut(c.take())))
			if c == nil {
				return nil, errRecordings
			}
		}
	}
	for i := range r.columns {
		r.columns[i] = c.cut(c.take())
	}
	if c == nil || len(c) > 0 {
		return nil, errRecordings
	}
	return r, nil
}

// take takes a number off the column. Where there is none the column becomes nil,
// and the number is 0.
func (c *column) take() int {
	n, size := binary.Uvarint(*c)
	if size <= 0 || n > maxRecordings {
		*c = nil
		return 0
	}
	*c = (*c)[size:]
	return int(n)
}

// cut takes n bytes off the column. Where they are not there it becomes nil.
func (c *column) cut(n int) column {
	if n > len(*c) || *c == nil {
		*c = nil
		return nil
	}
	head := (*c)[:n:n]
	*c = (*c)[n:]
	return head
}

// All gives the recordings in the order in which they were written. The slices of
// one are overwritten by the next. An error is the last thing that comes.
func (r *Recordings) All() iter.Seq2[Recording, error] {
	return func(yield func(Recording, error) bool) {
		p := player{Recordings: r, columns: r.columns}
		for len(p.columns[0]) > 0 {
			one, err := p.next()
			if !yield(one, err) || err != nil {
				return
			}
		}
	}
}

// player reads the columns of a file.
type player struct {
	*Recordings
	columns [5]column
	last    Recording
	rows    []row // of last
}

func (p *player) next() (Recording, error) {
	head, ok := pickText(p.heads, p.columns[0].take())
	shared, more := p.columns[1].take(), p.columns[2].take()
	if !ok || p.columns[0] == nil || p.columns[1] == nil || p.columns[2] == nil {
		return Recording{}, errRecordings
	}
	if shared > len(p.rows) || shared > 0 && head != p.last.Head || more > maxSteps {
		return Recording{}, errRecordings
	}
	p.last.Head, p.last.Shared = head, shared
	p.last.Steps, p.last.Trace, p.rows = p.last.Steps[:shared], p.last.Trace[:shared], p.rows[:shared]
	for range more {
		if err := p.step(); err != nil {
			return Recording{}, err
		}
	}
	return p.last, nil
}

// step adds the next step to the last recording.
func (p *player) step() error {
	step, ok := pickText(p.steps, p.columns[3].take())
	change, known := pickText(p.changes, p.columns[4].take())
	if !ok || !known || p.columns[3] == nil || p.columns[4] == nil {
		return errRecordings
	}
	before := row{}
	if len(p.rows) > 0 {
		before = p.rows[len(p.rows)-1]
	}
	after, err := before.changed(change, step)
	if err != nil {
		return err
	}
	p.rows = append(p.rows, after)
	p.last.Steps = append(p.last.Steps, step)
	p.last.Trace = append(p.last.Trace, after.json(len(p.rows), step))
	return nil
}

// pickText is element i of the list, if there is one.
func pickText(list []string, i int) (string, bool) {
	if i >= len(list) {
		return "", false
	}
	return list[i], true
}
