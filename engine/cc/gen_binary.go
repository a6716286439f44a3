package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// arithmetic has the first of the four instructions of a sign, and bitwise those that are
// the same for all types.
var (
	arithmetic = map[string]program.Op{
		"+": program.OpAddI32, "-": program.OpSubI32, "*": program.OpMulI32, "/": program.OpDivI32, "%": program.OpRemI32,
		"<<": program.OpShlI32, ">>": program.OpShrI32,
	}
	bitwise = map[string]program.Op{"&": program.OpAnd, "|": program.OpOr, "^": program.OpXor}
)

// binary evaluates an expression of two operands.
func (g *gen) binary(b operation) int32 {
	switch b.sign {
	case "&&", "||":
		return g.truth(b.node)
	case "==", "!=", "<", ">", "<=", ">=":
		return g.freed(func() int32 { return g.compare(b) })
	}
	l, r, t := g.exprType(b.left), g.exprType(b.right), g.exprType(b.node)
	if l.pointer() || r.pointer() {
		return g.freed(func() int32 { return g.pointerSum(b, l, r) })
	}
	return g.freed(func() int32 {
		right := t
		if b.sign == "<<" || b.sign == ">>" {
			right = r.promoted()
		}
		x, y := g.both(b, t, right)
		return g.operate(b.sign, x, y, t)
	})
}

// both evaluates both operands, the left one first. As gcc does, it takes a variable last if
// the operands can change places.
func (g *gen) both(b operation, left, right ty) (x, y int32) {
	next, end := g.order(b.left, b.right)
	if g.lastOf(b) {
		y = g.value(b.right, right)
		next()
		x = g.value(b.left, left)
		end()
		return x, y
	}
	x = g.value(b.left, left)
	next()
	y = g.value(b.right, right)
	end()
	return x, y
}

// lastOf reports whether gcc evaluates the left operand last.
func (g *gen) lastOf(b operation) bool {
	switch b.sign {
	case "-", "/", "%", "<<", ">>":
		return false
	}
	return g.isVariable(b.left) && !g.isVariable(b.right) && g.sideEffects(b.right)
}

// isVariable reports whether an expression is a variable that arithmetic takes as it is.
func (g *gen) isVariable(e cc.ExpressionNode) bool {
	p, ok := bare(e).(*cc.PrimaryExpression)
	if !ok || p.Case != cc.PrimaryExpressionIdent {
		return false
	}
	_, ok = p.ResolvedTo().(*cc.Declarator)
	return ok && g.exprType(e).size >= 4
}

// operate computes a sign on two operands of the type.
func (g *gen) operate(sign string, x, y int32, t ty) int32 {
	if op, ok := bitwise[sign]; ok {
		return g.two(op, x, y)
	}
	return g.two(variant(arithmetic[sign], t), x, y)
}

// compare evaluates a comparison to 0 or 1.
func (g *gen) compare(b operation) int32 {
	t := g.compared(b)
	x, y := g.both(b, t, t)
	op, swap := comparison(b.sign, t)
	if swap {
		x, y = y, x
	}
	return g.two(op, x, y)
}

// compared returns the type in which the operands of a comparison are compared.
func (g *gen) compared(b operation) ty {
	l, r := g.exprType(b.left), g.exprType(b.right)
	switch {
	case l.integer() && r.integer():
		return usual(l, r)
	case l.whole != nil || r.whole != nil || l.void() || r.void():
		fail(b.node, b.sign, b.sign+" cannot compare these", "compare the members")
	}
	return ulongType
}

// comparison returns the instruction for a sign, and whether the operands change places.
func comparison(sign string, t ty) (op program.Op, swap bool) {
	op = program.OpLt
	switch sign {
	case "==":
		return program.OpEq, false
	case "!=":
		return program.OpNe, false
	case "<=", ">=":
		op = program.OpLe
	}
	if t.size == 8 && !t.signed {
		op += program.OpLtU - program.OpLt
	}
	return op, sign == ">" || sign == ">="
}

// pointerSum evaluates p + n, n + p, p - n and p - q.
func (g *gen) pointerSum(b operation, l, r ty) int32 {
	switch {
	case b.sign != "+" && b.sign != "-":
		fail(b.node, b.sign, b.sign+" needs two numbers", "")
	case l.pointer() && r.pointer():
		if b.sign == "+" {
			fail(b.node, "+", "two pointers cannot be added", "")
		}
		x, y := g.both(b, l, r)
		t := g.temp()
		g.emit(program.Instr{Op: program.OpPtrSub, A: t, B: x, C: y, D: max(sizeOf(b.node, l.elem), 1)})
		return t
	}
	if b.sign == "-" && r.pointer() || l.whole != nil || r.whole != nil || l.void() || r.void() {
		fail(b.node, b.sign, "these cannot be added or subtracted", "")
	}
	x, y := g.both(b, l, r)
	if r.pointer() {
		x, y, l = y, x, r
	}
	if b.sign == "-" {
		y = g.two(program.OpSubU64, g.constant(0), y)
	}
	return g.movePointer(x, y, sizeOf(b.node, l.elem))
}

// movePointer adds n elements to a pointer.
func (g *gen) movePointer(pointer, n, size int32) int32 {
	if p, ok := g.isConst(pointer); ok {
		if k, ok := g.isConst(n); ok {
			offset := int64(int32(p)) + k*int64(size)
			object := int(p>>32) - 1
			if object < 0 || object < len(g.code.Objects) && offset >= 0 && offset <= int64(g.code.Objects[object].Size) {
				return g.constant(p&^0xffffffff | int64(uint32(offset)))
			}
		}
	}
	if size == 0 {
		return pointer
	}
	t := g.temp()
	g.emit(program.Instr{Op: program.OpPtrAdd, A: t, B: pointer, C: n, D: size})
	return t
}

// branches are the instructions that jump as a comparison says.
var branches = map[program.Op]program.Op{
	program.OpEq: program.OpJeq, program.OpNe: program.OpJne, program.OpLt: program.OpJlt, program.OpLe: program.OpJle,
	program.OpLtU: program.OpJltU, program.OpLeU: program.OpJleU,
}

// opposites are the comparisons that are true where others are false; those of order change
// places besides.
var opposites = map[program.Op]program.Op{
	program.OpEq: program.OpNe, program.OpNe: program.OpEq, program.OpLt: program.OpLe, program.OpLe: program.OpLt,
	program.OpLtU: program.OpLeU, program.OpLeU: program.OpLtU,
}

// branch jumps to the label if the condition is what is wanted, and goes on if it is not.
func (g *gen) branch(e cc.ExpressionNode, want bool, to *label) {
	defer g.at(e)()
	mark := g.top
	defer func() { g.top = mark }()
	switch b := bare(e).(type) {
	case *cc.UnaryExpression:
		if b.Case == cc.UnaryExpressionNot {
			g.branch(b.CastExpression, !want, to)
			return
		}
	case *cc.ExpressionList:
		for ; b.ExpressionList != nil; b = b.ExpressionList {
			g.void(b.AssignmentExpression)
		}
		g.branch(b.AssignmentExpression, want, to)
		return
	}
	if b, ok := binaryOf(bare(e)); ok && g.branchBinary(b, want, to) {
		return
	}
	if t := g.exprType(e); t.whole != nil || t.void() {
		fail(e, "", "a condition must be a number or a pointer", "")
	}
	x := g.expr(e)
	op := program.OpJnz
	if !want {
		op = program.OpJz
	}
	g.jump(program.Instr{Op: op, B: x}, to)
}

// branchBinary is branch for && and || and comparisons.
func (g *gen) branchBinary(b operation, want bool, to *label) bool {
	switch b.sign {
	case "&&", "||":
		past := newLabel()
		if (b.sign == "||") == want {
			g.branch(b.left, want, to)
		} else {
			g.branch(b.left, !want, past)
		}
		g.depth++
		g.branch(b.right, want, to)
		g.depth--
		g.place(past)
		return true
	case "==", "!=", "<", ">", "<=", ">=":
		t := g.compared(b)
		x, y := g.both(b, t, t)
		op, swap := comparison(b.sign, t)
		if swap {
			x, y = y, x
		}
		if !want {
			if op != program.OpEq && op != program.OpNe {
				x, y = y, x
			}
			op = opposites[op]
		}
		g.jump(program.Instr{Op: branches[op], B: x, C: y}, to)
		return true
	}
	return false
}
