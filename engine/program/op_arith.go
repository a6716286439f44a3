package program

import "math/bits"

// val returns what an operand stands for.
func (m *machine) val(x int32) int64 {
	if x < 0 {
		return m.consts[-1-x]
	}
	return m.r[x]
}

// arithmetic are the instructions that compute r[A] from r[B] and r[C].
var arithmetic = [...]func(*machine, *Instr){
	OpAddI32: func(m *machine, in *Instr) { m.int32(in, m.val(in.B)+m.val(in.C), "+") },
	OpAddU32: func(m *machine, in *Instr) { m.r[in.A] = int64(uint32(m.val(in.B) + m.val(in.C))) },
	OpAddI64: addI64,
	OpAddU64: func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) + m.val(in.C) },
	OpSubI32: func(m *machine, in *Instr) { m.int32(in, m.val(in.B)-m.val(in.C), "-") },
	OpSubU32: func(m *machine, in *Instr) { m.r[in.A] = int64(uint32(m.val(in.B) - m.val(in.C))) },
	OpSubI64: subI64,
	OpSubU64: func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) - m.val(in.C) },
	OpMulI32: func(m *machine, in *Instr) { m.int32(in, m.val(in.B)*m.val(in.C), "*") },
	OpMulU32: func(m *machine, in *Instr) { m.r[in.A] = int64(uint32(m.val(in.B) * m.val(in.C))) },
	OpMulI64: mulI64,
	OpMulU64: func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) * m.val(in.C) },
	OpDivI32: func(m *machine, in *Instr) {
		if b, c, ok := m.divisor(in, "/"); ok {
			m.int32(in, b/c, "/")
		}
	},
	OpDivU32: divU64,
	OpDivI64: func(m *machine, in *Instr) {
		if b, c, ok := m.divisor(in, "/"); ok && !m.least(in, b, c, "/") {
			m.r[in.A] = b / c
		}
	},
	OpDivU64: divU64,
	OpRemI32: func(m *machine, in *Instr) {
		if b, c, ok := m.divisor(in, "%"); ok && m.fitsInt32(in, b/c, "%") {
			m.r[in.A] = b % c
		}
	},
	OpRemU32: remU64,
	OpRemI64: func(m *machine, in *Instr) {
		if b, c, ok := m.divisor(in, "%"); ok && !m.least(in, b, c, "%") {
			m.r[in.A] = b % c
		}
	},
	OpRemU64: remU64,
	OpShlI32: func(m *machine, in *Instr) { m.shiftLeft(in, 32) },
	OpShlU32: func(m *machine, in *Instr) {
		if n, ok := m.shift(in, 32); ok {
			m.r[in.A] = int64(uint32(m.val(in.B)) << n)
		}
	},
	OpShlI64: func(m *machine, in *Instr) { m.shiftLeft(in, 64) },
	OpShlU64: func(m *machine, in *Instr) {
		if n, ok := m.shift(in, 64); ok {
			m.r[in.A] = m.val(in.B) << n
		}
	},
	OpShrI32: func(m *machine, in *Instr) {
		if n, ok := m.shift(in, 32); ok {
			m.r[in.A] = m.val(in.B) >> n
		}
	},
	OpShrU32: func(m *machine, in *Instr) {
		if n, ok := m.shift(in, 32); ok {
			m.r[in.A] = m.val(in.B) >> n
		}
	},
	OpShrI64: func(m *machine, in *Instr) {
		if n, ok := m.shift(in, 64); ok {
			m.r[in.A] = m.val(in.B) >> n
		}
	},
	OpShrU64: func(m *machine, in *Instr) {
		if n, ok := m.shift(in, 64); ok {
			m.r[in.A] = int64(uint64(m.val(in.B)) >> n)
		}
	},
	OpAnd: func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) & m.val(in.C) },
	OpOr:  func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) | m.val(in.C) },
	OpXor: func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) ^ m.val(in.C) },
	OpEq:  func(m *machine, in *Instr) { m.r[in.A] = truth(m.val(in.B) == m.val(in.C)) },
	OpNe:  func(m *machine, in *Instr) { m.r[in.A] = truth(m.val(in.B) != m.val(in.C)) },
	OpLt:  func(m *machine, in *Instr) { m.r[in.A] = truth(m.val(in.B) < m.val(in.C)) },
	OpLe:  func(m *machine, in *Instr) { m.r[in.A] = truth(m.val(in.B) <= m.val(in.C)) },
	OpLtU: func(m *machine, in *Instr) { m.r[in.A] = truth(uint64(m.val(in.B)) < uint64(m.val(in.C))) },
	OpLeU: func(m *machine, in *Instr) { m.r[in.A] = truth(uint64(m.val(in.B)) <= uint64(m.val(in.C))) },
}

// unary are the instructions that compute r[A] from r[B].
var unary = [...]func(*machine, *Instr){
	OpMov:    func(m *machine, in *Instr) { m.r[in.A] = m.val(in.B) },
	OpToI8:   func(m *machine, in *Instr) { m.r[in.A] = int64(int8(m.val(in.B))) },
	OpToU8:   func(m *machine, in *Instr) { m.r[in.A] = int64(uint8(m.val(in.B))) },
	OpToI16:  func(m *machine, in *Instr) { m.r[in.A] = int64(int16(m.val(in.B))) },
	OpToU16:  func(m *machine, in *Instr) { m.r[in.A] = int64(uint16(m.val(in.B))) },
	OpToI32:  func(m *machine, in *Instr) { m.r[in.A] = int64(int32(m.val(in.B))) },
	OpToU32:  func(m *machine, in *Instr) { m.r[in.A] = int64(uint32(m.val(in.B))) },
	OpToBool: func(m *machine, in *Instr) { m.r[in.A] = truth(m.val(in.B) != 0) },
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// int32 sets r[A] to an int, if it is one.
func (m *machine) int32(in *Instr, x int64, sign string) {
	if int64(int32(x)) == x || m.fitsInt32(in, x, sign) {
		m.r[in.A] = x
	}
}

// fitsInt32 stops the program if the result of an operation is no int.
func (m *machine) fitsInt32(in *Instr, x int64, sign string) bool {
	if int64(int32(x)) == x {
		return true
	}
	m.stopf("%d %s %d is more than an int holds", m.val(in.B), sign, m.val(in.C))
	return false
}

func (m *machine) overflow(in *Instr, sign string) {
	m.stopf("%d %s %d is more than a long holds", m.val(in.B), sign, m.val(in.C))
}

func addI64(m *machine, in *Instr) {
	b, c := m.val(in.B), m.val(in.C)
	if sum := b + c; (sum > b) == (c > 0) {
		m.r[in.A] = sum
		return
	}
	m.overflow(in, "+")
}

func subI64(m *machine, in *Instr) {
	b, c := m.val(in.B), m.val(in.C)
	if difference := b - c; (difference < b) == (c > 0) {
		m.r[in.A] = difference
		return
	}
	m.overflow(in, "-")
}

func mulI64(m *machine, in *Instr) {
	b, c := m.val(in.B), m.val(in.C)
	high, low := bits.Mul64(uint64(b), uint64(c))
	signed := int64(high) - b>>63&c - c>>63&b
	if signed != int64(low)>>63 {
		m.overflow(in, "*")
		return
	}
	m.r[in.A] = int64(low)
}

// divisor returns the operands of a division whose divisor is not 0.
func (m *machine) divisor(in *Instr, sign string) (b, c int64, ok bool) {
	b, c = m.val(in.B), m.val(in.C)
	if c == 0 {
		m.stopf("division by zero: %d %s 0", b, sign)
	}
	return b, c, c != 0
}

// least stops the program if the division is that of the least long by -1.
func (m *machine) least(in *Instr, b, c int64, sign string) bool {
	if c != -1 || b != -1<<63 {
		return false
	}
	m.overflow(in, sign)
	return true
}

func divU64(m *machine, in *Instr) {
	if b, c, ok := m.divisor(in, "/"); ok {
		m.r[in.A] = int64(uint64(b) / uint64(c))
	}
}

func remU64(m *machine, in *Instr) {
	if b, c, ok := m.divisor(in, "%"); ok {
		m.r[in.A] = int64(uint64(b) % uint64(c))
	}
}

// shift returns how far to shift, if a value of that width can be.
func (m *machine) shift(in *Instr, width int64) (n uint64, ok bool) {
	c := m.val(in.C)
	if uint64(c) >= uint64(width) {
		m.stopf("a shift by %d is out of range: the value has %d bits", c, width)
		return 0, false
	}
	return uint64(c), true
}

// shiftLeft shifts a signed value. A negative one cannot be, nor one that would lose bits.
func (m *machine) shiftLeft(in *Instr, width int64) {
	n, ok := m.shift(in, width)
	if !ok {
		return
	}
	b := m.val(in.B)
	if b < 0 || b>>(uint64(width)-1-n) != 0 {
		m.stopf("%d << %d is out of range: the value has %d bits and a sign", b, n, width)
		return
	}
	m.r[in.A] = b << n
}
