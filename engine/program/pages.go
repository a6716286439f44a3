package program

import "encoding/binary"

// pageSize is how many bytes a page has. pagesInChunk is how many pages a chunk has.
const (
	pageSize     = 64
	pagesInChunk = 16
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

// page returns page i, nil if it was never set.
func (s store) page(i int) *page {
	if i/pagesInChunk >= len(s.chunks) || s.chunks[i/pagesInChunk] == nil {
		return nil
	}
	return s.chunks[i/pagesInChunk][i%pagesInChunk]
}

// load copies the page to bytes and marks, which are all 0.
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

// savedPage returns the page of the bytes and marks, which may be the one before.
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
