package cc

import (
	"reflect"

	cc "modernc.org/cc/v4"
)

// refuse walks over a declaration or definition, and fails at what is not supported.
func refuse(node cc.Node) { walk(reflect.ValueOf(node), refuseNode) }

// misplaced finds an assignment to what is no variable: the front end does not say where it is.
func misplaced(ast *cc.AST) (found *Error) {
	defer func() {
		if e, ok := recover().(*Error); ok {
			found = e
		}
	}()
	for unit := ast.TranslationUnit; unit != nil; unit = unit.TranslationUnit {
		walk(reflect.ValueOf(unit.ExternalDeclaration), func(node cc.Node) {
			switch n := node.(type) {
			case *cc.AssignmentExpression:
				checkTarget(n.UnaryExpression)
			case *cc.UnaryExpression:
				if n.Case == cc.UnaryExpressionInc || n.Case == cc.UnaryExpressionDec {
					checkTarget(n.UnaryExpression)
				}
			case *cc.PostfixExpression:
				if n.Case == cc.PostfixExpressionInc || n.Case == cc.PostfixExpressionDec {
					checkTarget(n.PostfixExpression)
				}
			}
		})
	}
	return nil
}

// checkTarget fails if an expression is no variable, whatever its type.
func checkTarget(e cc.ExpressionNode) {
	switch b := bare(e).(type) {
	case *cc.PrimaryExpression:
		if b.Case == cc.PrimaryExpressionIdent {
			return
		}
	case *cc.PostfixExpression:
		if b.Case != cc.PostfixExpressionCall && b.Case != cc.PostfixExpressionInc && b.Case != cc.PostfixExpressionDec {
			return
		}
	case *cc.UnaryExpression:
		if b.Case == cc.UnaryExpressionDeref {
			return
		}
	}
	fail(e, "", "this cannot be assigned to", "")
}

// walk visits a node and what its exported fields refer to. It does not call itself: the nodes of
// a list lie in each other, and a browser has little stack.
func walk(v reflect.Value, visit func(cc.Node)) {
	for stack := []reflect.Value{v}; len(stack) > 0; {
		v, stack = stack[len(stack)-1], stack[:len(stack)-1]
		if v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		if v.Kind() != reflect.Pointer || v.IsNil() {
			continue
		}
		node, ok := v.Interface().(cc.Node)
		if !ok {
			continue
		}
		visit(node)
		s := v.Elem()
		if s.Kind() != reflect.Struct {
			continue
		}
		for i := s.NumField() - 1; i >= 0; i-- {
			if s.Type().Field(i).IsExported() {
				stack = append(stack, s.Field(i))
			}
		}
	}
}

// floats are the words for what is not an integer.
var floats = map[cc.TypeSpecifierCase]bool{
	cc.TypeSpecifierFloat: true, cc.TypeSpecifierDouble: true, cc.TypeSpecifierComplex: true, cc.TypeSpecifierImaginary: true,
	cc.TypeSpecifierFloat16: true, cc.TypeSpecifierFloat32: true, cc.TypeSpecifierFloat64: true, cc.TypeSpecifierFloat128: true,
	cc.TypeSpecifierDecimal32: true, cc.TypeSpecifierDecimal64: true, cc.TypeSpecifierDecimal128: true,
}

// refuseNode fails at a node that is not supported.
func refuseNode(node cc.Node) {
	switch n := node.(type) {
	case *cc.TypeSpecifier:
		refuseType(n)
	case *cc.PrimaryExpression:
		if n.Case == cc.PrimaryExpressionFloat {
			fail(n, n.Token.SrcStr(), "floating point is not supported", "use int or long, for times milliseconds")
		}
	case *cc.StructDeclarator:
		if n.Case == cc.StructDeclaratorBitField {
			fail(n, n.Declarator.Name(), "bit-fields are not supported", "use an integer and masks")
		}
	case *cc.Declarator:
		refuseDeclarator(n)
	case *cc.StorageClassSpecifier:
		if n.Case == cc.StorageClassSpecifierThreadLocal {
			fail(n, "_Thread_local", "threads are not supported", "leave out _Thread_local")
		}
	case *cc.TypeQualifier:
		if n.Case == cc.TypeQualifierAtomic {
			fail(n, "_Atomic", "_Atomic is not supported", "leave it out: there is one thread")
		}
	case *cc.AbstractDeclarator:
		if d := n.DirectAbstractDeclarator; d != nil && n.Pointer != nil && d.Case == cc.DirectAbstractDeclaratorFunc {
			fail(n, "", "function pointers are not supported", "call functions by their names")
		}
	}
}

func refuseType(n *cc.TypeSpecifier) {
	switch {
	case floats[n.Case]:
		fail(n, n.Token.SrcStr(), "floating point is not supported", "use int or long, for times milliseconds")
	case n.Case == cc.TypeSpecifierInt128 || n.Case == cc.TypeSpecifierUint128:
		fail(n, n.Token.SrcStr(), "__int128 is not supported", "use long")
	case n.Case == cc.TypeSpecifierTypeofExpr || n.Case == cc.TypeSpecifierTypeofType:
		fail(n, n.Token.SrcStr(), "typeof is not C11", "write the type")
	case n.Case == cc.TypeSpecifierAtomic:
		fail(n, "_Atomic", "_Atomic is not supported", "leave it out: there is one thread")
	}
}

// refuseDeclarator fails at pointers to functions and arrays of variable length.
func refuseDeclarator(n *cc.Declarator) {
	t := n.Type()
	for depth := 0; t != nil && depth < 20; depth++ {
		switch u := t.(type) {
		case *cc.ArrayType:
			if u.IsVLA() {
				fail(n, n.Name(), "an array whose length is not a constant is not supported", "give "+n.Name()+" a constant length")
			}
			t = u.Elem()
			continue
		case *cc.PointerType:
			if u.Elem().Kind() == cc.Function {
				fail(n, n.Name(), "function pointers are not supported", "call functions by their names")
			}
			t = u.Elem()
			continue
		}
		return
	}
}
