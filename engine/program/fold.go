package program

// Fold returns what an instruction on two constants computes; ok is false if it would stop
// the program.
func Fold(op Op, b, c int64) (x int64, ok bool) {
	if !Computes(op) || ops[op].d != none { // loads, and arithmetic of pointers
		return 0, false
	}
	m := machine{
		code: &Code{Lines: make([]int32, 2)}, status: Ready, pc: 1,
		consts: []int64{b, c}, r: make([]int64, 1),
	}
	ops[op].run(&m, &Instr{Op: op, A: 0, B: -1, C: -2})
	return m.r[0], m.status == Ready
}

// Computes reports whether an instruction does nothing but set r[A], or stop.
func Computes(op Op) bool {
	needTables()
	return ops[op].a == reg && ops[op].b == val
}

// IsFunction reports whether the machine, or whoever runs it, has a function of that name.
func IsFunction(name string) bool { return externNamed(name) != nil }
