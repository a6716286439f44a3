package conformance

import (
	"compress/gzip"
	"encoding/binary"
	"io"
	"slices"
)

// magic is the first line of an unpacked file. It names the format.
const magic = "close_notify recordings 1\n"

// textTable gives numbers to texts.
type textTable struct {
	index map[string]int // of a text in list
	list  []string
	times []int // how often each was used
	rank  []int // set by sort: the new index of each
}

// number returns the index of the text, and adds it if it is new.
func (t *textTable) number(text string) int {
	if t.index == nil {
		t.index = map[string]int{}
	}
	n, ok := t.index[text]
	if !ok {
		n = len(t.list)
		t.index[text] = n
		t.list, t.times = append(t.list, text), append(t.times, 0)
	}
	return n
}

// sort puts the most frequent texts first, so that their numbers take few bytes.
func (t *textTable) sort() {
	order := make([]int, len(t.list))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int { return t.times[b] - t.times[a] })
	list := make([]string, len(order))
	t.rank = make([]int, len(order))
	for rank, n := range order {
		list[rank], t.rank[n] = t.list[n], rank
	}
	t.list = list
}

// column is a list of small numbers, as uvarints.
type column []byte

// The columns of a file. The first three have a number for each recording, the others
// for each step that is not shared.
const (
	headColumn   = iota // of the table of heads
	sharedColumn        // Recording.Shared
	moreColumn          // how many steps follow those
	stepColumn          // of the table of steps
	changeColumn        // of the table of changes
	columnCount
)

func (c *column) add(n int) { *c = binary.AppendUvarint(*c, uint64(n)) }

// RecordingWriter collects recordings and writes them to a file. The zero value is ready
// to use.
type RecordingWriter struct {
	heads, steps, changes textTable
	entries               []entry
	last                  entry // the previous one, with all its steps
}

// entry is a recording whose texts are numbers in the writer's tables.
type entry struct {
	head, shared   int
	steps, changes []int // those that are not shared
}

// Add adds a recording. Add recordings with the same beginning one after the other: the
// steps that one shares with the previous one are not stored again.
func (w *RecordingWriter) Add(r Recording) error {
	rows, err := r.rows()
	if err != nil {
		return err
	}
	e := entry{head: w.heads.number(r.Head)}
	before := row{}
	for i := range rows {
		e.steps = append(e.steps, w.steps.number(r.Steps[i]))
		e.changes = append(e.changes, w.changes.number(rows[i].change(&before, r.Steps[i])))
		before = rows[i]
	}
	whole := e
	for len(w.entries) > 0 && e.head == w.last.head && e.shared < min(len(e.steps), len(w.last.steps)) &&
		e.steps[e.shared] == w.last.steps[e.shared] && e.changes[e.shared] == w.last.changes[e.shared] {
		e.shared++
	}
	e.steps, e.changes = e.steps[e.shared:], e.changes[e.shared:]
	w.heads.times[e.head]++
	for i := range e.steps {
		w.steps.times[e.steps[i]]++
		w.changes.times[e.changes[i]]++
	}
	w.entries = append(w.entries, e)
	w.last = whole
	return nil
}

// Len returns how many recordings were added.
func (w *RecordingWriter) Len() int { return len(w.entries) }

// Write writes the file. Call it once, after all Adds. The file is compressed with gzip.
// Unpacked it has the line magic, the tables of heads, steps and changes (see
// row.change), then the columns. A list or text begins with its length, as a uvarint.
func (w *RecordingWriter) Write(to io.Writer) error {
	for _, t := range []*textTable{&w.heads, &w.steps, &w.changes} {
		t.sort()
	}
	z, err := gzip.NewWriterLevel(to, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(w.bytes()); err != nil {
		return err
	}
	return z.Close()
}

// bytes returns the unpacked file.
func (w *RecordingWriter) bytes() []byte {
	var columns [columnCount]column
	for _, e := range w.entries {
		columns[headColumn].add(w.heads.rank[e.head])
		columns[sharedColumn].add(e.shared)
		columns[moreColumn].add(len(e.steps))
		for i := range e.steps {
			columns[stepColumn].add(w.steps.rank[e.steps[i]])
			columns[changeColumn].add(w.changes.rank[e.changes[i]])
		}
	}
	b := []byte(magic)
	for _, t := range []*textTable{&w.heads, &w.steps, &w.changes} {
		b = binary.AppendUvarint(b, uint64(len(t.list)))
		for _, text := range t.list {
			b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
		}
	}
	for _, c := range columns {
		b = append(binary.AppendUvarint(b, uint64(len(c))), c...)
	}
	return b
}
