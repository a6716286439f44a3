package main

import (
	"go/ast"
	"go/types"
)

// statement is a place for changes: a statement, or a case of a switch.
type statement struct {
	changes []change
}

// statements lists the statements of the package that can be changed, in a fixed order.
func (s *source) statements() []statement {
	var list []statement
	for _, f := range s.files {
		for _, decl := range f.syntax.Decls {
			function := functionName(decl)
			for node := range ast.Preorder(decl) {
				n, ok := node.(ast.Stmt)
				if !ok {
					continue
				}
				m := mutator{source: s, file: f, function: function}
				m.statement(n)
				if len(m.changes) > 0 {
					list = append(list, statement{m.changes})
				}
			}
		}
	}
	return list
}

// functionName names the function of a declaration, "" for a variable with functions.
func functionName(decl ast.Decl) string {
	f, ok := decl.(*ast.FuncDecl)
	switch {
	case !ok:
		return ""
	case f.Recv == nil:
		return f.Name.Name
	}
	return types.ExprString(f.Recv.List[0].Type) + "." + f.Name.Name
}

// expressions lists those that belong to a statement and to none inside it.
func expressions(n ast.Stmt) []ast.Expr {
	switch n := n.(type) {
	case *ast.ExprStmt:
		return []ast.Expr{n.X}
	case *ast.AssignStmt:
		return append(append([]ast.Expr{}, n.Lhs...), n.Rhs...)
	case *ast.ReturnStmt:
		return n.Results
	case *ast.IfStmt:
		return []ast.Expr{n.Cond}
	case *ast.ForStmt:
		return one(n.Cond)
	case *ast.RangeStmt:
		return []ast.Expr{n.X}
	case *ast.SwitchStmt:
		return one(n.Tag)
	case *ast.CaseClause:
		return n.List
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.DeferStmt:
		return []ast.Expr{n.Call}
	case *ast.DeclStmt:
		return declared(n)
	}
	return nil
}

// one is a list of the expression, or of nothing.
func one(e ast.Expr) []ast.Expr {
	if e == nil {
		return nil
	}
	return []ast.Expr{e}
}

// declared lists the values of the variables that a statement declares.
func declared(n *ast.DeclStmt) []ast.Expr {
	var list []ast.Expr
	for _, spec := range n.Decl.(*ast.GenDecl).Specs {
		if v, ok := spec.(*ast.ValueSpec); ok {
			list = append(list, v.Values...)
		}
	}
	return list
}
