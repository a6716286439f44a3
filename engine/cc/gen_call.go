package cc

import (
	"fmt"

	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// A callee is the function that a call names.
type callee struct {
	name    string
	kind    *cc.FunctionType
	defined *definition // if the program defines it
}

// callee finds the function that a call names.
func (c *compiler) callee(e *cc.PostfixExpression) callee {
	p, ok := bare(e.PostfixExpression).(*cc.PrimaryExpression)
	if !ok || p.Case != cc.PrimaryExpressionIdent {
		fail(e, "", "a call through a pointer is not supported", "call the function by its name")
	}
	name := p.Token.SrcStr()
	d, ok := p.ResolvedTo().(*cc.Declarator)
	if ok && d.Type().Kind() == cc.Ptr {
		fail(p, name, "a call through a pointer is not supported", "call the function by its name")
	}
	if f := c.functions[name]; f != nil {
		return callee{name, f.kind, f}
	}
	if !ok || d.Type().Kind() != cc.Function || d.IsSynthetic() || !program.IsFunction(name) || d.Position().Filename == "" {
		message := name + " is not declared"
		if ok && d.Type().Kind() == cc.Function && d.Position().Filename == sourceName && program.IsFunction(name) {
			return callee{name, d.Type().(*cc.FunctionType), nil}
		}
		if ok && d.Position() != p.Position() {
			message = name + " is declared and not defined"
		}
		fail(p, name, message, suggest(name))
	}
	return callee{name, d.Type().(*cc.FunctionType), nil}
}

// call calls a function, and returns the operand that has its value if it is used.
func (g *gen) call(e *cc.PostfixExpression, used bool) int32 {
	if g.inConst {
		fail(e, "", "a call is not a constant", "")
	}
	f := g.callee(e)
	arguments := argumentsOf(e)
	parameters := g.parameters(e, f, arguments)
	if f.defined == nil {
		g.checkFormat(f.name, arguments)
	}
	result := typeOf(e, f.kind.Result())
	first := g.top
	in := program.Instr{Op: program.OpCall, A: -1, B: g.called(f), C: first, N: uint16(len(arguments))}
	if f.defined == nil {
		in.Op = program.OpExt
	}
	if result.whole != nil {
		// The first argument is where the structure goes.
		in.N++
		used = true
	}
	for range in.N {
		g.temp()
	}
	g.arguments(arguments, parameters, first+int32(in.N)-int32(len(arguments)))
	if result.whole != nil {
		g.emit(program.Instr{Op: program.OpAddr, A: first, C: g.frameObject(sizeOf(e, result.whole))})
	}
	g.top = first
	if used && !result.void() {
		in.A = g.temp()
	}
	g.f.Regs = max(g.f.Regs, first+int32(in.N)) // without arguments too, C is a register
	g.emitCall(e, in)
	if in.A < 0 {
		return g.constant(0)
	}
	return in.A
}

// emitCall adds the instruction of a call, with the line of the name.
func (g *gen) emitCall(e *cc.PostfixExpression, in program.Instr) {
	before := g.line
	if p, ok := bare(e.PostfixExpression).(*cc.PrimaryExpression); ok {
		if line := g.lines[p.Token.Seq()]; line > 0 {
			g.line = int32(line)
		}
	}
	g.emit(in)
	g.line = before
}

func argumentsOf(e *cc.PostfixExpression) (list []cc.ExpressionNode) {
	for a := e.ArgumentExpressionList; a != nil; a = a.ArgumentExpressionList {
		list = append(list, a.AssignmentExpression)
	}
	return list
}

// called returns the number of a function.
func (g *gen) called(f callee) int32 {
	if f.defined != nil {
		return f.defined.number
	}
	return g.extern(f.name)
}

// arguments evaluates arguments, the last one first as gcc does, into registers in a row.
func (g *gen) arguments(arguments []cc.ExpressionNode, parameters []ty, first int32) {
	next, end := g.order(arguments...)
	for i := len(arguments) - 1; i >= 0; i-- {
		mark := g.top
		x := g.value(arguments[i], parameters[i])
		g.top = mark
		g.move(first+int32(i), x)
		if i > 0 {
			next()
		}
	}
	end()
}

// parameters returns the types that arguments are converted to, and refuses a wrong number.
func (g *gen) parameters(e *cc.PostfixExpression, f callee, arguments []cc.ExpressionNode) []ty {
	var types []ty
	for _, p := range f.kind.Parameters() {
		if t := typeOf(e, p.Type()); !t.void() {
			types = append(types, t)
		}
	}
	n := len(types)
	if len(arguments) < n || len(arguments) > n && !f.kind.IsVariadic() {
		fail(e, f.name, fmt.Sprintf("%s takes %s, and has %d here", f.name, plural(n, f.kind.IsVariadic()), len(arguments)), "")
	}
	for _, a := range arguments[n:] {
		t := g.exprType(a)
		if t.integer() {
			t = t.promoted()
		}
		if t.whole != nil {
			fail(a, "", "a structure cannot be an argument of "+f.name, "")
		}
		types = append(types, t)
	}
	return types
}

func plural(n int, more bool) string {
	text := fmt.Sprintf("%d arguments", n)
	if n == 1 {
		text = "1 argument"
	}
	if more {
		text += " or more"
	}
	return text
}

// comparesLiterals reports whether a call is strcmp or memcmp of two string literals. gcc
// compares those itself, and takes -1 and 1 where glibc has differences.
func (g *gen) comparesLiterals(e *cc.PostfixExpression) bool {
	f := g.callee(e)
	if f.defined != nil || f.name != "strcmp" && f.name != "memcmp" {
		return false
	}
	for i, a := range argumentsOf(e) {
		if p, ok := bare(a).(*cc.PrimaryExpression); i < 2 && (!ok || p.Case != cc.PrimaryExpressionString) {
			return false
		}
	}
	return true
}

// sign returns -1, 0 or 1.
func (g *gen) sign(x int32) int32 {
	above := g.two(program.OpLt, g.constant(0), x)
	below := g.two(program.OpLt, x, g.constant(0))
	return g.two(program.OpSubI32, above, below)
}
