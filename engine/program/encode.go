package program

import (
	"encoding/binary"
	"errors"
)

// version is the first byte of an encoded code. It changes with the instructions.
const version = 1

// A writer appends values to a text of bytes.
type writer struct{ bytes []byte }

func (w *writer) number(x int64) { w.bytes = binary.AppendVarint(w.bytes, x) }
func (w *writer) text(s string)  { w.number(int64(len(s))); w.bytes = append(w.bytes, s...) }

// Encode returns the code as bytes, for Decode.
func (c *Code) Encode() []byte {
	w := &writer{bytes: []byte{version}}
	w.number(int64(len(c.Instrs)))
	for i, in := range c.Instrs {
		for _, x := range [...]int64{int64(in.Op), int64(in.N), int64(in.A), int64(in.B), int64(in.C), int64(in.D), int64(c.Lines[i])} {
			w.number(x)
		}
	}
	list(w, c.Consts, w.number)
	list(w, c.Functions, w.function)
	list(w, c.Objects, w.object)
	list(w, c.Externs, w.text)
	list(w, c.Reasons, w.text)
	list(w, c.Types, w.typ)
	list(w, c.Globals, w.variable)
	w.number(int64(c.Entry))
	return w.bytes
}

func list[T any](w *writer, values []T, each func(T)) {
	w.number(int64(len(values)))
	for _, v := range values {
		each(v)
	}
}

func (w *writer) function(f Function) {
	w.text(f.Name)
	for _, x := range [...]int32{f.Line, f.Start, f.End, f.Params, f.Regs} {
		w.number(int64(x))
	}
	list(w, f.Objects, func(o FrameObject) { w.number(int64(o.Size)) })
	list(w, f.Locals, w.variable)
}

func (w *writer) object(o Object) {
	w.number(int64(o.Size))
	w.text(string(o.Init))
	w.number(truth(o.ReadOnly))
	list(w, o.Pointers, func(p StaticPointer) { w.number(int64(p.Offset)); w.number(p.Value) })
}

func (w *writer) typ(t Type) {
	w.text(t.Name)
	for _, x := range [...]int64{int64(t.Kind), int64(t.Size), int64(t.Elem)} {
		w.number(x)
	}
	list(w, t.Fields, func(f Field) { w.text(f.Name); w.number(int64(f.Type)); w.number(int64(f.Offset)) })
}

func (w *writer) variable(v Variable) {
	w.text(v.Name)
	for _, x := range [...]int32{v.Type, v.Reg, v.Flag, v.Object, v.From, v.To} {
		w.number(int64(x))
	}
}

// ErrEncoding is what Decode returns for bytes that Encode has not made.
var ErrEncoding = errors.New("these bytes are no program")
