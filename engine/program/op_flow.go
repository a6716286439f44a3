package program

// branches go to D if r[B] and r[C] compare so.
var branches = [...]func(*machine, *Instr){
	OpJeq: func(m *machine, in *Instr) {
		if m.val(in.B) == m.val(in.C) {
			m.pc = in.D
		}
	},
	OpJne: func(m *machine, in *Instr) {
		if m.val(in.B) != m.val(in.C) {
			m.pc = in.D
		}
	},
	OpJlt: func(m *machine, in *Instr) {
		if m.val(in.B) < m.val(in.C) {
			m.pc = in.D
		}
	},
	OpJle: func(m *machine, in *Instr) {
		if m.val(in.B) <= m.val(in.C) {
			m.pc = in.D
		}
	},
	OpJltU: func(m *machine, in *Instr) {
		if uint64(m.val(in.B)) < uint64(m.val(in.C)) {
			m.pc = in.D
		}
	},
	OpJleU: func(m *machine, in *Instr) {
		if uint64(m.val(in.B)) <= uint64(m.val(in.C)) {
			m.pc = in.D
		}
	},
}

func jmp(m *machine, in *Instr) { m.pc = in.D }

func jz(m *machine, in *Instr) {
	if m.val(in.B) == 0 {
		m.pc = in.D
	}
}

func jnz(m *machine, in *Instr) {
	if m.val(in.B) != 0 {
		m.pc = in.D
	}
}

func call(m *machine, in *Instr) {
	result := in.A
	if result >= 0 {
		result += m.frames[len(m.frames)-1].regs
	}
	m.enter(in.B, m.pc, result, m.r[in.C:in.C+int32(in.N)])
}

func ret(m *machine, in *Instr) { m.leave(m.val(in.B)) }

func retNo(m *machine, in *Instr) {
	top := m.frames[len(m.frames)-1]
	switch {
	case top.result >= 0:
		m.stopf("%s ends without the value that its caller uses", m.function().Name)
	case len(m.frames) == 1:
		m.stopf("%s ends without the value with which the program exits", m.function().Name)
	default:
		m.leave(0)
	}
}

func check(m *machine, in *Instr) {
	if m.r[in.B] == 0 {
		m.stopf("%s is used before it has a value", m.function().Locals[in.D].Name)
	}
}

func stopHere(m *machine, in *Instr) { m.stopf("%s", m.code.Reasons[in.D]) }
