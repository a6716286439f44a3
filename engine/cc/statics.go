package cc

import (
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// declareStatics makes the objects of a declaration outside functions.
func (c *compiler) declareStatics(d *cc.Declaration) {
	for list := d.InitDeclaratorList; list != nil; list = list.InitDeclaratorList {
		node := list.InitDeclarator.Declarator
		if node.IsTypename() || node.Type().Kind() == cc.Function {
			continue
		}
		name := node.Name()
		v := c.statics[name]
		if v == nil {
			v = &variable{name: name, typ: node.Type(), reg: -1, object: -1, static: -1, flag: -1, node: node}
			c.statics[name] = v
		}
		if v.typ.IsIncomplete() {
			v.typ = node.Type()
		}
		v.defined = v.defined || !node.IsExtern() || list.InitDeclarator.Initializer != nil
		if v.defined && v.static < 0 && !v.typ.IsIncomplete() {
			v.static = c.object(program.Object{Size: sizeOf(node, v.typ)})
			c.code.Globals = append(c.code.Globals, program.Variable{
				Name: name, Type: c.debugType(v.typ), Reg: -1, Flag: -1, Object: int32(v.static), To: 1 << 30,
			})
		}
	}
}

// initStatics gives those objects their initial values.
func (c *compiler) initStatics(d *cc.Declaration) {
	for list := d.InitDeclaratorList; list != nil; list = list.InitDeclaratorList {
		item := list.InitDeclarator
		v := c.statics[item.Declarator.Name()]
		if v == nil || item.Declarator.IsTypename() || item.Declarator.Type().Kind() == cc.Function {
			continue
		}
		if v.static < 0 {
			// An array of unknown length that no declaration completes has one element.
			if v.defined {
				fail(item.Declarator, v.name, v.name+" has an unknown size", "give it a length")
			}
			delete(c.statics, v.name)
			continue
		}
		if item.Initializer == nil {
			continue
		}
		if v.setup != nil {
			fail(item.Declarator, v.name, v.name+" is initialized twice", "")
		}
		v.setup = item.Initializer
		c.findConstants(func(g *gen) { g.fillStatic(v.static, v.typ, item.Initializer) })
	}
}
