package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// A ty is what the generator has to know of the type of a value.
type ty struct {
	size    int // in bytes; 0 for void
	signed  bool
	boolean bool
	elem    cc.Type // what a pointer points to
	whole   cc.Type // a structure or union
}

var (
	voidType   = ty{}
	intType    = ty{size: 4, signed: true}
	uintType   = ty{size: 4}
	longType   = ty{size: 8, signed: true}
	ulongType  = ty{size: 8}
	boolType   = ty{size: 1, boolean: true}
	charType   = ty{size: 1, signed: true}
	typeOfKind = map[cc.Kind]ty{
		cc.Void: voidType, cc.Bool: boolType, cc.Char: charType, cc.SChar: charType, cc.UChar: {size: 1},
		cc.Short: {size: 2, signed: true}, cc.UShort: {size: 2}, cc.Int: intType, cc.UInt: uintType,
		cc.Long: longType, cc.LongLong: longType, cc.ULong: ulongType, cc.ULongLong: ulongType,
	}
)

func (t ty) pointer() bool { return t.elem != nil }
func (t ty) void() bool    { return t.size == 0 && t.whole == nil }
func (t ty) integer() bool { return t.size > 0 && t.elem == nil && t.whole == nil }

// typeOf returns the type of a value of a C type. An array is a pointer to its first element.
func typeOf(node cc.Node, t cc.Type) ty {
	switch t.Kind() {
	case cc.Enum:
		return typeOf(node, t.(*cc.EnumType).UnderlyingType())
	case cc.Struct, cc.Union:
		return ty{whole: t, size: int(t.Size())}
	case cc.Ptr:
		return ty{size: 8, elem: t.(*cc.PointerType).Elem()}
	case cc.Array:
		return ty{size: 8, elem: t.(*cc.ArrayType).Elem()}
	case cc.Function:
		return ty{size: 8, elem: t}
	}
	found, ok := typeOfKind[t.Kind()]
	if !ok {
		fail(node, typeName(t), typeName(t)+" is not supported", "")
	}
	return found
}

// promoted returns the type of a value in arithmetic.
func (t ty) promoted() ty {
	if t.size < 4 {
		return intType
	}
	return ty{size: t.size, signed: t.signed}
}

// usual returns the type in which two values are computed.
func usual(a, b ty) ty {
	a, b = a.promoted(), b.promoted()
	switch {
	case a.size != b.size && a.size > b.size:
		return a
	case a.size != b.size:
		return b
	case !a.signed:
		return a
	}
	return b
}

// holds reports whether all values of from are values of t, so that none changes.
func (t ty) holds(from ty) bool {
	switch {
	case t.size == 8 || t == from:
		return true // registers have 64 bits, and a value's bits stay
	case from.boolean:
		return true
	case t.boolean:
		return false
	case t.signed == from.signed:
		return t.size >= from.size
	}
	return t.signed && t.size > from.size
}

// sizeOf returns the size of a type, which must be complete.
func sizeOf(node cc.Node, t cc.Type) int32 {
	if a, ok := t.(*cc.ArrayType); ok && a.IsVLA() {
		fail(node, "", "an array whose length is not a constant is not supported", "give it a constant length")
	}
	size := t.Size()
	if t.Kind() == cc.Void || t.Kind() == cc.Function {
		return 1 // as gcc has it
	}
	if size < 0 || t.IsIncomplete() {
		fail(node, typeName(t), typeName(t)+" is not complete: its size is not known", "")
	}
	if size > program.MaxMemory/2 {
		fail(node, typeName(t), typeName(t)+" takes more than 4 MiB", "use a smaller array")
	}
	return int32(size)
}

// exprType returns the type of an expression's value.
func (c *compiler) exprType(e cc.ExpressionNode) ty {
	if t, ok := c.exprTypes[e]; ok {
		return t
	}
	t := c.findType(e)
	c.exprTypes[e] = t
	return t
}

// findType works a type out.
func (c *compiler) findType(e cc.ExpressionNode) ty {
	switch e := e.(type) {
	case *cc.PrimaryExpression:
		return c.primaryType(e)
	case *cc.PostfixExpression:
		return c.postfixType(e)
	case *cc.UnaryExpression:
		return c.unaryType(e)
	case *cc.CastExpression:
		return typeOf(e, e.TypeName.Type())
	case *cc.ConditionalExpression:
		return c.choiceType(e)
	case *cc.ConstantExpression:
		return c.exprType(e.ConditionalExpression)
	case *cc.AssignmentExpression:
		return c.exprType(e.UnaryExpression)
	case *cc.ExpressionList:
		return c.exprType(lastOf(e))
	}
	if b, ok := binaryOf(e); ok {
		return c.binaryType(b)
	}
	fail(e, "", "this expression is not supported", "")
	return ty{}
}

// lastOf returns the last expression of a list with commas.
func lastOf(e *cc.ExpressionList) cc.ExpressionNode {
	for e.ExpressionList != nil {
		e = e.ExpressionList
	}
	return e.AssignmentExpression
}

func (c *compiler) primaryType(e *cc.PrimaryExpression) ty {
	switch e.Case {
	case cc.PrimaryExpressionIdent:
		return typeOf(e, c.identType(e))
	case cc.PrimaryExpressionExpr:
		return c.exprType(e.ExpressionList)
	case cc.PrimaryExpressionChar:
		return intType
	case cc.PrimaryExpressionGeneric:
		return c.exprType(e.GenericSelection.Associated().AssignmentExpression)
	case cc.PrimaryExpressionStmt:
		fail(e, "", "a statement in an expression is not supported", "write a function")
	case cc.PrimaryExpressionLChar, cc.PrimaryExpressionLString:
		fail(e, "", "wide characters are not supported", "leave out the L")
	}
	return typeOf(e, e.Type())
}

// identType returns the declared type of what a name stands for.
func (c *compiler) identType(e *cc.PrimaryExpression) cc.Type {
	name := e.Token.SrcStr()
	switch to := e.ResolvedTo().(type) {
	case *cc.Declarator:
		if to.IsSynthetic() || to.Type() == nil || to.Type().Kind() == cc.InvalidKind {
			break
		}
		if v := c.statics[name]; v != nil && to.Linkage() != cc.None {
			return v.typ
		}
		return to.Type()
	case *cc.Parameter:
		return to.Type()
	case *cc.Enumerator:
		if v := integerValue(to.Value()); v == int64(int32(v)) {
			return c.ast.Int
		}
		return to.Type()
	}
	fail(e, name, name+" is not declared", suggest(name))
	return nil
}

func integerValue(v cc.Value) int64 {
	switch v := v.(type) {
	case cc.Int64Value:
		return int64(v)
	case cc.UInt64Value:
		return int64(v)
	}
	return 0
}

func (c *compiler) postfixType(e *cc.PostfixExpression) ty {
	switch e.Case {
	case cc.PostfixExpressionIndex:
		t := c.exprType(e.PostfixExpression)
		if !t.pointer() {
			t = c.exprType(e.ExpressionList)
		}
		if !t.pointer() {
			fail(e, "", "what is indexed is neither an array nor a pointer", "")
		}
		return typeOf(e, t.elem)
	case cc.PostfixExpressionCall:
		return typeOf(e, c.callee(e).kind.Result())
	case cc.PostfixExpressionSelect, cc.PostfixExpressionPSelect:
		return typeOf(e, memberOf(e).Type())
	case cc.PostfixExpressionComplit:
		return typeOf(e, e.TypeName.Type())
	}
	return c.exprType(e.PostfixExpression)
}

// memberOf returns the member that . or -> names.
func memberOf(e *cc.PostfixExpression) *cc.Field {
	field := e.Field()
	if field == nil {
		fail(e, e.Token2.SrcStr(), "there is no member "+e.Token2.SrcStr(), "")
	}
	for p := field.Parent(); p != nil; p = p.Parent() {
		if p.Name() != "" {
			fail(e, field.Name(), "there is no member "+field.Name()+" at this place", "write ."+p.Name()+"."+field.Name())
		}
	}
	return field
}

func (c *compiler) unaryType(e *cc.UnaryExpression) ty {
	switch e.Case {
	case cc.UnaryExpressionInc, cc.UnaryExpressionDec:
		return c.exprType(e.UnaryExpression)
	case cc.UnaryExpressionAddrof:
		return ty{size: 8, elem: c.placeType(e.CastExpression)}
	case cc.UnaryExpressionDeref:
		t := c.exprType(e.CastExpression)
		if !t.pointer() {
			fail(e, "", "what * is applied to is not a pointer", "")
		}
		return typeOf(e, t.elem)
	case cc.UnaryExpressionPlus, cc.UnaryExpressionMinus, cc.UnaryExpressionCpl:
		t := c.exprType(e.CastExpression)
		if !t.integer() {
			fail(e, "", "a number is expected here", "")
		}
		return t.promoted()
	case cc.UnaryExpressionNot:
		return intType
	case cc.UnaryExpressionSizeofExpr, cc.UnaryExpressionSizeofType, cc.UnaryExpressionAlignofExpr, cc.UnaryExpressionAlignofType:
		return ulongType
	}
	fail(e, e.Token.SrcStr(), e.Token.SrcStr()+" is not supported here", "")
	return ty{}
}

// choiceType returns the type of a ? b : c.
func (c *compiler) choiceType(e *cc.ConditionalExpression) ty {
	yes := e.ExpressionList
	if yes == nil {
		fail(e, "?:", "?: without a middle is not supported", "write a ? a : b")
	}
	a, b := c.exprType(yes), c.exprType(e.ConditionalExpression)
	switch {
	case a.integer() && b.integer():
		return usual(a, b)
	case a.pointer() && (b.integer() || b.elem != nil && b.elem.Kind() == cc.Void):
		return a
	case b.pointer():
		return b
	case a.void() || b.void():
		return voidType
	}
	return a
}

func (c *compiler) binaryType(b operation) ty {
	l, r := c.exprType(b.left), c.exprType(b.right)
	switch b.sign {
	case "&&", "||", "==", "!=", "<", ">", "<=", ">=":
		return intType
	case "<<", ">>":
		return l.promoted()
	case "+", "-":
		switch {
		case l.pointer() && r.pointer():
			return longType
		case l.pointer():
			return l
		case r.pointer():
			return r
		}
	}
	if !l.integer() || !r.integer() {
		fail(b.node, b.sign, b.sign+" needs two numbers", "")
	}
	return usual(l, r)
}
