package cc

import cc "modernc.org/cc/v4"

// An operation is an expression of two operands.
type operation struct {
	node        cc.ExpressionNode
	sign        string
	left, right cc.ExpressionNode
}

// binaryOf takes an expression of two operands apart.
func binaryOf(e cc.ExpressionNode) (b operation, ok bool) {
	switch e := e.(type) {
	case *cc.MultiplicativeExpression:
		return operation{e, e.Token.SrcStr(), e.MultiplicativeExpression, e.CastExpression}, true
	case *cc.AdditiveExpression:
		return operation{e, e.Token.SrcStr(), e.AdditiveExpression, e.MultiplicativeExpression}, true
	case *cc.ShiftExpression:
		return operation{e, e.Token.SrcStr(), e.ShiftExpression, e.AdditiveExpression}, true
	case *cc.RelationalExpression:
		return operation{e, e.Token.SrcStr(), e.RelationalExpression, e.ShiftExpression}, true
	case *cc.EqualityExpression:
		return operation{e, e.Token.SrcStr(), e.EqualityExpression, e.RelationalExpression}, true
	case *cc.AndExpression:
		return operation{e, "&", e.AndExpression, e.EqualityExpression}, true
	case *cc.ExclusiveOrExpression:
		return operation{e, "^", e.ExclusiveOrExpression, e.AndExpression}, true
	case *cc.InclusiveOrExpression:
		return operation{e, "|", e.InclusiveOrExpression, e.ExclusiveOrExpression}, true
	case *cc.LogicalAndExpression:
		return operation{e, "&&", e.LogicalAndExpression, e.InclusiveOrExpression}, true
	case *cc.LogicalOrExpression:
		return operation{e, "||", e.LogicalOrExpression, e.LogicalAndExpression}, true
	}
	return operation{}, false
}

// operands returns the expressions directly inside an expression.
func operands(e cc.ExpressionNode) []cc.ExpressionNode {
	switch e := e.(type) {
	case *cc.PrimaryExpression:
		if e.Case == cc.PrimaryExpressionGeneric {
			return []cc.ExpressionNode{e.GenericSelection.Associated().AssignmentExpression}
		}
		return []cc.ExpressionNode{e.ExpressionList}
	case *cc.PostfixExpression:
		list := []cc.ExpressionNode{e.PostfixExpression, e.ExpressionList}
		for a := e.ArgumentExpressionList; a != nil; a = a.ArgumentExpressionList {
			list = append(list, a.AssignmentExpression)
		}
		return append(list, initializers(e.InitializerList)...)
	case *cc.UnaryExpression:
		switch e.Case {
		case cc.UnaryExpressionSizeofExpr, cc.UnaryExpressionAlignofExpr:
			return nil // not evaluated
		}
		return []cc.ExpressionNode{e.CastExpression, e.PostfixExpression, e.UnaryExpression}
	case *cc.CastExpression:
		return []cc.ExpressionNode{e.CastExpression}
	case *cc.ConditionalExpression:
		return []cc.ExpressionNode{e.LogicalOrExpression, e.ExpressionList, e.ConditionalExpression}
	case *cc.ConstantExpression:
		return []cc.ExpressionNode{e.ConditionalExpression}
	case *cc.AssignmentExpression:
		return []cc.ExpressionNode{e.UnaryExpression, e.AssignmentExpression}
	case *cc.ExpressionList:
		var list []cc.ExpressionNode
		for ; e != nil; e = e.ExpressionList {
			list = append(list, e.AssignmentExpression)
		}
		return list
	}
	if b, ok := binaryOf(e); ok {
		return []cc.ExpressionNode{b.left, b.right}
	}
	return nil
}

// initializers returns the expressions of an initializer with braces.
func initializers(list *cc.InitializerList) (found []cc.ExpressionNode) {
	for ; list != nil; list = list.InitializerList {
		if i := list.Initializer; i.Case == cc.InitializerExpr {
			found = append(found, i.AssignmentExpression)
		} else {
			found = append(found, initializers(i.InitializerList)...)
		}
	}
	return found
}

// isNil reports whether there is no expression: the front end leaves typed nils.
func isNil(e cc.ExpressionNode) bool {
	switch e := e.(type) {
	case nil:
		return true
	case *cc.ExpressionList:
		return e == nil
	case *cc.PostfixExpression:
		return e == nil
	case *cc.UnaryExpression:
		return e == nil
	}
	return false
}

// bare returns an expression without the parentheses around it.
func bare(e cc.ExpressionNode) cc.ExpressionNode {
	for {
		switch p := e.(type) {
		case *cc.PrimaryExpression:
			switch p.Case {
			case cc.PrimaryExpressionExpr:
				e = p.ExpressionList
				continue
			case cc.PrimaryExpressionGeneric:
				e = p.GenericSelection.Associated().AssignmentExpression
				continue
			}
		case *cc.ConstantExpression:
			e = p.ConditionalExpression
			continue
		case *cc.ExpressionList:
			if p.ExpressionList == nil {
				e = p.AssignmentExpression
				continue
			}
		}
		return e
	}
}
