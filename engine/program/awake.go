package program

import "bytes"

// An awake memory is a store while the program runs. Pages are copied from the store when
// they are first used, and only those that may have changed go back.
type awake struct {
	from  store
	bytes []byte
	marks []byte
	pages []byte // of each page, whether it is here
}

// Whether a page is here.
const (
	asleep  byte = iota // it is in the store, and 0 here
	same                // it is what it is in the store
	changed             // or may be
)

// wake returns the memory of a store.
func (s store) wake() awake {
	return awake{s, make([]byte, s.size), make([]byte, s.size), make([]byte, pagesOf(s.size))}
}

// pagesOf is how many pages a memory of a size has.
func pagesOf(size int) int { return (size + pageSize - 1) / pageSize }

// use brings bytes from one place up to another here, to be read, or to be written if the
// pages shall be changed.
func (a *awake) use(from, to int, as byte) {
	for i := from / pageSize; i*pageSize < to; i++ {
		if a.pages[i] == asleep {
			a.load(i)
		}
		a.pages[i] = max(a.pages[i], as)
	}
}

// load copies page i from the store.
func (a *awake) load(i int) {
	if p := a.from.page(i); p != nil {
		from, to := i*pageSize, min((i+1)*pageSize, len(a.bytes))
		p.load(a.bytes[from:to], a.marks[from:to])
	}
}

// grow makes the memory longer. The new bytes are not set.
func (a *awake) grow(size int) {
	a.use(len(a.bytes), len(a.bytes), changed) // the page in which the new bytes begin, if it has others
	a.bytes = append(a.bytes, make([]byte, size-len(a.bytes))...)
	a.marks = append(a.marks, make([]byte, size-len(a.marks))...)
	for len(a.pages) < pagesOf(size) {
		a.pages = append(a.pages, changed)
	}
}

// cut makes the memory shorter.
func (a *awake) cut(size int) {
	if size > 0 {
		a.use(size-1, size, changed) // it may end within a page
	}
	a.bytes, a.marks, a.pages = a.bytes[:size], a.marks[:size], a.pages[:pagesOf(size)]
}

// sleep returns the store of the memory. It shares what has not changed with the one before.
func (a *awake) sleep() store {
	if len(a.bytes) == a.from.size && bytes.IndexByte(a.pages, changed) < 0 {
		return a.from
	}
	next := store{size: len(a.bytes)}
	for i := 0; i*pagesInChunk < len(a.pages); i++ {
		next.chunks = append(next.chunks, a.chunk(i))
	}
	for len(next.chunks) > 0 && next.chunks[len(next.chunks)-1] == nil {
		next.chunks = next.chunks[:len(next.chunks)-1]
	}
	return next
}

// chunk returns chunk i of the store.
func (a *awake) chunk(i int) *chunk {
	var old *chunk
	var before, c chunk
	if i < len(a.from.chunks) && a.from.chunks[i] != nil {
		old = a.from.chunks[i]
		before = *old
	}
	first := i * pagesInChunk
	pages := a.pages[first:min(first+pagesInChunk, len(a.pages))]
	if bytes.IndexByte(pages, changed) < 0 {
		return old
	}
	for j, state := range pages {
		c[j] = before[j]
		if state == changed {
			from, to := (first+j)*pageSize, min((first+j+1)*pageSize, len(a.bytes))
			c[j] = savedPage(before[j], a.bytes[from:to], a.marks[from:to])
		}
	}
	switch c {
	case chunk{}:
		return nil
	case *receivedChunk:
		return receivedChunk
	case before:
		return old
	}
	return &c
}
