package cc

import (
	"fmt"
	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// debugType returns the number of a type's description.
func (c *compiler) debugType(t cc.Type) int32 {
	key := t.String()
	if n, ok := c.types[key]; ok {
		return n
	}
	n := int32(len(c.code.Types))
	c.types[key] = n
	c.code.Types = append(c.code.Types, program.Type{})
	described := program.Type{Name: typeName(t), Size: int32(max(t.Size(), 0)), Elem: -1}
	switch u := t.(type) {
	case *cc.PointerType:
		described.Kind = program.KindPointer
	case *cc.ArrayType:
		described.Kind = program.KindArray
		described.Elem = c.debugType(u.Elem())
	case *cc.StructType:
		described.Kind = program.KindStruct
		for i := range u.NumFields() {
			described.Fields = append(described.Fields, c.debugField(u.FieldByIndex(i)))
		}
	case *cc.UnionType:
		described.Kind = program.KindUnion
		for i := range u.NumFields() {
			described.Fields = append(described.Fields, c.debugField(u.FieldByIndex(i)))
		}
	case *cc.EnumType:
		described.Kind = program.KindUnsigned
		if typeOf(nil, u).signed {
			described.Kind = program.KindSigned
		}
	default:
		described.Kind = kindOf(typeOfKind[t.Kind()])
	}
	c.code.Types[n] = described
	return n
}

func (c *compiler) debugField(f *cc.Field) program.Field {
	return program.Field{Name: f.Name(), Type: c.debugType(f.Type()), Offset: int32(f.Offset())}
}

func kindOf(t ty) program.TypeKind {
	switch {
	case t.void():
		return program.KindVoid
	case t.boolean:
		return program.KindBool
	case t.signed:
		return program.KindSigned
	}
	return program.KindUnsigned
}

// typeName returns a type as C writes it, a structure by its tag.
func typeName(t cc.Type) string {
	if d := t.Typedef(); d != nil {
		return d.Name()
	}
	tagged := func(word string, tag cc.Token) string {
		if name := tag.SrcStr(); name != "" {
			return word + " " + name
		}
		return word
	}
	switch u := t.(type) {
	case *cc.PointerType:
		if to := typeName(u.Elem()); to[len(to)-1] == '*' {
			return to + "*"
		}
		return typeName(u.Elem()) + " *"
	case *cc.ArrayType:
		return fmt.Sprintf("%s[%d]", typeName(u.Elem()), max(u.Len(), 0))
	case *cc.StructType:
		return tagged("struct", u.Tag())
	case *cc.UnionType:
		return tagged("union", u.Tag())
	case *cc.EnumType:
		return tagged("enum", u.Tag())
	}
	return t.String()
}
