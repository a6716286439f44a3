package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// A choice is a switch whose body is being compiled.
type choice struct {
	t       ty
	cases   map[int64]*label
	other   *label // default
	inScope int    // variables in scope before it
}

func (g *gen) statement(s *cc.Statement) {
	defer g.at(s)()
	mark := g.top
	defer func() { g.top = mark }()
	switch s.Case {
	case cc.StatementLabeled:
		g.labeled(s.LabeledStatement)
	case cc.StatementCompound:
		g.block(s.CompoundStatement)
	case cc.StatementExpr:
		if e := s.ExpressionStatement.ExpressionList; !isNil(e) {
			g.void(e)
		}
	case cc.StatementSelection:
		g.selection(s.SelectionStatement)
	case cc.StatementIteration:
		g.iteration(s.IterationStatement)
	case cc.StatementJump:
		g.jumpStatement(s.JumpStatement)
	default:
		fail(s, "asm", "asm is not supported", "")
	}
}

func (g *gen) selection(s *cc.SelectionStatement) {
	if s.Case == cc.SelectionStatementSwitch {
		g.choice(s)
		return
	}
	no := newLabel()
	g.branch(s.ExpressionList, false, no)
	g.depth++
	g.statement(s.Statement)
	if s.Case == cc.SelectionStatementIfElse {
		end := newLabel()
		g.jump(program.Instr{Op: program.OpJmp}, end)
		g.place(no)
		g.statement(s.Statement2)
		no = end
	}
	g.depth--
	g.place(no)
}

// choice makes the code of switch: jumps to the cases, then the body.
func (g *gen) choice(s *cc.SelectionStatement) {
	t := g.exprType(s.ExpressionList)
	if !t.integer() {
		fail(s, "switch", "switch needs a number", "")
	}
	ch := &choice{t: t.promoted(), cases: map[int64]*label{}, inScope: len(g.scope)}
	mark := g.top
	x := g.value(s.ExpressionList, ch.t)
	end := newLabel()
	for _, l := range s.LabeledStatements() {
		switch l.Case {
		case cc.LabeledStatementCaseLabel:
			g.caseJump(ch, l, x)
		case cc.LabeledStatementDefault:
			if ch.other != nil {
				fail(l, "default", "switch has two defaults", "")
			}
			ch.other = newLabel()
		case cc.LabeledStatementRange:
			fail(l, "case", "a range of cases is not C", "write each case")
		}
	}
	if ch.other != nil {
		g.jump(program.Instr{Op: program.OpJmp}, ch.other)
	} else {
		g.jump(program.Instr{Op: program.OpJmp}, end)
	}
	g.top = mark
	g.cases = append(g.cases, ch)
	g.breaks = append(g.breaks, end)
	g.depth++
	g.statement(s.Statement)
	g.depth--
	g.breaks = g.breaks[:len(g.breaks)-1]
	g.cases = g.cases[:len(g.cases)-1]
	g.place(end)
}

// caseJump makes the jump to a case.
func (g *gen) caseJump(ch *choice, l *cc.LabeledStatement, x int32) {
	value := g.caseValue(ch, l)
	if ch.cases[value] != nil {
		fail(l, "case", "this case is in the switch twice", "")
	}
	ch.cases[value] = newLabel()
	g.jump(program.Instr{Op: program.OpJeq, B: x, C: g.constant(value)}, ch.cases[value])
}

// caseValue returns the value of a case.
func (g *gen) caseValue(ch *choice, l *cc.LabeledStatement) (value int64) {
	g.findConstants(func(c *gen) {
		x, ok := c.isConst(c.value(l.ConstantExpression, ch.t))
		if !ok {
			fail(l, "case", "a case is not a constant", "")
		}
		value = x
	})
	return value
}

func (g *gen) labeled(s *cc.LabeledStatement) {
	switch s.Case {
	case cc.LabeledStatementLabel:
		l := g.labelNamed(s.Token.SrcStr(), s)
		if l.at >= 0 {
			fail(s, s.Token.SrcStr(), "there are two labels "+s.Token.SrcStr(), "")
		}
		g.place(l)
	case cc.LabeledStatementCaseLabel, cc.LabeledStatementDefault:
		if len(g.cases) == 0 {
			fail(s, "case", "case and default are only allowed in a switch", "")
		}
		ch := g.cases[len(g.cases)-1]
		l := ch.other
		if s.Case == cc.LabeledStatementCaseLabel {
			l = ch.cases[g.caseValue(ch, s)]
		}
		if l == nil {
			fail(s, "case", "this case does not belong to the switch around it", "")
		}
		for _, v := range g.scope[ch.inScope:] {
			v.assigned = false
		}
		g.place(l)
	default:
		fail(s, "case", "a range of cases is not C", "write each case")
	}
	g.statement(s.Statement)
}

// labelNamed returns the label of a name.
func (g *gen) labelNamed(name string, node cc.Node) *label {
	l := g.labels[name]
	if l == nil {
		l = newLabel()
		l.node = node
		g.labels[name] = l
	}
	return l
}

func (g *gen) jumpStatement(s *cc.JumpStatement) {
	switch s.Case {
	case cc.JumpStatementGoto:
		g.gotos = true
		g.jump(program.Instr{Op: program.OpJmp}, g.labelNamed(s.Token2.SrcStr(), s))
	case cc.JumpStatementGotoExpr:
		fail(s, "goto", "a computed goto is not C", "use switch")
	case cc.JumpStatementContinue:
		if len(g.nexts) == 0 {
			fail(s, "continue", "continue is only allowed in a loop", "")
		}
		g.jump(program.Instr{Op: program.OpJmp}, g.nexts[len(g.nexts)-1])
	case cc.JumpStatementBreak:
		if len(g.breaks) == 0 {
			fail(s, "break", "break is only allowed in a loop or a switch", "")
		}
		g.jump(program.Instr{Op: program.OpJmp}, g.breaks[len(g.breaks)-1])
	default:
		g.returnStatement(s)
	}
}

func (g *gen) returnStatement(s *cc.JumpStatement) {
	e := s.ExpressionList
	switch {
	case isNil(e) && g.result.void():
		g.emit(program.Instr{Op: program.OpRet, B: g.constant(0)})
	case isNil(e):
		g.emit(program.Instr{Op: program.OpRetNo})
	case g.result.void():
		if t := g.exprType(e); !t.void() {
			fail(s, "return", g.d.name+" is void, and returns a value here", "")
		}
		g.void(e)
		g.emit(program.Instr{Op: program.OpRet, B: g.constant(0)})
	case g.result.whole != nil:
		x := g.value(e, g.result)
		g.emit(program.Instr{Op: program.OpCopy, A: g.hidden, B: x, D: int32(g.result.size)})
		g.emit(program.Instr{Op: program.OpRet, B: g.hidden})
	default:
		g.emit(program.Instr{Op: program.OpRet, B: g.value(e, g.result)})
	}
}

// iteration makes the code of a loop.
func (g *gen) iteration(s *cc.IterationStatement) {
	end := g.open()
	defer end()
	again, next, past := newLabel(), newLabel(), newLabel()
	condition, after := s.ExpressionList, cc.ExpressionNode(nil)
	switch s.Case {
	case cc.IterationStatementFor:
		if !isNil(s.ExpressionList) {
			g.void(s.ExpressionList)
		}
		condition, after = s.ExpressionList2, s.ExpressionList3
	case cc.IterationStatementForDecl:
		g.declaration(s.Declaration)
		condition, after = s.ExpressionList, s.ExpressionList2
	}
	if s.Case != cc.IterationStatementDo && !isNil(condition) {
		g.branch(condition, false, past)
	}
	g.depth++
	g.place(again)
	g.nexts, g.breaks = append(g.nexts, next), append(g.breaks, past)
	g.statement(s.Statement)
	g.nexts, g.breaks = g.nexts[:len(g.nexts)-1], g.breaks[:len(g.breaks)-1]
	g.place(next)
	if !isNil(after) {
		g.void(after)
	}
	if isNil(condition) {
		g.jump(program.Instr{Op: program.OpJmp}, again)
	} else {
		g.branch(condition, true, again)
	}
	g.depth--
	g.place(past)
}
