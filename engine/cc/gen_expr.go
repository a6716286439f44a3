package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// expr evaluates an expression and returns the operand that has its value. A structure's
// value is its address.
func (g *gen) expr(e cc.ExpressionNode) int32 {
	defer g.at(e)()
	switch e := e.(type) {
	case *cc.PrimaryExpression:
		return g.primary(e)
	case *cc.PostfixExpression:
		return g.postfix(e)
	case *cc.UnaryExpression:
		return g.unary(e)
	case *cc.CastExpression:
		return g.cast(e)
	case *cc.ConditionalExpression:
		return g.choose(e)
	case *cc.ConstantExpression:
		return g.expr(e.ConditionalExpression)
	case *cc.AssignmentExpression:
		return g.assign(e, false)
	case *cc.ExpressionList:
		for ; e.ExpressionList != nil; e = e.ExpressionList {
			g.void(e.AssignmentExpression)
		}
		return g.expr(e.AssignmentExpression)
	}
	if b, ok := binaryOf(e); ok {
		return g.binary(b)
	}
	fail(e, "", "this expression is not supported", "")
	return 0
}

// value evaluates an expression and converts it.
func (g *gen) value(e cc.ExpressionNode, to ty) int32 {
	x := g.expr(e)
	defer g.at(e)()
	return g.convert(e, x, g.exprType(e), to)
}

// void evaluates an expression for what it does.
func (g *gen) void(e cc.ExpressionNode) {
	defer g.at(e)()
	mark := g.top
	defer func() { g.top = mark }()
	switch b := bare(e).(type) {
	case *cc.AssignmentExpression:
		g.assign(b, true)
	case *cc.PostfixExpression:
		switch b.Case {
		case cc.PostfixExpressionInc, cc.PostfixExpressionDec:
			g.step(b.PostfixExpression, b.Case == cc.PostfixExpressionInc, false, b)
		case cc.PostfixExpressionCall:
			g.call(b, false)
		default:
			g.expr(b)
		}
	case *cc.CastExpression:
		if typeOf(b, b.TypeName.Type()).void() {
			g.void(b.CastExpression)
			return
		}
		g.expr(b)
	case *cc.ExpressionList:
		for ; b != nil; b = b.ExpressionList {
			g.void(b.AssignmentExpression)
		}
	case *cc.ConditionalExpression:
		g.voidChoice(b)
	default:
		g.expr(b)
	}
}

// voidChoice evaluates a ? b : c whose value nobody uses.
func (g *gen) voidChoice(e *cc.ConditionalExpression) {
	if e.ExpressionList == nil {
		g.exprType(e) // refuses it
	}
	no, end := newLabel(), newLabel()
	g.branch(e.LogicalOrExpression, false, no)
	g.depth++
	g.void(e.ExpressionList)
	g.jump(program.Instr{Op: program.OpJmp}, end)
	g.place(no)
	g.void(e.ConditionalExpression)
	g.depth--
	g.place(end)
}

func (g *gen) primary(e *cc.PrimaryExpression) int32 {
	switch e.Case {
	case cc.PrimaryExpressionIdent:
		if to, ok := e.ResolvedTo().(*cc.Enumerator); ok {
			return g.constant(integerValue(to.Value()))
		}
		if name := e.Token.SrcStr(); name == "stdout" || name == "stderr" {
			if g.isLibrary(e) {
				return g.constant(map[string]int64{"stdout": program.Stdout, "stderr": program.Stderr}[name])
			}
		}
		return g.load(g.lvalue(e))
	case cc.PrimaryExpressionExpr:
		return g.expr(e.ExpressionList)
	case cc.PrimaryExpressionString:
		return g.load(g.lvalue(e))
	case cc.PrimaryExpressionGeneric:
		return g.expr(e.GenericSelection.Associated().AssignmentExpression)
	case cc.PrimaryExpressionInt, cc.PrimaryExpressionChar:
		return g.constant(g.number(e))
	}
	g.exprType(e) // says why
	fail(e, "", "this is not supported", "")
	return 0
}

// isLibrary reports whether a name stands for something that the library declares.
func (c *compiler) isLibrary(e *cc.PrimaryExpression) bool {
	d, ok := e.ResolvedTo().(*cc.Declarator)
	return ok && d.Position().Filename != sourceName
}

// number returns the value of an integer or character constant.
func (g *gen) number(e *cc.PrimaryExpression) int64 {
	x := integerValue(e.Value())
	switch t := g.exprType(e); {
	case e.Case == cc.PrimaryExpressionChar:
		text := e.Token.SrcStr()
		if len(text) == 3 || len(text) > 1 && text[1] == '\\' {
			return int64(int8(x))
		}
		return int64(int32(x))
	case t.size == 4 && t.signed:
		return int64(int32(x))
	case t.size == 4:
		return int64(uint32(x))
	}
	return x
}

func (g *gen) cast(e *cc.CastExpression) int32 {
	to := typeOf(e, e.TypeName.Type())
	if to.void() {
		g.void(e.CastExpression)
		return g.constant(0)
	}
	if to.whole != nil {
		fail(e, "", "a cast to a structure is not C", "")
	}
	return g.value(e.CastExpression, to)
}

// choose evaluates a ? b : c.
func (g *gen) choose(e *cc.ConditionalExpression) int32 {
	t := g.exprType(e)
	if t.void() {
		g.voidChoice(e)
		return g.constant(0)
	}
	if g.inConst {
		return g.chooseConst(e, t)
	}
	no, end := newLabel(), newLabel()
	to := g.temp()
	g.branch(e.LogicalOrExpression, false, no)
	g.depth++
	g.moveValue(to, e.ExpressionList, t)
	g.jump(program.Instr{Op: program.OpJmp}, end)
	g.place(no)
	g.moveValue(to, e.ConditionalExpression, t)
	g.depth--
	g.place(end)
	return to
}

func (g *gen) chooseConst(e *cc.ConditionalExpression, t ty) int32 {
	x, ok := g.isConst(g.expr(e.LogicalOrExpression))
	if !ok {
		fail(e, "", "this is not a constant", "")
	}
	if x != 0 {
		return g.value(e.ExpressionList, t)
	}
	return g.value(e.ConditionalExpression, t)
}

// moveValue evaluates an expression into a register.
func (g *gen) moveValue(to int32, e cc.ExpressionNode, t ty) {
	mark := g.top
	x := g.value(e, t)
	g.top = mark
	g.move(to, x)
}

func (g *gen) unary(e *cc.UnaryExpression) int32 {
	switch e.Case {
	case cc.UnaryExpressionInc, cc.UnaryExpressionDec:
		return g.step(e.UnaryExpression, e.Case == cc.UnaryExpressionInc, true, e)
	case cc.UnaryExpressionAddrof:
		return g.address(g.placeOf(e.CastExpression))
	case cc.UnaryExpressionDeref:
		return g.load(g.lvalue(e))
	case cc.UnaryExpressionPlus:
		return g.value(e.CastExpression, g.exprType(e))
	case cc.UnaryExpressionMinus:
		t := g.exprType(e)
		return g.freed(func() int32 {
			return g.two(variant(program.OpSubI32, t), g.constant(0), g.value(e.CastExpression, t))
		})
	case cc.UnaryExpressionCpl:
		t := g.exprType(e)
		mask := int64(-1)
		if t.size == 4 && !t.signed {
			mask = 1<<32 - 1
		}
		return g.freed(func() int32 { return g.two(program.OpXor, g.value(e.CastExpression, t), g.constant(mask)) })
	case cc.UnaryExpressionNot:
		return g.truth(e)
	}
	g.exprType(e) // refuses what is not supported
	return g.sizeof(e)
}

// freed evaluates an operation, and lets its result take the place of its operands.
func (g *gen) freed(operation func() int32) int32 {
	mark := g.top
	x := operation()
	g.top = mark
	if x < mark {
		return x
	}
	t := g.temp()
	if x != t {
		g.top = t
		g.move(t, x)
		g.top = t + 1
	}
	return t
}

func (g *gen) sizeof(e *cc.UnaryExpression) int32 {
	switch e.Case {
	case cc.UnaryExpressionSizeofType:
		return g.constant(int64(sizeOf(e, e.TypeName.Type())))
	case cc.UnaryExpressionSizeofExpr:
		return g.constant(int64(sizeOf(e, g.placeType(e.UnaryExpression))))
	case cc.UnaryExpressionAlignofType:
		return g.constant(int64(e.TypeName.Type().Align()))
	}
	return g.constant(int64(g.placeType(e.UnaryExpression).Align()))
}

// truth evaluates a condition to 0 or 1.
func (g *gen) truth(e cc.ExpressionNode) int32 {
	if g.inConst {
		return g.truthConst(e)
	}
	to, end := g.temp(), newLabel()
	mark := g.top
	// The condition may read what to was taken from; so it is set after the jump.
	yes := newLabel()
	g.branch(e, true, yes)
	g.top = mark
	g.emit(program.Instr{Op: program.OpMov, A: to, B: g.constant(0)})
	g.jump(program.Instr{Op: program.OpJmp}, end)
	g.place(yes)
	g.emit(program.Instr{Op: program.OpMov, A: to, B: g.constant(1)})
	g.place(end)
	return to
}

func (g *gen) truthConst(e cc.ExpressionNode) int32 {
	value := func(e cc.ExpressionNode) bool {
		x, ok := g.isConst(g.expr(e))
		if !ok {
			fail(e, "", "this is not a constant", "")
		}
		return x != 0
	}
	var truth bool
	if u, ok := e.(*cc.UnaryExpression); ok {
		truth = !value(u.CastExpression)
	} else if b, _ := binaryOf(e); b.sign == "&&" {
		truth = value(b.left) && value(b.right)
	} else {
		truth = value(b.left) || value(b.right)
	}
	if truth {
		return g.constant(1)
	}
	return g.constant(0)
}
