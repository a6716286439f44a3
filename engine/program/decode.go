package program

import (
	"encoding/binary"
	"math"
)

// A reader takes values from a text of bytes. Once bad is set, all values are zero.
type reader struct {
	bytes []byte
	bad   bool
}

func (r *reader) number() int64 {
	x, n := binary.Varint(r.bytes)
	if n <= 0 {
		r.bytes, r.bad = nil, true
		return 0
	}
	r.bytes = r.bytes[n:]
	return x
}

func (r *reader) int32() int32 {
	x := r.number()
	r.bad = r.bad || x < math.MinInt32 || x > math.MaxInt32
	return int32(x)
}

// length reads how many values follow, of which each takes a byte at least.
func (r *reader) length() int {
	n := r.number()
	if n < 0 || n > int64(len(r.bytes)) {
		r.bytes, r.bad = nil, true
		return 0
	}
	return int(n)
}

func (r *reader) text() string {
	n := r.length()
	s := string(r.bytes[:n])
	r.bytes = r.bytes[n:]
	return s
}

func values[T any](r *reader, each func() T) []T {
	n := r.length()
	var all []T
	for range n {
		if all = append(all, each()); r.bad {
			return nil
		}
	}
	return all
}

// Decode returns the code of bytes that Encode has made, or ErrEncoding, or what Verify says.
func Decode(bytes []byte) (*Code, error) {
	if len(bytes) == 0 || bytes[0] != version {
		return nil, ErrEncoding
	}
	r := &reader{bytes: bytes[1:]}
	c := &Code{}
	c.Instrs = values(r, func() Instr {
		op, n := r.number(), r.number()
		r.bad = r.bad || op < 0 || op >= int64(opCount) || n < 0 || n > math.MaxUint16
		in := Instr{Op: Op(op), N: uint16(n), A: r.int32(), B: r.int32(), C: r.int32(), D: r.int32()}
		c.Lines = append(c.Lines, r.int32())
		return in
	})
	c.Consts = values(r, r.number)
	c.Functions = values(r, r.function)
	c.Objects = values(r, r.object)
	c.Externs = values(r, r.text)
	c.Reasons = values(r, r.text)
	c.Types = values(r, r.typ)
	c.Globals = values(r, r.variable)
	c.Entry = r.int32()
	if r.bad || len(r.bytes) > 0 {
		return nil, ErrEncoding
	}
	if err := c.Verify(); err != nil {
		return nil, err
	}
	return c, nil
}

func (r *reader) function() Function {
	return Function{
		Name: r.text(), Line: r.int32(), Start: r.int32(), End: r.int32(), Params: r.int32(), Regs: r.int32(),
		Objects: values(r, func() FrameObject { return FrameObject{r.int32()} }),
		Locals:  values(r, r.variable),
	}
}

func (r *reader) object() Object {
	o := Object{Size: r.int32(), Init: []byte(r.text()), ReadOnly: r.number() != 0}
	if len(o.Init) == 0 {
		o.Init = nil
	}
	o.Pointers = values(r, func() StaticPointer { return StaticPointer{r.int32(), r.number()} })
	return o
}

func (r *reader) typ() Type {
	t := Type{Name: r.text(), Kind: TypeKind(r.number()), Size: r.int32(), Elem: r.int32()}
	t.Fields = values(r, func() Field { return Field{r.text(), r.int32(), r.int32()} })
	return t
}

func (r *reader) variable() Variable {
	return Variable{
		Name: r.text(), Type: r.int32(), Reg: r.int32(), Flag: r.int32(), Object: r.int32(), From: r.int32(), To: r.int32(),
	}
}
