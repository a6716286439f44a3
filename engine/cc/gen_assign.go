package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// assign evaluates an assignment. Its value is the value that was assigned.
func (g *gen) assign(e *cc.AssignmentExpression, void bool) int32 {
	if g.inConst {
		fail(e, "", "this is not a constant", "")
	}
	to := g.placeType(e.UnaryExpression)
	switch to.Kind() {
	case cc.Array, cc.Function, cc.Void:
		fail(e, "", "this cannot be assigned to", "use memcpy, or assign its elements")
	}
	if e.Case != cc.AssignmentExpressionAssign {
		return g.assignWith(e, void)
	}
	t := typeOf(e, to)
	next, end := g.order(e.UnaryExpression, e.AssignmentExpression)
	s := g.lvalue(e.UnaryExpression)
	next()
	if void && g.copiesByte(s, t, e.AssignmentExpression) {
		end()
		return g.constant(0)
	}
	if s.v != nil {
		return g.assignVariable(s, e.AssignmentExpression, t, end)
	}
	x := g.value(e.AssignmentExpression, t)
	end()
	g.store(s, x)
	return x
}

// assignVariable assigns to a variable in a register.
func (g *gen) assignVariable(s spot, e cc.ExpressionNode, t ty, end func()) int32 {
	mark := g.top
	x := g.value(e, t)
	g.top = mark
	end()
	g.store(s, x)
	return s.v.reg
}

// copiesByte assigns one byte of memory to another, which the program may do with received
// bytes too.
func (g *gen) copiesByte(s spot, t ty, from cc.ExpressionNode) bool {
	if s.v != nil || t.size != 1 || t.boolean || g.exprType(from).size != 1 || g.exprType(from).boolean {
		return false
	}
	switch b := bare(from).(type) {
	case *cc.PostfixExpression:
		if b.Case != cc.PostfixExpressionIndex && b.Case != cc.PostfixExpressionSelect && b.Case != cc.PostfixExpressionPSelect {
			return false
		}
	case *cc.UnaryExpression:
		if b.Case != cc.UnaryExpressionDeref {
			return false
		}
	default:
		return false
	}
	source := g.lvalue(from)
	g.emit(program.Instr{Op: program.OpCopyByte, A: g.address(s), B: g.address(source)})
	return true
}

// assignWith evaluates a += b and its like. As gcc does, it evaluates b first if that changes
// something.
func (g *gen) assignWith(e *cc.AssignmentExpression, void bool) int32 {
	sign := e.Token.SrcStr()
	sign = sign[:len(sign)-1]
	l, r := typeOf(e, g.placeType(e.UnaryExpression)), g.exprType(e.AssignmentExpression)
	next, end := g.order(e.UnaryExpression, e.AssignmentExpression)
	var right int32
	first := g.sideEffects(e.AssignmentExpression)
	if first {
		right = g.expr(e.AssignmentExpression)
		next()
	}
	s := g.lvalue(e.UnaryExpression)
	if !first {
		next()
		right = g.expr(e.AssignmentExpression)
	}
	end()
	mark := g.top
	x := g.combined(e, sign, s, right, l, r)
	if s.v != nil {
		g.top = mark
		g.store(s, x)
		return s.v.reg
	}
	g.store(s, x)
	return x
}

// combined returns the value of a spot combined with an operand.
func (g *gen) combined(e *cc.AssignmentExpression, sign string, s spot, right int32, l, r ty) int32 {
	if !r.integer() || l.whole != nil {
		fail(e, sign, sign+"= needs a number", "")
	}
	keep := s
	if s.pointer >= 0 && s.v == nil {
		g.temp() // load must not reuse the address
	}
	old := g.load(keep)
	if l.pointer() {
		if sign == "-" {
			right = g.two(program.OpSubU64, g.constant(0), right)
		} else if sign != "+" {
			fail(e, sign, sign+"= needs two numbers", "")
		}
		return g.movePointer(old, right, sizeOf(e, l.elem))
	}
	t := usual(l, r)
	count := t
	if sign == "<<" || sign == ">>" {
		t, count = l.promoted(), r.promoted()
	}
	old = g.convert(e, old, l, t)
	right = g.convert(e, right, r, count)
	return g.convert(e, g.operate(sign, old, right, t), t, l)
}

// step evaluates ++ and --, before the operand (then its value is the new one) or after it.
func (g *gen) step(e cc.ExpressionNode, up, prefix bool, node cc.ExpressionNode) int32 {
	if g.inConst {
		fail(node, "", "this is not a constant", "")
	}
	s := g.lvalue(e)
	t := typeOf(e, s.typ)
	if t.whole != nil || t.void() {
		fail(node, "", "++ and -- need a number or a pointer", "")
	}
	if s.pointer >= 0 && s.v == nil {
		g.temp()
	}
	old := g.load(s)
	if s.v != nil && !prefix {
		old = g.temp()
		g.emit(program.Instr{Op: program.OpMov, A: old, B: s.v.reg})
	}
	mark := g.top
	x := g.stepped(node, old, t, up)
	if s.v != nil {
		g.top = mark
		g.store(s, x)
		if prefix {
			return s.v.reg
		}
		return old
	}
	g.store(s, x)
	if prefix {
		return x
	}
	return old
}

// stepped returns a value one up or down.
func (g *gen) stepped(node cc.ExpressionNode, old int32, t ty, up bool) int32 {
	if t.pointer() {
		by := int64(1)
		if !up {
			by = -1
		}
		return g.movePointer(old, g.constant(by), sizeOf(node, t.elem))
	}
	p := t.promoted()
	op := variant(program.OpSubI32, p)
	if up {
		op = variant(program.OpAddI32, p)
	}
	return g.convert(node, g.two(op, old, g.constant(1)), p, t)
}

// postfix evaluates a postfix expression.
func (g *gen) postfix(e *cc.PostfixExpression) int32 {
	switch e.Case {
	case cc.PostfixExpressionCall:
		if g.comparesLiterals(e) {
			return g.sign(g.call(e, true))
		}
		return g.call(e, true)
	case cc.PostfixExpressionInc, cc.PostfixExpressionDec:
		return g.step(e.PostfixExpression, e.Case == cc.PostfixExpressionInc, false, e)
	}
	return g.load(g.lvalue(e))
}
