package explore

import (
	"encoding/binary"
	"hash/maphash"
	"reflect"
	"slices"
	"sync"

	"closenotify/engine"
)

// Key is a text that two Worlds share only if everything that decides their future is the same.
func Key(w engine.World) string { return key(w) }

// key is a text that two Worlds share only if everything that decides their future is
// the same. It is made from the World's unexported fields, by the rules in meanings.
func key(w engine.World) string {
	v := reflect.ValueOf(w)
	k := keyWriter{ids: map[uint64]uint64{}, noted: readsNoted(w.Config().Profile), programs: !v.FieldByName("processes").IsNil()}
	ends, wires := v.FieldByName("endpoints"), v.FieldByName("wires")
	for _, r := range engine.Roles {
		in := ends.Index(int(r)).FieldByName("in")
		d := engine.Incoming(r)
		k.seq[d], k.epoch[d] = in.FieldByName("seq").Uint(), in.FieldByName("epoch").Uint()
		k.start[d] = wires.Index(int(d)).FieldByName("start").Int()
	}
	k.value(v)
	return string(k.b)
}

// readsNoted reports whether SSL_get_error of the release reads what calls have recorded.
func readsNoted(profile string) bool {
	reads, ok := noting.Load(profile)
	if !ok {
		p, _ := engine.ProfileNamed(profile)
		reads = slices.ContainsFunc(engine.Differences(), func(d engine.Difference) bool {
			return d.Name == resultIgnoresQueue && d.In(p.Patch)
		})
		noting.Store(profile, reads)
	}
	return reads.(bool)
}

// noting has the answers of readsNoted.
var noting sync.Map // string to bool

// digest is a number that changes with anything in a World, its history included.
func digest(w engine.World) uint64 {
	k := keyWriter{whole: true}
	k.value(reflect.ValueOf(w))
	return maphash.Bytes(seed, k.b)
}

// seed makes digests comparable within one run.
var seed = maphash.MakeSeed()

// keyWriter writes a key or a digest.
type keyWriter struct {
	b          []byte
	ids        map[uint64]uint64
	seq, epoch [2]uint64 // by direction
	start      [2]int64  // by direction
	dir        engine.Direction
	otherKeys  bool // the record's keys, or the writer's, are not those that the receiver reads with now
	unplaced   bool // no place in the stream is known yet
	noted      bool // the errors that calls have recorded decide something
	programs   bool // a peer runs a program
	whole      bool // every field is written without a change
}

func (k *keyWriter) number(n int64) { k.b = binary.AppendVarint(k.b, n) }

// value writes a value of any kind that checkLayouts lets pass.
func (k *keyWriter) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		k.boolean(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		k.number(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		k.number(int64(v.Uint()))
	case reflect.String:
		k.number(int64(v.Len()))
		k.b = append(k.b, v.String()...)
	case reflect.Slice, reflect.Array:
		k.list(v)
	case reflect.Struct:
		k.structure(v)
	case reflect.Pointer:
		k.boolean(v.IsNil())
		if !v.IsNil() {
			k.value(v.Elem())
		}
	}
}

func (k *keyWriter) boolean(is bool) {
	if is {
		k.b = append(k.b, 1)
		return
	}
	k.b = append(k.b, 0)
}

// list writes the elements. Those of the wires say by their place which direction
// the numbers in them belong to.
func (k *keyWriter) list(v reflect.Value) {
	wires := v.Type().Elem() == reflect.TypeFor[engine.Wire]()
	k.number(int64(v.Len()))
	for i := range v.Len() {
		if wires {
			k.dir = engine.Direction(i)
		}
		k.value(v.Index(i))
	}
}

// structure writes the fields that have a meaning.
func (k *keyWriter) structure(v reflect.Value) {
	if k.whole {
		for i := range v.NumField() {
			k.value(v.Field(i))
		}
		return
	}
	p := layoutOf(v.Type())
	outer := k.dir
	switch p.name {
	case "Endpoint":
		k.dir = engine.Outgoing(engine.Role(v.FieldByName("role").Uint()))
	case "Record":
		k.dir = engine.Outgoing(engine.Role(v.FieldByName("Sender").Uint()))
		k.otherKeys = v.FieldByName("Epoch").Uint() != k.epoch[k.dir]
	case "writer":
		k.otherKeys = v.FieldByName("epoch").Uint() != k.epoch[k.dir]
	case "segment":
		k.dir = sender(v)
	case "bufferBIO":
		k.unplaced = true
	case "queue":
		k.queue(v)
		return
	}
	own := k.dir
	for _, f := range p.fields {
		if !f.isStale(v) && !(f.meaning == kept && !keepsErrors(v)) {
			k.dir = own
			k.field(f.meaning, v.Field(f.index))
		}
	}
	k.dir = outer
	k.unplaced = k.unplaced && p.name != "bufferBIO"
}

// keepsErrors reports whether calls of either peer find the errors of earlier calls.
func keepsErrors(world reflect.Value) bool {
	ends := world.FieldByName("endpoints")
	return ends.Index(0).FieldByName("keepErrors").Bool() || ends.Index(1).FieldByName("keepErrors").Bool()
}

// field writes one field.
func (k *keyWriter) field(m meaning, v reflect.Value) {
	switch m {
	case identity:
		if _, ok := k.ids[v.Uint()]; !ok {
			k.ids[v.Uint()] = uint64(len(k.ids))
		}
		k.number(int64(k.ids[v.Uint()]))
	case sequence:
		n := v.Uint()
		if !k.otherKeys { // with each change of keys the numbers begin again at 0
			n -= k.seq[k.dir]
		}
		k.number(int64(n))
	case epoch:
		k.boolean(v.Uint() == 0)
		k.number(int64(v.Uint() - k.epoch[k.dir]))
	case keyStage:
		k.number(int64(min(v.Uint(), 2)))
	case distance:
		if !k.unplaced {
			k.places(v)
		}
	case ending:
		k.number(max(v.Int()-k.start[k.dir], min(v.Int(), 0)))
	case noted:
		if k.noted {
			k.value(v)
		}
	case asked:
		if k.programs {
			k.value(v)
		}
	default:
		k.value(v)
	}
}

// places writes a place, or a list of them.
func (k *keyWriter) places(v reflect.Value) {
	if v.Kind() != reflect.Slice {
		k.number(v.Int() - k.start[k.dir])
		return
	}
	k.number(int64(v.Len()))
	for i := range v.Len() {
		k.places(v.Index(i))
	}
}
