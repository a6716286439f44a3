package explore

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"closenotify/engine"
)

// keyLayout says how the fields of a structure go into a key.
type keyLayout struct {
	name   string
	fields []keyField // those that go into it
}

// keyField is one of them.
type keyField struct {
	index   int
	meaning meaning
	needs   []int // the field is stale while all of these are zero; empty: it never is
}

// layouts are made once for each type.
var layouts sync.Map // reflect.Type to *keyLayout

func layoutOf(t reflect.Type) *keyLayout {
	if p, ok := layouts.Load(t); ok {
		return p.(*keyLayout)
	}
	p := &keyLayout{name: t.Name()}
	for i := range t.NumField() {
		name := p.name + "." + t.Field(i).Name
		f := keyField{index: i, meaning: meanings[name]}
		for _, need := range stale[name] {
			if other, ok := t.FieldByName(need); ok {
				f.needs = append(f.needs, other.Index[0])
			}
		}
		if f.meaning != ignored {
			p.fields = append(p.fields, f)
		}
	}
	layouts.Store(t, p)
	return p
}

// isStale reports whether the field of v has no meaning now.
func (f keyField) isStale(v reflect.Value) bool {
	for _, i := range f.needs {
		if other := v.Field(i); !other.IsZero() && (other.Kind() != reflect.Slice || other.Len() > 0) {
			return false
		}
	}
	return len(f.needs) > 0
}

// checkLayouts makes sure that all names in meanings, stale and lookedUpByName are still
// those of fields, and that a World holds nothing that has no place in a key.
func checkLayouts() error {
	fields := map[string]bool{}
	if err := collect(reflect.TypeFor[engine.World](), fields); err != nil {
		return err
	}
	names := append([]string(nil), lookedUpByName...)
	for name := range meanings {
		names = append(names, name)
	}
	for name, needs := range stale {
		structure, _, _ := strings.Cut(name, ".")
		names = append(names, name)
		for _, need := range needs {
			names = append(names, structure+"."+need)
		}
	}
	for _, name := range names {
		if !fields[name] {
			return fmt.Errorf("explore: key_meaning.go names %s, which is not a field of the engine", name)
		}
	}
	return nil
}

// collect gathers the names of the fields of a type and of all below it.
func collect(t reflect.Type, fields map[string]bool) error {
	switch t.Kind() {
	case reflect.Struct:
		for f := range t.Fields() {
			name := t.Name() + "." + f.Name
			if fields[name] || meanings[name] == ignored && name != "World.profile" {
				fields[name] = true
				continue
			}
			fields[name] = true
			if err := collect(f.Type, fields); err != nil {
				return err
			}
		}
	case reflect.Slice, reflect.Array, reflect.Pointer:
		return collect(t.Elem(), fields)
	case reflect.Map, reflect.Func, reflect.Interface, reflect.Chan, reflect.UnsafePointer, reflect.Float32, reflect.Float64:
		return fmt.Errorf("explore: a World holds a %s, which has no place in a key", t)
	}
	return nil
}
