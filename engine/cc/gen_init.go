package cc

import (
	"encoding/binary"
	"strings"

	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// initialize gives a variable the values of its initializer.
func (g *gen) initialize(s spot, init *cc.Initializer) {
	defer g.at(init)()
	mark := g.top
	defer func() { g.top = mark }()
	t := s.typ
	if !isAggregate(t) {
		e := scalarInit(init)
		if s.v != nil {
			g.assignVariable(s, e, typeOf(e, t), func() {})
			return
		}
		g.store(s, g.value(e, typeOf(e, t)))
		return
	}
	if init.Case == cc.InitializerExpr {
		if _, text := bare(init.AssignmentExpression).(*cc.PrimaryExpression); !text || t.Kind() != cc.Array {
			g.store(s, g.value(init.AssignmentExpression, typeOf(init, t)))
			return
		}
	}
	g.emit(program.Instr{Op: program.OpZero, A: g.address(s), D: sizeOf(init, t)})
	g.leaves(init, func(leaf *cc.Initializer, typ cc.Type) {
		mark := g.top
		g.leaf(spot{typ: typ, pointer: s.pointer, offset: s.offset + int32(leaf.Offset()), node: leaf.AssignmentExpression}, leaf)
		g.top = mark
	})
}

func isAggregate(t cc.Type) bool {
	k := t.Kind()
	return k == cc.Array || k == cc.Struct || k == cc.Union
}

// scalarInit returns the expression that initializes a scalar, which may stand in braces.
func scalarInit(init *cc.Initializer) cc.ExpressionNode {
	for init.Case == cc.InitializerInitList {
		if init.InitializerList == nil {
			fail(init, "", "empty braces", "write 0")
		}
		init = init.InitializerList.Initializer
	}
	return init.AssignmentExpression
}

// leaves calls a function for each expression of an initializer.
func (g *gen) leaves(init *cc.Initializer, each func(*cc.Initializer, cc.Type)) {
	if init.Case == cc.InitializerExpr {
		if f := init.Field(); f != nil && f.IsBitfield() {
			fail(init, f.Name(), "bit-fields are not supported", "use an integer and masks")
		}
		if init.Len() > 1 {
			fail(init, "...", "a range of elements is not C", "name each element")
		}
		each(init, init.Type())
		return
	}
	for list := init.InitializerList; list != nil; list = list.InitializerList {
		g.leaves(list.Initializer, each)
	}
}

// leaf stores one expression of an initializer.
func (g *gen) leaf(s spot, leaf *cc.Initializer) {
	defer g.at(leaf)()
	if s.typ.Kind() == cc.Array {
		text := g.initText(leaf, s.typ)
		from := g.constant(program.Pointer(g.literal(text)))
		g.emit(program.Instr{Op: program.OpCopy, A: g.address(s), B: from, D: int32(len(text))})
		return
	}
	g.store(s, g.value(leaf.AssignmentExpression, typeOf(leaf, s.typ)))
}

// initText returns the bytes with which a string initializes an array.
func (g *gen) initText(leaf *cc.Initializer, t cc.Type) string {
	p, _ := bare(leaf.AssignmentExpression).(*cc.PrimaryExpression)
	if p == nil || p.Case != cc.PrimaryExpressionString {
		fail(leaf, "", "an array cannot be initialized like this", "use braces or a string")
	}
	text, ok := p.Value().(cc.StringValue)
	if !ok {
		fail(leaf, "", "only strings of char are supported", "")
	}
	return string(text[:min(int64(len(text)), t.Size())])
}

// compound makes the object of a compound literal.
func (g *gen) compound(e *cc.PostfixExpression) spot {
	t := e.TypeName.Type()
	init := &cc.Initializer{Case: cc.InitializerInitList, InitializerList: e.InitializerList}
	if g.inConst {
		number := g.object(program.Object{Size: sizeOf(e, t)})
		g.fillStatic(number, t, init)
		return spot{typ: t, pointer: g.constant(program.Pointer(number)), node: e}
	}
	g.f.Objects = append(g.f.Objects, program.FrameObject{Size: sizeOf(e, t)})
	pointer := g.temp()
	s := spot{typ: t, pointer: pointer, node: e}
	g.emit(program.Instr{Op: program.OpAddr, A: pointer, C: int32(len(g.f.Objects) - 1)})
	g.initialize(s, init)
	return s
}

// fillStatic finds the initial bytes of a static object.
func (g *gen) fillStatic(number int, t cc.Type, init *cc.Initializer) {
	object := &g.code.Objects[number]
	bytes := make([]byte, object.Size)
	var pointers []program.StaticPointer
	set := func(offset int64, e cc.ExpressionNode, typ cc.Type) {
		want := typeOf(e, typ)
		if want.whole != nil {
			fail(e, "", "a static structure must be initialized with braces", "")
		}
		x, ok := g.isConst(g.value(e, want))
		if !ok {
			fail(e, "", "the initial value of a static variable is not a constant", "")
		}
		if want.pointer() && x>>32 != 0 {
			pointers = append(pointers, program.StaticPointer{Offset: int32(offset), Value: x})
			return
		}
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], uint64(x))
		copy(bytes[offset:min(offset+int64(want.size), int64(len(bytes)))], b[:])
	}
	if !isAggregate(t) {
		set(0, scalarInit(init), t)
	} else {
		g.leaves(init, func(leaf *cc.Initializer, typ cc.Type) {
			if typ.Kind() == cc.Array {
				copy(bytes[leaf.Offset():], g.initText(leaf, typ))
				return
			}
			set(leaf.Offset(), leaf.AssignmentExpression, typ)
		})
	}
	object = &g.code.Objects[number] // literals may have moved it
	object.Init, object.Pointers = []byte(strings.TrimRight(string(bytes), "\x00")), pointers
	if len(object.Init) == 0 {
		object.Init = nil
	}
}
