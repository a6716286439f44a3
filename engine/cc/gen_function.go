package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// function makes the code of a function.
func (c *compiler) function(d *definition) {
	f := &c.code.Functions[d.number]
	g := &gen{compiler: c, f: f, d: d, vars: map[*cc.Declarator]*variable{}, labels: map[string]*label{}, hidden: -1}
	f.Line = int32(d.node.Declarator.NameTok().Position().Line)
	f.Start = int32(len(c.code.Instrs))
	g.barrier = int(f.Start)
	g.line = f.Line
	g.gotos = len(d.node.CompoundStatement.Gotos()) > 0
	g.result = typeOf(d.node, d.kind.Result())
	g.parametersOf(d)
	g.block(d.node.CompoundStatement)
	g.line = int32(d.node.CompoundStatement.Token2.Position().Line)
	if d.name == "main" && g.result == intType {
		g.emit(program.Instr{Op: program.OpRet, B: g.constant(0)})
	} else if g.result.void() {
		g.emit(program.Instr{Op: program.OpRet, B: g.constant(0)})
	} else {
		g.emit(program.Instr{Op: program.OpRetNo})
	}
	f.End = int32(len(c.code.Instrs))
	for _, l := range g.labels {
		if l.at < 0 {
			fail(l.node, "", "goto leads to a label that is not in this function", "")
		}
	}
	for i := range f.Locals {
		if f.Locals[i].To == 0 {
			f.Locals[i].To = f.End
		}
	}
	f.Regs = max(f.Regs, g.top, 1)
}

// parametersOf gives the parameters their places.
func (g *gen) parametersOf(d *definition) {
	if g.result.whole != nil {
		g.hidden = g.temp()
	}
	var list []*cc.Parameter
	for _, p := range d.kind.Parameters() {
		if p.Type().Kind() != cc.Void {
			list = append(list, p)
		}
	}
	first := g.top
	for range list {
		g.temp()
	}
	g.f.Params = g.top
	g.floor = g.top
	for i, p := range list {
		if p.Declarator == nil {
			continue
		}
		g.parameter(p, first+int32(i))
	}
}

// parameter makes a variable of a parameter that arrives in a register.
func (g *gen) parameter(p *cc.Parameter, reg int32) {
	d := p.Declarator
	t := p.Type()
	if t.Kind() == cc.Array {
		t = t.Decay()
	}
	v := &variable{name: d.Name(), typ: t, reg: reg, object: -1, static: -1, flag: -1, node: d}
	kind := typeOf(d, t)
	if kind.whole == nil && !d.AddressTaken() {
		g.declare(v)
		return
	}
	v.reg, v.object = -1, g.frameObject(sizeOf(d, t))
	g.declare(v)
	pointer := g.temp()
	g.emit(program.Instr{Op: program.OpAddr, A: pointer, C: v.object})
	g.store(spot{typ: t, pointer: pointer}, reg)
	g.top = pointer
}

func (g *gen) frameObject(size int32) int32 {
	g.f.Objects = append(g.f.Objects, program.FrameObject{Size: size})
	return int32(len(g.f.Objects) - 1)
}

// declare puts a variable in scope.
func (g *gen) declare(v *variable) {
	v.depth = g.depth
	v.local = int32(len(g.f.Locals))
	g.vars[v.node] = v
	g.scope = append(g.scope, v)
	g.f.Locals = append(g.f.Locals, program.Variable{
		Name: v.name, Type: g.debugType(v.typ), Reg: v.reg, Flag: v.flag, Object: v.object, From: int32(len(g.code.Instrs)),
	})
}

// block makes the code of { … }.
func (g *gen) block(b *cc.CompoundStatement) {
	end := g.open()
	for list := b.BlockItemList; list != nil; list = list.BlockItemList {
		switch item := list.BlockItem; item.Case {
		case cc.BlockItemDecl:
			g.declaration(item.Declaration)
		case cc.BlockItemStmt:
			g.statement(item.Statement)
		case cc.BlockItemLabel:
			fail(item, "__label__", "local labels are not supported", "")
		case cc.BlockItemFuncDef:
			fail(item, "", "a function inside a function is not C", "define it outside")
		}
	}
	end()
}

// open begins a scope, and returns what ends it.
func (g *gen) open() func() {
	top, floor, inScope := g.top, g.floor, len(g.scope)
	return func() {
		for _, v := range g.scope[inScope:] {
			g.f.Locals[v.local].To = int32(len(g.code.Instrs))
		}
		g.top, g.floor, g.scope = top, floor, g.scope[:inScope]
	}
}

// declaration declares the variables of a block.
func (g *gen) declaration(d *cc.Declaration) {
	for list := d.InitDeclaratorList; list != nil; list = list.InitDeclaratorList {
		item := list.InitDeclarator
		node := item.Declarator
		switch {
		case node.IsTypename() || node.Type().Kind() == cc.Function || node.IsExtern():
		case node.IsStatic():
			g.localStatic(item)
		default:
			g.local(item)
		}
	}
}

// localStatic makes a variable of a function that outlives its frames.
func (g *gen) localStatic(item *cc.InitDeclarator) {
	node := item.Declarator
	if node.Position() == g.d.node.CompoundStatement.Position() && node.ReadCount() == 0 {
		return // __func__
	}
	v := &variable{name: node.Name(), typ: node.Type(), reg: -1, object: -1, flag: -1, node: node}
	v.static = g.compiler.object(program.Object{Size: sizeOf(node, node.Type())})
	g.locals[node] = v
	if v.name != "__func__" {
		g.code.Globals = append(g.code.Globals, program.Variable{
			Name: v.name, Type: g.debugType(v.typ), Reg: -1, Flag: -1, Object: int32(v.static), From: g.f.Start, To: 1 << 30,
		})
	}
	if item.Initializer != nil {
		g.findConstants(func(g *gen) { g.fillStatic(v.static, v.typ, item.Initializer) })
	}
}

// findConstants runs a part that finds constants: it may make no code.
func (c *compiler) findConstants(part func(*gen)) {
	n := len(c.code.Instrs)
	g := &gen{compiler: c, f: &program.Function{}, d: &definition{}, vars: map[*cc.Declarator]*variable{}, inConst: true, hidden: -1}
	defer func() { c.code.Instrs, c.code.Lines = c.code.Instrs[:n], c.code.Lines[:n] }()
	part(g)
}

// local makes a variable of a frame.
func (g *gen) local(item *cc.InitDeclarator) {
	node := item.Declarator
	defer g.at(node)()
	t := node.Type()
	v := &variable{name: node.Name(), typ: t, reg: -1, object: -1, static: -1, flag: -1, node: node}
	size := sizeOf(node, t)
	if isAggregate(t) || node.AddressTaken() {
		v.object = g.frameObject(size)
		g.declare(v)
		if item.Initializer == nil {
			g.emit(program.Instr{Op: program.OpFresh, A: v.object})
			return
		}
		pointer := g.temp()
		g.emit(program.Instr{Op: program.OpAddr, A: pointer, C: v.object})
		g.initialize(spot{typ: t, pointer: pointer}, item.Initializer)
		g.top = pointer
		return
	}
	if t.Kind() == cc.Void {
		fail(node, v.name, v.name+" cannot be void", "")
	}
	v.reg = g.temp()
	if item.Initializer == nil || g.gotos || len(g.cases) > 0 || mentions(scalarInit(item.Initializer), node) {
		v.flag = g.temp()
	}
	g.floor = g.top
	g.declare(v)
	if v.flag >= 0 {
		g.emit(program.Instr{Op: program.OpMov, A: v.flag, B: g.constant(0)})
	}
	if item.Initializer != nil {
		g.initialize(spot{typ: t, v: v, node: nil}, item.Initializer)
	}
}

// mentions reports whether an expression has the variable in it.
func mentions(e cc.ExpressionNode, d *cc.Declarator) bool {
	if isNil(e) {
		return false
	}
	if p, ok := e.(*cc.PrimaryExpression); ok && p.Case == cc.PrimaryExpressionIdent {
		return p.ResolvedTo() == cc.Node(d)
	}
	for _, o := range operands(e) {
		if mentions(o, d) {
			return true
		}
	}
	return false
}
