package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// A spot is what an expression designates: a register, or bytes in memory.
type spot struct {
	typ     cc.Type
	v       *variable // if it is a variable in a register
	pointer int32     // else the operand that has the address,
	offset  int32     // to which this is added
	node    cc.ExpressionNode
}

// placeType returns the type of what an expression designates; arrays stay arrays.
func (c *compiler) placeType(e cc.ExpressionNode) cc.Type {
	switch b := bare(e).(type) {
	case *cc.PrimaryExpression:
		switch b.Case {
		case cc.PrimaryExpressionIdent:
			return c.identType(b)
		case cc.PrimaryExpressionString:
			return b.Type().Undecay()
		}
	case *cc.PostfixExpression:
		switch b.Case {
		case cc.PostfixExpressionIndex:
			return c.indexed(b)
		case cc.PostfixExpressionSelect, cc.PostfixExpressionPSelect:
			return memberOf(b).Type()
		case cc.PostfixExpressionComplit:
			return b.TypeName.Type()
		case cc.PostfixExpressionCall:
			return c.callee(b).kind.Result()
		}
	case *cc.UnaryExpression:
		if b.Case == cc.UnaryExpressionDeref {
			if t := c.exprType(b.CastExpression); t.pointer() {
				return t.elem
			}
		}
	}
	return c.cType(e, c.exprType(e))
}

// indexed returns the type of an array's or pointer's elements.
func (c *compiler) indexed(e *cc.PostfixExpression) cc.Type {
	if t := c.exprType(e.PostfixExpression); t.pointer() {
		return t.elem
	}
	t := c.exprType(e.ExpressionList)
	if !t.pointer() {
		fail(e, "", "what is indexed is neither an array nor a pointer", "")
	}
	return t.elem
}

// cType returns a C type of which values have the type.
func (c *compiler) cType(node cc.Node, t ty) cc.Type {
	switch {
	case t.whole != nil:
		return t.whole
	case t.elem != nil:
		return t.elem.Pointer()
	}
	kinds := map[ty]cc.Type{
		voidType: c.ast.Void, boolType: c.ast.UChar, charType: c.ast.Char, {size: 1}: c.ast.UChar, {size: 2, signed: true}: c.ast.Short,
		{size: 2}: c.ast.UShort, intType: c.ast.Int, uintType: c.ast.UInt, longType: c.ast.Long, ulongType: c.ast.ULong,
	}
	return kinds[t]
}

// lvalue returns the spot of an expression that designates one.
func (g *gen) lvalue(e cc.ExpressionNode) spot { return g.designated(e, false) }

// placeOf is lvalue for an address: an element beyond the end of an array will do.
func (g *gen) placeOf(e cc.ExpressionNode) spot { return g.designated(e, true) }

func (g *gen) designated(e cc.ExpressionNode, address bool) spot {
	defer g.at(e)()
	switch b := bare(e).(type) {
	case *cc.PrimaryExpression:
		switch b.Case {
		case cc.PrimaryExpressionIdent:
			return g.named(b, address)
		case cc.PrimaryExpressionString:
			return g.stringSpot(b)
		}
	case *cc.PostfixExpression:
		switch b.Case {
		case cc.PostfixExpressionIndex:
			return g.element(b, address)
		case cc.PostfixExpressionSelect:
			return g.member(b)
		case cc.PostfixExpressionPSelect:
			pointer := g.expr(b.PostfixExpression)
			field := memberOf(b)
			return spot{typ: field.Type(), pointer: pointer, offset: int32(field.Offset()), node: b}
		case cc.PostfixExpressionComplit:
			return g.compound(b)
		}
	case *cc.UnaryExpression:
		if b.Case == cc.UnaryExpressionDeref {
			t := g.exprType(b.CastExpression)
			if t.pointer() {
				return spot{typ: t.elem, pointer: g.expr(b.CastExpression), node: b}
			}
		}
	}
	if t := g.exprType(e); t.whole != nil {
		return spot{typ: t.whole, pointer: g.expr(e), node: e}
	}
	fail(e, "", "this is not a variable: it can neither be assigned to nor have an address", "")
	return spot{}
}

// named returns the spot of a variable.
func (g *gen) named(e *cc.PrimaryExpression, address bool) spot {
	d, _ := e.ResolvedTo().(*cc.Declarator)
	v := g.variable(e, d)
	if v.static >= 0 {
		return spot{typ: v.typ, pointer: g.constant(program.Pointer(v.static)), node: e}
	}
	if g.inConst {
		fail(e, v.name, v.name+" is not a constant", "")
	}
	if v.object < 0 {
		if address {
			fail(e, v.name, "the address of "+v.name+" cannot be taken", "")
		}
		return spot{typ: v.typ, v: v, node: e}
	}
	t := g.temp()
	g.emit(program.Instr{Op: program.OpAddr, A: t, C: v.object})
	return spot{typ: v.typ, pointer: t, node: e}
}

// variable finds the variable that a name stands for.
func (g *gen) variable(e *cc.PrimaryExpression, d *cc.Declarator) *variable {
	name := e.Token.SrcStr()
	if d != nil {
		if v := g.vars[d]; v != nil {
			return v
		}
		if v := g.locals[d]; v != nil {
			return v
		}
		if v := g.statics[name]; v != nil && d.Linkage() != cc.None {
			return v
		}
		if d.Type().Kind() == cc.Function {
			fail(e, name, "a pointer to a function is not supported: "+name+" can only be called", "")
		}
	}
	if g.isLibrary(e) || d != nil && d.IsExtern() {
		fail(e, name, name+" is declared and not defined", suggest(name))
	}
	fail(e, name, name+" is not declared", suggest(name))
	return nil
}

func (g *gen) stringSpot(e *cc.PrimaryExpression) spot {
	text, ok := e.Value().(cc.StringValue)
	if !ok {
		fail(e, "", "only strings of char are supported", "")
	}
	return spot{typ: e.Type().Undecay(), pointer: g.constant(program.Pointer(g.literal(string(text)))), node: e}
}

// element returns the spot of a[i].
func (g *gen) element(e *cc.PostfixExpression, address bool) spot {
	base, index := e.PostfixExpression, e.ExpressionList
	elem := g.indexed(e)
	next, end := g.order(base, index)
	left := g.exprType(base)
	var pointer, n int32
	if left.pointer() {
		pointer = g.expr(base)
		next()
		n = g.expr(index)
	} else {
		n = g.expr(base)
		next()
		pointer = g.expr(index)
		base, index = index, base
	}
	end()
	if !g.exprType(index).integer() {
		fail(index, "", "an index must be a number", "")
	}
	g.bound(base, n, elem, address)
	return spot{typ: elem, pointer: g.movePointer(pointer, n, sizeOf(e, elem)), node: e}
}

// bound checks an index against the length of an array.
func (g *gen) bound(base cc.ExpressionNode, n int32, elem cc.Type, address bool) {
	array, ok := g.placeType(base).(*cc.ArrayType)
	if !ok || array.Len() <= 1 {
		return
	}
	in := program.Instr{Op: program.OpBound, B: n, D: int32(array.Len())}
	if address || elem.Kind() == cc.Array {
		in.N = 1
	}
	if k, ok := g.isConst(n); ok && k >= 0 && k < array.Len() {
		return
	}
	g.emit(in)
}

func (g *gen) member(e *cc.PostfixExpression) spot {
	field := memberOf(e)
	s := g.placeOf(e.PostfixExpression)
	return spot{typ: field.Type(), pointer: s.pointer, offset: s.offset + int32(field.Offset()), node: e}
}

// address returns the operand that has a spot's address.
func (g *gen) address(s spot) int32 {
	if s.v != nil {
		fail(s.node, s.v.name, "the address of "+s.v.name+" cannot be taken", "")
	}
	if s.offset == 0 {
		return s.pointer
	}
	return g.movePointer(s.pointer, g.constant(1), s.offset)
}

// loads are the instructions that read a type from memory.
var loads = map[ty]program.Op{
	charType: program.OpLoadI8, {size: 1}: program.OpLoadU8, boolType: program.OpLoadU8, {size: 2, signed: true}: program.OpLoadI16,
	{size: 2}: program.OpLoadU16, intType: program.OpLoadI32, uintType: program.OpLoadU32,
}

// stores are those that write a size.
var stores = map[int]program.Op{1: program.OpStore8, 2: program.OpStore16, 4: program.OpStore32, 8: program.OpStore64}

// load returns the value of a spot. That of an array or structure is its address.
func (g *gen) load(s spot) int32 {
	switch s.typ.Kind() {
	case cc.Array, cc.Struct, cc.Union, cc.Function:
		return g.address(s)
	case cc.Void:
		return g.constant(0)
	}
	if s.v != nil {
		g.checkAssigned(s.v)
		return s.v.reg
	}
	if g.inConst {
		fail(s.node, "", "this is not a constant", "")
	}
	op, ok := loads[typeOf(s.node, s.typ)]
	if !ok {
		op = program.OpLoad64
	}
	if s.pointer >= g.floor && s.pointer == g.top-1 {
		g.top-- // the address is not needed any more
	}
	t := g.temp()
	g.emit(program.Instr{Op: op, A: t, B: s.pointer, D: s.offset})
	return t
}

// checkAssigned makes the machine stop if a variable in a register has no value yet.
func (g *gen) checkAssigned(v *variable) {
	if v.flag >= 0 && !v.assigned {
		g.emit(program.Instr{Op: program.OpCheck, B: v.flag, D: v.local})
	}
}

// store gives a spot a value of its type.
func (g *gen) store(s spot, x int32) {
	if v := s.v; v != nil {
		g.move(v.reg, x)
		g.setAssigned(v)
		return
	}
	t := typeOf(s.node, s.typ)
	if t.whole != nil {
		g.emit(program.Instr{Op: program.OpCopy, A: g.address(s), B: x, D: int32(t.size)})
		return
	}
	g.emit(program.Instr{Op: stores[t.size], A: s.pointer, B: x, D: s.offset})
}

// setAssigned notes that a variable in a register has a value from here on.
func (g *gen) setAssigned(v *variable) {
	if v.flag < 0 || v.assigned && !g.gotos && len(g.cases) == 0 {
		return
	}
	g.emit(program.Instr{Op: program.OpMov, A: v.flag, B: g.constant(1)})
	if v.depth == g.depth && !g.gotos {
		v.assigned = true
	}
}
