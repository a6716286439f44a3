package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// A gen makes the code of one function.
type gen struct {
	*compiler
	f       *program.Function
	d       *definition
	vars    map[*cc.Declarator]*variable
	scope   []*variable // those in scope, in order
	top     int32       // the first register that is free
	floor   int32       // the first register above those of variables
	line    int32
	barrier int // jumps lead to this instruction, or to none after it
	depth   int // how many conditions stand around this place
	gotos   bool
	labels  map[string]*label
	breaks  []*label
	nexts   []*label // of continue
	cases   []*choice
	inConst bool
	result  ty
	hidden  int32 // the register of the address for a structure that is returned, or -1
}

// A variable is where a variable of C lives.
type variable struct {
	name     string
	typ      cc.Type
	reg      int32 // or -1
	object   int32 // of the frame, or -1
	static   int   // the static object, or -1
	flag     int32 // the register that says whether it has a value, or -1
	local    int32 // its number in the function's Locals
	depth    int   // of conditions at its declaration
	assigned bool  // it certainly has a value here
	defined  bool  // a static one has a definition
	setup    *cc.Initializer
	node     *cc.Declarator
}

// A label is a place that jumps lead to.
type label struct {
	at    int32 // or -1
	jumps []int
	node  cc.Node
}

func newLabel() *label { return &label{at: -1} }

// at sets the line of the instructions that follow, and returns what sets it back.
func (g *gen) at(node cc.Node) func() {
	before := g.line
	if position := node.Position(); position.Line > 0 && position.Filename == sourceName {
		g.line = int32(position.Line)
	}
	return func() { g.line = before }
}

// emit adds an instruction.
func (g *gen) emit(in program.Instr) int {
	g.code.Instrs = append(g.code.Instrs, in)
	g.code.Lines = append(g.code.Lines, max(g.line, 1))
	return len(g.code.Instrs) - 1
}

// temp takes a register.
func (g *gen) temp() int32 {
	t := g.top
	g.top++
	g.f.Regs = max(g.f.Regs, g.top)
	if g.top > 4000 {
		fail(g.d.node.Declarator, g.d.name, g.d.name+" has too many variables", "split it")
	}
	return t
}

// jump emits a jump to a label.
func (g *gen) jump(in program.Instr, to *label) {
	at := g.emit(in)
	if to.at >= 0 {
		g.code.Instrs[at].D = to.at
		return
	}
	to.jumps = append(to.jumps, at)
}

// place puts a label here.
func (g *gen) place(l *label) {
	l.at = int32(len(g.code.Instrs))
	for _, at := range l.jumps {
		g.code.Instrs[at].D = l.at
	}
	g.barrier = int(l.at)
}

// two computes r[B] op r[C] into a register, or at once if both are constants.
func (g *gen) two(op program.Op, b, c int32) int32 {
	if b < 0 && c < 0 {
		if x, ok := program.Fold(op, g.code.Consts[-1-b], g.code.Consts[-1-c]); ok {
			return g.constant(x)
		}
	}
	t := g.temp()
	g.emit(program.Instr{Op: op, A: t, B: b, C: c})
	return t
}

// one is two for an instruction of one operand.
func (g *gen) one(op program.Op, b int32) int32 {
	if b < 0 {
		if x, ok := program.Fold(op, g.code.Consts[-1-b], 0); ok {
			return g.constant(x)
		}
	}
	t := g.temp()
	g.emit(program.Instr{Op: op, A: t, B: b})
	return t
}

// isConst returns the constant that an operand stands for.
func (g *gen) isConst(x int32) (int64, bool) {
	if x >= 0 {
		return 0, false
	}
	return g.code.Consts[-1-x], true
}

// move makes register to have an operand's value. If the last instruction has just computed
// it into a temporary register, that instruction writes to the other one instead.
func (g *gen) move(to, from int32) {
	if to == from {
		return
	}
	last := len(g.code.Instrs) - 1
	if from >= g.f.Params && from >= g.top && last >= g.barrier && last >= int(g.f.Start) {
		if in := &g.code.Instrs[last]; program.Computes(in.Op) && in.A == from {
			in.A = to
			return
		}
	}
	g.emit(program.Instr{Op: program.OpMov, A: to, B: from})
}

// conversions are the instructions that convert to a type.
var conversions = map[ty]program.Op{
	{size: 1, signed: true}:  program.OpToI8,
	{size: 1}:                program.OpToU8,
	{size: 2, signed: true}:  program.OpToI16,
	{size: 2}:                program.OpToU16,
	{size: 4, signed: true}:  program.OpToI32,
	{size: 4}:                program.OpToU32,
	{size: 1, boolean: true}: program.OpToBool,
}

// convert converts a value.
func (g *gen) convert(node cc.Node, x int32, from, to ty) int32 {
	switch {
	case to.void() || from.whole != nil && to.whole != nil && from.whole.IsCompatible(to.whole):
		return x
	case from.void():
		fail(node, "", "a value is needed here, and there is none: the expression is void", "")
	case from.whole != nil || to.whole != nil:
		fail(node, "", "a structure and a value of another type do not fit together", "")
	case to.pointer() || to.holds(from):
		return x
	}
	if from.pointer() {
		from = ulongType
	}
	return g.one(conversions[ty{size: to.size, signed: to.signed, boolean: to.boolean}], x)
}

// variant returns the instruction of a group for a type that arithmetic is done in.
func variant(first program.Op, t ty) program.Op {
	if t.size == 8 {
		first += 2
	}
	if !t.signed {
		first++
	}
	return first
}

// order tells the machine that the operands of an expression are evaluated in an order that
// C leaves open, if that can matter. It returns what to call between them and at the end.
func (g *gen) order(nodes ...cc.ExpressionNode) (next, end func()) {
	matters := 0
	for _, e := range nodes {
		if g.hasEffects(e) {
			matters++
		}
	}
	if matters < 2 {
		return func() {}, func() {}
	}
	g.emit(program.Instr{Op: program.OpSeq})
	return func() { g.emit(program.Instr{Op: program.OpSeqOr}) }, func() { g.emit(program.Instr{Op: program.OpSeqNo}) }
}

// hasEffects reports whether an expression calls a function for which order can matter.
func (c *compiler) hasEffects(e cc.ExpressionNode) bool {
	if isNil(e) {
		return false
	}
	if known, ok := c.effects[e]; ok {
		return known
	}
	found := false
	if call, ok := e.(*cc.PostfixExpression); ok && call.Case == cc.PostfixExpressionCall {
		callee := c.callee(call)
		found = callee.defined != nil || program.HasOrder(callee.name)
	}
	for _, o := range operands(e) {
		found = found || c.hasEffects(o)
	}
	c.effects[e] = found
	return found
}

// sideEffects reports whether evaluating an expression can change anything.
func (c *compiler) sideEffects(e cc.ExpressionNode) bool {
	if isNil(e) {
		return false
	}
	switch e := e.(type) {
	case *cc.AssignmentExpression:
		return true
	case *cc.PostfixExpression:
		switch e.Case {
		case cc.PostfixExpressionCall, cc.PostfixExpressionInc, cc.PostfixExpressionDec:
			return true
		}
	case *cc.UnaryExpression:
		switch e.Case {
		case cc.UnaryExpressionInc, cc.UnaryExpressionDec:
			return true
		}
	}
	for _, o := range operands(e) {
		if c.sideEffects(o) {
			return true
		}
	}
	return false
}
