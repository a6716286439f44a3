package program

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// A Value is a variable as a person looks at it.
type Value struct {
	Function string // whose variable it is; "" for one outside functions
	Frame    int    // 0 for the function in which the program started
	Name     string
	Type     string // as C writes it
	Text     string // "7", "\"abc\"", "{x 1, y 2}", "NULL"; "" if it has no value yet
}

// Variables returns the variables in scope, those of the running function first.
func (s State) Variables() (values []Value) {
	if s.Status() == None {
		return nil
	}
	m := s.machine()
	m.memory.use(0, len(m.memory.bytes), same)
	for i := len(m.frames) - 1; i >= 0; i-- {
		f := m.frames[i]
		function := &m.code.Functions[f.function]
		pc := m.pc
		if i < len(m.frames)-1 {
			pc = m.frames[i+1].back - 1
		}
		for _, v := range function.Locals {
			if pc >= v.From && pc < v.To && !strings.HasPrefix(v.Name, "__") {
				values = append(values, Value{function.Name, i, v.Name, m.code.Types[v.Type].Name, m.localText(f, v)})
			}
		}
	}
	for _, v := range m.code.Globals {
		values = append(values, Value{"", 0, v.Name, m.code.Types[v.Type].Name, m.show(v.Type, m.objects[v.Object].start, 0)})
	}
	return values
}

// localText shows a variable of a frame.
func (m *machine) localText(f frame, v Variable) string {
	switch {
	case v.Flag >= 0 && m.regs[f.regs+v.Flag] == 0:
		return ""
	case v.Reg >= 0:
		return m.scalar(m.code.Types[v.Type], m.regs[f.regs+v.Reg])
	case v.Object >= 0:
		return m.show(v.Type, m.objects[f.objects+v.Object].start, 0)
	}
	return ""
}

// maxShown is how many elements of an array are shown, and how deep structures are.
const (
	maxShown = 16
	maxDepth = 4
)

// show shows the bytes at a place in memory as a type. It returns "" if none has a value.
func (m *machine) show(typ, at int32, depth int) string {
	t := m.code.Types[typ]
	if int(at)+int(t.Size) > len(m.memory.bytes) || depth > maxDepth {
		return "…"
	}
	marks := m.memory.marks[at : at+t.Size]
	switch {
	case strings.Trim(string(marks), string(unset)) == "":
		return ""
	case t.Size > 0 && strings.Trim(string(marks), string(received)) == "":
		return fmt.Sprintf("%d received bytes", t.Size)
	}
	switch t.Kind {
	case KindArray:
		return m.showArray(t, at, depth)
	case KindStruct, KindUnion:
		var parts []string
		for _, f := range t.Fields {
			parts = append(parts, strings.TrimSpace(f.Name+" "+orNothing(m.show(f.Type, at+f.Offset, depth+1))))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	if strings.Trim(string(marks), string(set)) != "" {
		return "partly set"
	}
	var b [8]byte
	copy(b[:], m.memory.bytes[at:at+min(t.Size, 8)])
	x := int64(binary.LittleEndian.Uint64(b[:]))
	if t.Kind == KindSigned && t.Size < 8 {
		unused := 64 - 8*t.Size
		x = x << unused >> unused
	}
	return m.scalar(t, x)
}

func orNothing(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

// showArray shows an array: one of characters as a text, or as how much was received.
func (m *machine) showArray(t Type, at int32, depth int) string {
	elem := m.code.Types[t.Elem]
	if elem.Size == 1 {
		return m.showText(at, t.Size)
	}
	var parts []string
	for i := int32(0); elem.Size > 0 && i < t.Size/elem.Size; i++ {
		if i == maxShown {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, orNothing(m.show(t.Elem, at+i*elem.Size, depth+1)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// showText shows bytes up to the first that is 0 or has no value.
func (m *machine) showText(at, size int32) string {
	n := int32(0)
	for n < size && m.memory.marks[at+n] == received {
		n++
	}
	if n > 0 {
		return fmt.Sprintf("%d received bytes", n)
	}
	for n < size && m.memory.marks[at+n] == set && m.memory.bytes[at+n] != 0 {
		n++
	}
	if n > 64 {
		return strconv.Quote(string(m.memory.bytes[at:at+64])) + "…"
	}
	return strconv.Quote(string(m.memory.bytes[at : at+n]))
}

// scalar shows a number or a pointer.
func (m *machine) scalar(t Type, x int64) string {
	switch t.Kind {
	case KindPointer:
		return m.pointerText(x)
	case KindUnsigned:
		return strconv.FormatUint(uint64(x), 10)
	}
	return strconv.FormatInt(x, 10)
}

// pointerText shows what a pointer points to.
func (m *machine) pointerText(x int64) string {
	switch x {
	case 0:
		return "NULL"
	case SSL:
		return "the SSL"
	case Session:
		return "the session"
	case Stdout:
		return "stdout"
	case Stderr:
		return "stderr"
	}
	_, index, offset := split(x)
	if text, ok := m.text(x); ok {
		return strconv.Quote(text)
	}
	if _, _, ok := m.extent(x); !ok {
		return "a pointer to nothing"
	}
	name := m.nameOf(int(index) - 1)
	if offset == 0 {
		return "&" + name
	}
	return fmt.Sprintf("&%s + %d bytes", name, offset)
}
