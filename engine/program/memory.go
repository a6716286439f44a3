package program

// The objects above the others are not in memory: texts that functions return, and
// handles, which point to nothing that a program can look at.
const (
	firstText   = 1 << 20
	firstHandle = 1 << 21
	indexMask   = 1<<22 - 1
)

// Handles.
const (
	SSL     int64 = (firstHandle + iota) << 32 // the SSL object
	Session                                    // what SSL_get_session returns
	Stdout
	Stderr
)

// A place is a run of bytes that an instruction may read or write.
type place struct {
	bytes, marks []byte
	number       int32 // of the object
}

// split takes a pointer apart.
func split(pointer int64) (tag, index, offset int32) {
	return int32(pointer >> 54), int32(pointer>>32) & indexMask, int32(pointer)
}

// extent returns where the object of a pointer lies. Pointers to texts have no extent.
func (m *machine) extent(pointer int64) (e extent, offset int32, ok bool) {
	tag, index, offset := split(pointer)
	if index == 0 || int(index) > len(m.objects) {
		return extent{}, 0, false
	}
	e = m.objects[index-1]
	return e, offset, e.tag == tag
}

// size returns the size of a pointer's object, if there is one.
func (m *machine) size(pointer int64) (int32, bool) {
	if e, _, ok := m.extent(pointer); ok {
		return e.size, true
	}
	if text, ok := m.text(pointer); ok {
		return int32(len(text)) + 1, true
	}
	return 0, false
}

// text returns the text of a pointer to one.
func (m *machine) text(pointer int64) (string, bool) {
	_, index, _ := split(pointer)
	if index >= firstText && int(index-firstText) < len(m.texts) {
		return m.texts[index-firstText], true
	}
	return "", false
}

// intern returns a pointer to a text that no program can write. It ends with a zero byte.
func (m *machine) intern(text string) int64 {
	for i, t := range m.texts {
		if t == text {
			return int64(firstText+i) << 32
		}
	}
	m.texts = append(m.texts[:len(m.texts):len(m.texts)], text)
	return int64(firstText+len(m.texts)-1) << 32
}

// at returns n bytes from pointer on, or stops the program.
func (m *machine) at(pointer int64, n int64, write bool) (p place, ok bool) {
	e, offset, ok := m.extent(pointer)
	if !ok {
		return m.atText(pointer, n, write)
	}
	if n < 0 || int64(offset) < 0 || int64(offset)+n > int64(e.size) {
		m.stopOutside(n, int64(offset), int64(e.size))
		return place{}, false
	}
	if write && e.readOnly {
		m.stopf("a string literal is written to")
		return place{}, false
	}
	from := e.start + offset
	_, index, _ := split(pointer)
	to := from + int32(n)
	return m.place(from, to, write, index-1), true
}

// place is the bytes from one place in memory up to another.
func (m *machine) place(from, to int32, write bool, number int32) place {
	as := same
	if write {
		as = changed
	}
	m.memory.use(int(from), int(to), as)
	return place{m.memory.bytes[from:to:to], m.memory.marks[from:to:to], number}
}

// stopOutside stops the program for an access that is not in its object.
func (m *machine) stopOutside(n, offset, size int64) {
	if n == 1 {
		m.stopf("byte %d of an object of %d bytes is used", offset, size)
		return
	}
	m.stopf("%d bytes at offset %d of an object of %d bytes are used", n, offset, size)
}

// atText is at for pointers to texts, and for those that point to nothing.
func (m *machine) atText(pointer, n int64, write bool) (place, bool) {
	text, ok := m.text(pointer)
	_, index, offset := split(pointer)
	switch {
	case pointer>>32 == 0 && offset >= 0 && offset < 4096: // a member of what NULL points to
		m.stopf("NULL is dereferenced")
	case !ok && index < firstText && index != 0:
		m.stopf("a pointer to a variable of a function that has returned is used")
	case !ok:
		m.stopf("a pointer is used that points to no variable")
	case write:
		m.stopf("a text that cannot be changed is written to")
	case n < 0 || offset < 0 || int64(offset)+n > int64(len(text))+1:
		m.stopOutside(n, int64(offset), int64(len(text))+1)
	default:
		bytes := []byte(text + "\x00")[offset:][:n]
		marks := make([]byte, n)
		for i := range marks {
			marks[i] = set
		}
		return place{bytes, marks, -1}, true
	}
	return place{}, false
}

// checkSet stops the program unless all bytes have a value that it may look at.
func (m *machine) checkSet(p place) bool {
	for _, mark := range p.marks {
		switch mark {
		case set:
		case received:
			m.stopf("the program looks at received data, whose content is not modelled")
			return false
		default:
			m.stopf("%s is used before it has a value", m.nameOf(int(p.number)))
			return false
		}
	}
	return true
}

// nameOf returns the name of the variable whose object has the number.
func (m *machine) nameOf(number int) string {
	for i := len(m.frames) - 1; i >= 0; i-- {
		first := int(m.frames[i].objects)
		if number < first {
			continue
		}
		for _, v := range m.code.Functions[m.frames[i].function].Locals {
			if int(v.Object) == number-first {
				return v.Name
			}
		}
		return "a value"
	}
	return "a variable"
}

// read returns n bytes that have values.
func (m *machine) read(pointer, n int64) ([]byte, bool) {
	p, ok := m.at(pointer, n, false)
	return p.bytes, ok && m.checkSet(p)
}

// write sets bytes.
func (m *machine) write(pointer int64, bytes []byte) bool {
	p, ok := m.at(pointer, int64(len(bytes)), true)
	if !ok {
		return false
	}
	copy(p.bytes, bytes)
	fill(p.marks, set)
	return true
}

// receive marks n bytes as received.
func (m *machine) receive(pointer, n int64) bool {
	p, ok := m.at(pointer, n, true)
	if !ok {
		return false
	}
	clear(p.bytes)
	fill(p.marks, received)
	return true
}

func fill(bytes []byte, b byte) {
	for i := range bytes {
		bytes[i] = b
	}
}

// cString returns the text that a pointer points to, without the zero byte at its end.
func (m *machine) cString(pointer int64, function string) (string, bool) {
	if pointer == 0 {
		m.stopf("%s of NULL", function)
		return "", false
	}
	return m.cStringUpTo(pointer, -1)
}

// cStringUpTo reads at most limit bytes if limit is not negative.
func (m *machine) cStringUpTo(pointer, limit int64) (string, bool) {
	size, ok := m.size(pointer)
	if !ok {
		_, ok := m.at(pointer, 1, false)
		return "", ok
	}
	_, _, offset := split(pointer)
	rest := int64(size) - int64(offset)
	if limit >= 0 && limit < rest {
		rest = limit
	}
	if rest < 0 {
		rest = 1 // and stop
	}
	p, ok := m.at(pointer, rest, false)
	if !ok {
		return "", false
	}
	for i, b := range p.bytes {
		if p.marks[i] == set && b != 0 {
			continue
		}
		if !m.checkSet(place{p.bytes[i:][:1:1], p.marks[i:][:1:1], p.number}) {
			return "", false
		}
		return string(p.bytes[:i]), true
	}
	if limit >= 0 && rest == limit {
		return string(p.bytes), true
	}
	m.stopf("a text has no zero byte at its end")
	return "", false
}
