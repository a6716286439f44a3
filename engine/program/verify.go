package program

import "fmt"

// Limits of a Code.
const (
	maxInstrs  = 1 << 20
	maxObjects = 1 << 16
)

// Verify reports what is wrong with a code that the compiler has not made. A code that it
// accepts can run: nothing in it leads out of its tables.
func (c *Code) Verify() error {
	needTables()
	switch {
	case len(c.Instrs) != len(c.Lines) || len(c.Instrs) > maxInstrs:
		return fmt.Errorf("%d instructions have %d lines", len(c.Instrs), len(c.Lines))
	case len(c.Objects) < 2 || len(c.Objects) > maxObjects || c.Objects[0].Size != 4 || c.Objects[1].Size != errorBufferSize:
		return fmt.Errorf("the first objects must be errno and a buffer of %d bytes", errorBufferSize)
	case c.Entry < 0 || int(c.Entry) >= len(c.Functions) || c.Functions[c.Entry].Params != 1:
		return fmt.Errorf("there is no function %d of one parameter", c.Entry)
	}
	for _, name := range c.Externs {
		if externs[name] == nil {
			return fmt.Errorf("there is no function %s", name)
		}
	}
	if err := c.verifyObjects(); err != nil {
		return err
	}
	next := int32(0)
	for i := range c.Functions {
		if err := c.verifyFunction(&c.Functions[i], next); err != nil {
			return fmt.Errorf("%s: %w", c.Functions[i].Name, err)
		}
		next = c.Functions[i].End
	}
	if int(next) != len(c.Instrs) {
		return fmt.Errorf("instructions belong to no function")
	}
	return c.verifyVariables(c.Globals, 0, int32(len(c.Objects)))
}

func (c *Code) verifyObjects() error {
	total := 0
	for i, o := range c.Objects {
		if o.Size < 0 || int(o.Size) > MaxMemory || len(o.Init) > int(o.Size) {
			return fmt.Errorf("object %d has a wrong size", i)
		}
		for _, p := range o.Pointers {
			if p.Offset < 0 || p.Offset > o.Size-8 {
				return fmt.Errorf("object %d has a pointer outside", i)
			}
		}
		if total += int(o.Size) + 8; total > MaxMemory {
			return fmt.Errorf("the static variables take more than 8 MiB")
		}
	}
	for i, t := range c.Types {
		if t.Elem < -1 || int(t.Elem) >= len(c.Types) || t.Size < 0 {
			return fmt.Errorf("type %d is wrong", i)
		}
		for _, f := range t.Fields {
			if f.Type < 0 || int(f.Type) >= len(c.Types) || f.Offset < 0 {
				return fmt.Errorf("type %d has a wrong member", i)
			}
		}
	}
	return nil
}

func (c *Code) verifyFunction(f *Function, start int32) error {
	if f.Start != start || f.End <= start || int(f.End) > len(c.Instrs) {
		return fmt.Errorf("it has no instructions of its own")
	}
	if f.Params < 0 || f.Params > f.Regs || f.Regs < 1 || f.Regs > maxRegisters || len(f.Objects) > maxObjects {
		return fmt.Errorf("its registers are wrong")
	}
	for _, o := range f.Objects {
		if o.Size < 0 || int(o.Size) > MaxMemory {
			return fmt.Errorf("an object has a wrong size")
		}
	}
	for i := f.Start; i < f.End; i++ {
		if err := c.verifyInstr(f, &c.Instrs[i]); err != nil {
			return fmt.Errorf("instruction %d: %w", i, err)
		}
	}
	switch last := c.Instrs[f.End-1].Op; last {
	case OpRet, OpRetNo, OpJmp, OpStop:
	default:
		return fmt.Errorf("it has no end")
	}
	return c.verifyVariables(f.Locals, f.Regs, int32(len(f.Objects)))
}

func (c *Code) verifyInstr(f *Function, in *Instr) error {
	if in.Op >= opCount {
		return fmt.Errorf("there is no instruction %d", in.Op)
	}
	info := ops[in.Op]
	for i, x := range [...]int32{in.A, in.B, in.C, in.D} {
		if kind := [...]operand{info.a, info.b, info.c, info.d}[i]; !c.verifyOperand(f, in, kind, x) {
			return fmt.Errorf("operand %d is %d", i, x)
		}
	}
	switch in.Op {
	case OpCall:
		if int32(in.N) != c.Functions[in.B].Params {
			return fmt.Errorf("%s has %d arguments", c.Functions[in.B].Name, in.N)
		}
	case OpExt:
		e := externs[c.Externs[in.B]]
		if int(in.N) < e.min || int(in.N) > e.min && !e.variadic {
			return fmt.Errorf("%s has %d arguments", c.Externs[in.B], in.N)
		}
	}
	return nil
}

// verifyOperand reports whether a field of an instruction is what its kind asks for.
func (c *Code) verifyOperand(f *Function, in *Instr, kind operand, x int32) bool {
	within := func(n int) bool { return x >= 0 && int(x) < n }
	switch kind {
	case into:
		return x >= -1 && x < f.Regs
	case reg:
		return within(int(f.Regs))
	case val:
		return x < f.Regs && -1-int(x) < len(c.Consts)
	case target:
		return x >= f.Start && x < f.End
	case object:
		return within(len(f.Objects))
	case local:
		return within(len(f.Locals))
	case defined:
		return within(len(c.Functions))
	case foreign:
		return within(len(c.Externs))
	case reason:
		return within(len(c.Reasons))
	case positive:
		return x > 0
	case offset:
		return x >= 0
	case first:
		return x >= 0 && x+int32(in.N) <= f.Regs
	}
	return true
}

func (c *Code) verifyVariables(variables []Variable, regs, objects int32) error {
	for _, v := range variables {
		if v.Type < 0 || int(v.Type) >= len(c.Types) || v.Reg < -1 || v.Reg >= max(regs, 1) || v.Flag < -1 || v.Flag >= max(regs, 1) || v.Object < -1 || v.Object >= objects {
			return fmt.Errorf("variable %s has a wrong place", v.Name)
		}
	}
	return nil
}
