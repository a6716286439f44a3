package program

import "encoding/binary"

// pageSize is how many bytes a page has. pagesInChunk is how many pages a chunk has.
const (
	pageSize     = 64
	pagesInChunk = 16
	chunkSize    = pageSize * pagesInChunk
)

// A page is a piece of memory between two runs. It is never written once it exists. The
// content of bytes that are not set is 0.
type page struct {
	bytes [pageSize]byte
	marks [pageSize / 4]byte // two bits for each byte
}

// A chunk is a run of pages. A page that is nil was never set.
type chunk [pagesInChunk]*page

// A store is memory between two runs. A chunk that is nil was never set.
type store struct {
	size   int
	chunks []*chunk
}

// Pages and chunks of received bytes are as common as those that were never set.
var (
	receivedPage  = func() *page { p := new(page); fill(p.marks[:], 0xaa); return p }()
	receivedChunk = func() *chunk {
		c := new(chunk)
		for i := range c {
			c[i] = receivedPage
		}
		return c
	}()
	zeroPage = func() *page { p := new(page); fill(p.marks[:], 0x55); return p }()
)

// load copies the store to bytes and marks of its size, which are all 0.
func (s store) load(bytes, marks []byte) {
	for i, c := range s.chunks {
		if c == nil {
			continue
		}
		for j, p := range c {
			if from := i*chunkSize + j*pageSize; p != nil && from < s.size {
				to := min(from+pageSize, s.size)
				p.load(bytes[from:to], marks[from:to])
			}
		}
	}
}

func (p *page) load(bytes, marks []byte) {
	switch p {
	case receivedPage:
		fill(marks, received)
		return
	case zeroPage:
		fill(marks, set)
		return
	}
	copy(bytes, p.bytes[:])
	for k := range marks {
		marks[k] = p.marks[k/4] >> (k % 4 * 2) & 3
	}
}

// uniform reports whether all marks are the same.
func uniform(marks []byte) bool {
	for len(marks) >= 9 {
		if binary.LittleEndian.Uint64(marks) != binary.LittleEndian.Uint64(marks[1:]) {
			return false
		}
		marks = marks[8:]
	}
	for i := 1; i < len(marks); i++ {
		if marks[i] != marks[0] {
			return false
		}
	}
	return true
}

// saved returns a store of the bytes and marks. It shares what has not changed with s.
func (s store) saved(bytes, marks []byte) store {
	next := store{size: len(bytes)}
	for from := 0; from < len(bytes); from += chunkSize {
		to := min(from+chunkSize, len(bytes))
		var old *chunk
		if i := from / chunkSize; i < len(s.chunks) {
			old = s.chunks[i]
		}
		next.chunks = append(next.chunks, savedChunk(old, bytes[from:to], marks[from:to]))
	}
	for len(next.chunks) > 0 && next.chunks[len(next.chunks)-1] == nil {
		next.chunks = next.chunks[:len(next.chunks)-1]
	}
	return next
}

func savedChunk(old *chunk, bytes, marks []byte) *chunk {
	var c, before chunk
	if old != nil {
		before = *old
	}
	for i := range c {
		from := min(i*pageSize, len(bytes))
		to := min(from+pageSize, len(bytes))
		c[i] = savedPage(before[i], bytes[from:to], marks[from:to])
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

func savedPage(old *page, bytes, marks []byte) *page {
	if len(marks) == 0 {
		return nil
	}
	if marks[0] != set && uniform(marks) {
		if marks[0] == unset {
			return nil
		}
		if len(marks) == pageSize {
			return receivedPage
		}
	}
	var p page
	for i, mark := range marks {
		p.marks[i/4] |= mark << (i % 4 * 2)
		if mark == set {
			p.bytes[i] = bytes[i]
		}
	}
	switch {
	case p == page{}:
		return nil
	case old != nil && p == *old:
		return old
	case p == *receivedPage:
		return receivedPage
	case p == *zeroPage:
		return zeroPage
	}
	return &p
}
