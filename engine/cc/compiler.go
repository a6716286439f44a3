package cc

import (
	"slices"

	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// A compiler makes the code of one program.
type compiler struct {
	ast       *cc.AST
	code      *program.Code
	errors    Errors
	size      int // of all static objects
	consts    map[int64]int32
	strings   map[string]int
	externs   map[string]int32
	functions map[string]*definition
	order     []*definition
	statics   map[string]*variable         // of the file, by name
	locals    map[*cc.Declarator]*variable // static ones in functions
	types     map[string]int32
	effects   map[cc.ExpressionNode]bool
	exprTypes map[cc.ExpressionNode]ty
	lines     map[int]int // see calledLines
}

// A definition is a function that the program defines.
type definition struct {
	node   *cc.FunctionDefinition
	kind   *cc.FunctionType
	number int32
	name   string
}

func newCompiler(ast *cc.AST) *compiler {
	return &compiler{
		ast: ast, consts: map[int64]int32{}, strings: map[string]int{}, externs: map[string]int32{},
		functions: map[string]*definition{}, statics: map[string]*variable{}, locals: map[*cc.Declarator]*variable{},
		types: map[string]int32{}, effects: map[cc.ExpressionNode]bool{}, exprTypes: map[cc.ExpressionNode]ty{},
		// errno, and the library's buffer for ERR_error_string.
		code: &program.Code{Objects: []program.Object{{Size: 4}, {Size: 256}}},
	}
}

// compile makes the code, or leaves errors.
func (c *compiler) compile() {
	var declarations []*cc.Declaration
	for unit := c.ast.TranslationUnit; unit != nil; unit = unit.TranslationUnit {
		e := unit.ExternalDeclaration
		if e.Position().Filename != sourceName {
			continue
		}
		c.try(func() {
			switch e.Case {
			case cc.ExternalDeclarationFuncDef:
				c.define(e.FunctionDefinition)
			case cc.ExternalDeclarationDecl:
				refuse(e.Declaration)
				declarations = append(declarations, e.Declaration)
			case cc.ExternalDeclarationAsmStmt:
				fail(e, "asm", "asm is not supported", "")
			}
		})
	}
	for _, d := range declarations {
		c.try(func() { c.declareStatics(d) })
	}
	for _, d := range declarations {
		c.try(func() { c.initStatics(d) })
	}
	for _, d := range c.order {
		c.try(func() { c.function(d) })
	}
	c.entry()
}

// try runs a part of the compiler that may fail.
func (c *compiler) try(part func()) {
	defer func() {
		if r := recover(); r != nil {
			c.errors = append(c.errors, panicked(r))
		}
	}()
	part()
}

// sorted returns the errors in the order of their places.
func (c *compiler) sorted() Errors {
	slices.SortStableFunc(c.errors, func(a, b *Error) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return c.errors[:min(len(c.errors), 20)]
}

// fail refuses the program at a node.
func fail(node cc.Node, name, message, suggestion string) {
	position := node.Position()
	e := &Error{Line: position.Line, Column: position.Column, Name: name, Message: message, Suggestion: suggestion}
	if position.Filename != sourceName || e.Line == 0 {
		e.Line, e.Column = 1, 1
	}
	panic(e)
}

// define notes a function that the program defines.
func (c *compiler) define(node *cc.FunctionDefinition) {
	name := node.Declarator.Name()
	kind, ok := node.Declarator.Type().(*cc.FunctionType)
	if !ok {
		fail(node, name, name+" is not a function", "")
	}
	if c.functions[name] != nil {
		fail(node.Declarator, name, name+" is defined twice", "")
	}
	if kind.IsVariadic() {
		fail(node.Declarator, name, "a function of a variable number of arguments is not supported", "give it a fixed number of them")
	}
	refuse(node)
	d := &definition{node: node, kind: kind, number: int32(len(c.order)), name: name}
	c.functions[name] = d
	c.order = append(c.order, d)
	c.code.Functions = append(c.code.Functions, program.Function{Name: name})
}

// entry finds the function in which the program starts.
func (c *compiler) entry() {
	var found *definition
	for _, d := range c.order {
		if takesSSL(d.kind) {
			found = d
		}
	}
	if d := c.functions["main"]; d != nil && takesSSL(d.kind) {
		found = d
	}
	if found == nil {
		if len(c.errors) == 0 {
			c.errors = append(c.errors, &Error{
				Line: 1, Column: 1, Name: "main", Message: "no function takes one argument of type SSL *, so nothing can be started",
				Suggestion: "write int main(SSL *ssl) { … }",
			})
		}
		return
	}
	if kind := found.kind.Result().Kind(); kind != cc.Void && kind != cc.Int {
		c.try(func() {
			fail(found.node.Declarator, found.name, found.name+" is started, but it returns neither int nor void", "")
		})
	}
	c.code.Entry = found.number
}

// takesSSL reports whether a function has one parameter, an SSL *.
func takesSSL(kind *cc.FunctionType) bool {
	parameters := kind.Parameters()
	if len(parameters) != 1 {
		return false
	}
	pointer, ok := parameters[0].Type().(*cc.PointerType)
	if !ok {
		return false
	}
	to, ok := pointer.Elem().(*cc.StructType)
	if !ok {
		return false
	}
	tag := to.Tag()
	return tag.SrcStr() == "ssl_st"
}

// constant returns the operand that stands for a constant.
func (c *compiler) constant(x int64) int32 {
	n, ok := c.consts[x]
	if !ok {
		n = int32(len(c.code.Consts))
		c.consts[x] = n
		c.code.Consts = append(c.code.Consts, x)
	}
	return -1 - n
}

// literal returns the object of a string literal, which has its zero byte.
func (c *compiler) literal(text string) int {
	n, ok := c.strings[text]
	if !ok {
		n = c.object(program.Object{Size: int32(len(text)), Init: []byte(text), ReadOnly: true})
		c.strings[text] = n
	}
	return n
}

// object adds a static object.
func (c *compiler) object(o program.Object) int {
	if c.size += int(o.Size) + 8; c.size > program.MaxMemory/2 {
		panic(&Error{Line: 1, Column: 1, Message: "the static variables and strings take more than 4 MiB", Suggestion: "use smaller arrays"})
	}
	c.code.Objects = append(c.code.Objects, o)
	return len(c.code.Objects) - 1
}

// extern returns the number of a function that the machine provides.
func (c *compiler) extern(name string) int32 {
	n, ok := c.externs[name]
	if !ok {
		n = int32(len(c.code.Externs))
		c.externs[name] = n
		c.code.Externs = append(c.code.Externs, name)
	}
	return n
}
