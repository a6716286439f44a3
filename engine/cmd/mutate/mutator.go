package main

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
)

// mutator lists the changes of one statement.
type mutator struct {
	source   *source
	file     file
	function string
	changes  []change
}

// replacements has for each operator what replaces it.
var replacements = map[token.Token][]token.Token{
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL},
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR},
	token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD}, token.MUL: {token.QUO}, token.QUO: {token.MUL}, token.REM: {token.MUL},
	token.AND: {token.OR}, token.OR: {token.AND}, token.XOR: {token.AND}, token.AND_NOT: {token.AND},
	token.SHL: {token.SHR}, token.SHR: {token.SHL},
	token.ADD_ASSIGN: {token.SUB_ASSIGN, token.ASSIGN}, token.SUB_ASSIGN: {token.ADD_ASSIGN, token.ASSIGN},
	token.OR_ASSIGN: {token.AND_ASSIGN, token.ASSIGN}, token.AND_ASSIGN: {token.OR_ASSIGN, token.ASSIGN},
	token.AND_NOT_ASSIGN: {token.OR_ASSIGN, token.AND_ASSIGN},
	token.INC:            {token.DEC}, token.DEC: {token.INC},
}

// replace notes a change of the bytes from one position to another.
func (m *mutator) replace(from, to token.Pos, text string) {
	offset := func(p token.Pos) int { return m.source.fset.Position(p).Offset }
	m.changes = append(m.changes, newChange(m.file, m.function, offset(from), offset(to), text))
}

// operator notes the changes of an operator.
func (m *mutator) operator(at token.Pos, op token.Token) {
	for _, other := range replacements[op] {
		m.replace(at, at+token.Pos(len(op.String())), other.String())
	}
}

// statement notes all changes of a statement: it is removed, or something in it changes.
func (m *mutator) statement(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.ExprStmt, *ast.BranchStmt, *ast.ReturnStmt, *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.DeferStmt:
		m.replace(n.Pos(), n.End(), "")
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			m.replace(n.Pos(), n.End(), "")
		}
		m.operator(n.TokPos, n.Tok)
	case *ast.IncDecStmt:
		m.replace(n.Pos(), n.End(), "")
		m.operator(n.TokPos, n.Tok)
	case *ast.CaseClause:
		m.replace(n.Pos(), n.End(), "")
	}
	for _, e := range expressions(n) {
		m.negate(e)
		ast.Inspect(e, func(node ast.Node) bool {
			if node != nil {
				m.expression(node)
			}
			_, isFunction := node.(*ast.FuncLit) // its statements are changed by themselves
			return !isFunction && !isNegative(node)
		})
	}
}

// negate notes the negation of a condition. That of a comparison is another operator.
func (m *mutator) negate(e ast.Expr) {
	switch e := e.(type) {
	case *ast.UnaryExpr:
		return
	case *ast.BinaryExpr:
		if e.Op != token.LAND && e.Op != token.LOR {
			return
		}
	}
	t, ok := m.source.types.Types[e].Type.(*types.Basic)
	if ok && t.Info()&types.IsBoolean != 0 && m.source.types.Types[e].Value == nil {
		from, to := m.source.fset.Position(e.Pos()).Offset, m.source.fset.Position(e.End()).Offset
		m.replace(e.Pos(), e.End(), "!("+m.file.text[from:to]+")")
	}
}

// expression notes the changes of an expression apart from those inside it.
func (m *mutator) expression(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		m.operator(n.OpPos, n.Op)
		if n.Op == token.LAND || n.Op == token.LOR {
			m.replace(n.X.End(), n.Y.End(), "")
			m.replace(n.X.Pos(), n.Y.Pos(), "")
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT || isNegative(n) {
			m.replace(n.Pos(), n.X.Pos(), "")
		}
	case *ast.BasicLit:
		m.literal(n)
	case *ast.Ident:
		m.constant(n)
	}
}

// isNegative reports whether a node is a negative number. It loses its sign and is not changed
// otherwise: OpenSSL's functions return -1 to say that they failed, and their callers, like
// ours, look at the sign alone.
func isNegative(n ast.Node) bool {
	e, ok := n.(*ast.UnaryExpr)
	if !ok || e.Op != token.SUB {
		return false
	}
	_, ok = e.X.(*ast.BasicLit)
	return ok
}

// literal notes other values for a number or a text.
func (m *mutator) literal(n *ast.BasicLit) {
	switch v := m.source.types.Types[n].Value; {
	case n.Kind == token.INT:
		if i, exact := constant.Int64Val(constant.ToInt(v)); exact {
			m.replace(n.Pos(), n.End(), strconv.FormatInt(i+1, 10))
			m.replace(n.Pos(), n.End(), strconv.FormatInt(i-1, 10))
		}
	case n.Kind == token.STRING && constant.StringVal(v) == "":
		m.replace(n.Pos(), n.End(), `"mutant"`)
	case n.Kind == token.STRING:
		m.replace(n.Pos(), n.End(), `""`)
	}
}

// constant notes other constants of the same type, those beside it in their order.
func (m *mutator) constant(n *ast.Ident) {
	c, ok := m.source.types.Uses[n].(*types.Const)
	if !ok {
		return
	}
	switch c {
	case types.Universe.Lookup("true"):
		m.replace(n.Pos(), n.End(), "false")
	case types.Universe.Lookup("false"):
		m.replace(n.Pos(), n.End(), "true")
	}
	if c.Parent() != m.source.scope {
		return
	}
	constants := m.source.constants(c.Type())
	for i, other := range constants {
		if other == c {
			around := []int{i - 1, i + 1}
			for _, j := range around {
				if j >= 0 && j < len(constants) {
					m.replace(n.Pos(), n.End(), constants[j].Name())
				}
			}
		}
	}
}
