package program

import "encoding/binary"

// loads set r[A] to what r[B] + D points to.
var loads = [...]func(*machine, *Instr){
	OpLoadI8: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 1); ok {
			m.r[in.A] = int64(int8(b[0]))
		}
	},
	OpLoadU8: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 1); ok {
			m.r[in.A] = int64(b[0])
		}
	},
	OpLoadI16: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 2); ok {
			m.r[in.A] = int64(int16(binary.LittleEndian.Uint16(b)))
		}
	},
	OpLoadU16: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 2); ok {
			m.r[in.A] = int64(binary.LittleEndian.Uint16(b))
		}
	},
	OpLoadI32: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 4); ok {
			m.r[in.A] = int64(int32(binary.LittleEndian.Uint32(b)))
		}
	},
	OpLoadU32: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 4); ok {
			m.r[in.A] = int64(binary.LittleEndian.Uint32(b))
		}
	},
	OpLoad64: func(m *machine, in *Instr) {
		if b, ok := m.load(in, 8); ok {
			m.r[in.A] = int64(binary.LittleEndian.Uint64(b))
		}
	},
}

// stores set what r[A] + D points to.
var stores = [...]func(*machine, *Instr){
	OpStore8: func(m *machine, in *Instr) {
		if b, ok := m.store(in, 1); ok {
			b[0] = byte(m.val(in.B))
		}
	},
	OpStore16: func(m *machine, in *Instr) {
		if b, ok := m.store(in, 2); ok {
			binary.LittleEndian.PutUint16(b, uint16(m.val(in.B)))
		}
	},
	OpStore32: func(m *machine, in *Instr) {
		if b, ok := m.store(in, 4); ok {
			binary.LittleEndian.PutUint32(b, uint32(m.val(in.B)))
		}
	},
	OpStore64: func(m *machine, in *Instr) {
		if b, ok := m.store(in, 8); ok {
			binary.LittleEndian.PutUint64(b, uint64(m.val(in.B)))
		}
	},
}

// displaced returns a pointer moved by the bytes of a member. NULL stays what it is.
func displaced(pointer int64, d int32) int64 {
	return pointer&^0xffffffff | int64(uint32(int32(pointer)+d))
}

// load returns n bytes that have values.
func (m *machine) load(in *Instr, n int64) ([]byte, bool) {
	p, ok := m.at(displaced(m.val(in.B), in.D), n, false)
	if !ok {
		return nil, false
	}
	for _, mark := range p.marks {
		if mark != set {
			return p.bytes, m.checkSet(p)
		}
	}
	return p.bytes, true
}

// store returns n bytes that get values.
func (m *machine) store(in *Instr, n int64) ([]byte, bool) {
	p, ok := m.at(displaced(m.val(in.A), in.D), n, true)
	if ok {
		fill(p.marks, set)
	}
	return p.bytes, ok
}

// ptrAdd moves a pointer inside its object, or to its end.
func ptrAdd(m *machine, in *Instr) {
	pointer, n := m.val(in.B), m.val(in.C)
	if n == 0 {
		m.r[in.A] = pointer
		return
	}
	size, ok := m.size(pointer)
	if !ok {
		m.stopNowhere(pointer)
		return
	}
	_, _, offset := split(pointer)
	moved := int64(offset) + n*int64(in.D)
	if n > 1<<31 || n < -1<<31 || moved < 0 || moved > int64(size) {
		m.stopf("a pointer to byte %d of an object of %d bytes is moved by %d out of it", offset, size, n*int64(in.D))
		return
	}
	m.r[in.A] = pointer&^0xffffffff | moved
}

// stopNowhere stops the program for moving a pointer that points to no object.
func (m *machine) stopNowhere(pointer int64) {
	switch _, index, _ := split(pointer); {
	case index == 0:
		m.stopf("NULL is moved")
	case index < firstText:
		m.stopf("a pointer to a variable of a function that has returned is moved")
	default:
		m.stopf("a pointer is moved that points to no variable")
	}
}

func ptrSub(m *machine, in *Instr) {
	a, b := m.val(in.B), m.val(in.C)
	if a>>32 != b>>32 {
		m.stopf("the difference of pointers into two objects is taken")
		return
	}
	m.r[in.A] = int64(int32(a)-int32(b)) / int64(in.D)
}

// bound stops the program unless an index is one of an array's.
func bound(m *machine, in *Instr) {
	if i := m.val(in.B); i < 0 || i > int64(in.D) || i == int64(in.D) && in.N == 0 {
		m.stopf("index %d is outside an array of %d", i, in.D)
	}
}

func addr(m *machine, in *Instr) {
	top := m.frames[len(m.frames)-1]
	m.r[in.A] = int64(tagOf(top.function))<<54 | int64(top.objects+in.C+1)<<32 | int64(in.D)
}

func copyBytes(m *machine, in *Instr) {
	to, ok := m.at(m.val(in.A), int64(in.D), true)
	if !ok {
		return
	}
	if from, ok := m.at(m.val(in.B), int64(in.D), false); ok {
		copy(to.bytes, from.bytes)
		copy(to.marks, from.marks)
	}
}

func copyByte(m *machine, in *Instr) {
	from, ok := m.at(m.val(in.B), 1, false)
	if !ok || from.marks[0] != received && !m.checkSet(from) {
		return
	}
	if to, ok := m.at(m.val(in.A), 1, true); ok {
		to.bytes[0], to.marks[0] = from.bytes[0], from.marks[0]
	}
}

func zero(m *machine, in *Instr) {
	if p, ok := m.at(m.val(in.A), int64(in.D), true); ok {
		clear(p.bytes)
		fill(p.marks, set)
	}
}

func fresh(m *machine, in *Instr) {
	e := m.objects[m.frames[len(m.frames)-1].objects+in.A]
	p := m.place(e.start, e.start+e.size, true, 0)
	clear(p.bytes)
	clear(p.marks)
}
