package conformance

import (
	"compress/gzip"
	"encoding/binary"
	"io"
	"slices"
)

// magic begins a file of recordings once it is unpacked, and names the format.
const magic = "close_notify recordings 1\n"

// textTable numbers texts.
type textTable struct {
	index map[string]int
	list  []string
	times []int
	rank  []int // of each, the most frequent first; once settled
}

// number is that of the text, which is new or known.
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

// settle ranks the texts and brings them into that order.
func (t *textTable) settle() {
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

// column is a list of small numbers.
type column []byte

func (c *column) add(n int) { *c = binary.AppendUvarint(*c, uint64(n)) }

// RecordingWriter gathers what goes into a file of recordings. The zero value is
// ready.
type RecordingWriter struct {
	heads, steps, changes textTable
	entries               []entry
	last                  entry // with all its steps
}

// entry is a recording as numbers of its tables.
type entry struct {
	head, shared   int
	steps, changes []int // those that are not shared
}

// Add adds a recording. Those that begin alike should be added one after the
// other: what one shares with the one before it costs nothing.
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

// Len is how many recordings were added.
func (w *RecordingWriter) Len() int { return len(w.entries) }

// Write writes the file, once. It holds three tables, of heads, steps and
// changes, then the columns: head, shared steps and further steps of each
// recording; step and change of each further step.
func (w *RecordingWriter) Write(to io.Writer) error {
	for _, t := range []*textTable{&w.heads, &w.steps, &w.changes} {
		t.settle()
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

// bytes is the unpacked file.
func (w *RecordingWriter) bytes() []byte {
	var columns [5]column
	for _, e := range w.entries {
		columns[0].add(w.heads.rank[e.head])
		columns[1].add(e.shared)
		columns[2].add(len(e.steps))
		for i := range e.steps {
			columns[3].add(w.steps.rank[e.steps[i]])
			columns[4].add(w.changes.rank[e.changes[i]])
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
