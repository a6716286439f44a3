package explore

import (
	"encoding/binary"
	"reflect"

	"closenotify/engine"
)

// key is a text that two Worlds share only if everything that decides their
// future is the same. It is read from the World's unexported fields, all of them
// but the few that are history, so that a field that is added later can only keep
// Worlds apart that need not be.
func key(w engine.World) string {
	v := reflect.ValueOf(w)
	k := keyWriter{ids: map[uint64]uint64{}}
	ends, wires := v.FieldByName("ends"), v.FieldByName("wires")
	for _, r := range engine.Roles {
		in := ends.Index(int(r)).FieldByName("in")
		d := engine.Incoming(r)
		k.seq[d], k.epoch[d] = in.FieldByName("seq").Uint(), in.FieldByName("epoch").Uint()
		k.start[d] = wires.Index(int(d)).FieldByName("start").Int()
	}
	for i := range v.NumField() {
		if !history[v.Type().Field(i).Name] {
			k.value(v.Field(i))
		}
	}
	return string(k.b)
}

// history are the fields that tell what was, and decide nothing.
var history = map[string]bool{
	"config": true, "profile": true, "version": true, // the same in all Worlds of a walk
	"records": true, "steps": true, "sentBy": true, "receivedBy": true,
}

// keyWriter writes a key. Numbers that only grow are written as differences:
// places in a stream from where its reader is, sequence numbers and epochs from
// what the receiver expects. Records are numbered as they are met.
type keyWriter struct {
	b          []byte
	ids        map[uint64]uint64
	seq, epoch [2]uint64 // by direction
	start      [2]int64  // by direction
	dir        engine.Direction
}

func (k *keyWriter) number(n int64) { k.b = binary.AppendVarint(k.b, n) }

// value writes a value of any kind.
func (k *keyWriter) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		k.number(int64(b2i(v.Bool())))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		k.number(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		k.number(int64(v.Uint()))
	case reflect.String:
		k.number(int64(v.Len()))
		k.b = append(k.b, v.String()...)
	case reflect.Slice, reflect.Array:
		k.number(int64(v.Len()))
		for i := range v.Len() {
			k.element(v, i)
		}
	case reflect.Struct:
		k.structure(v)
	case reflect.Pointer:
		k.number(int64(b2i(v.IsNil())))
		if !v.IsNil() {
			k.value(v.Elem())
		}
	default:
		panic("explore: a World with a field of type " + v.Type().String())
	}
}

// element writes an element of a list. Those of the peers and the wires say which
// direction the numbers in them belong to.
func (k *keyWriter) element(list reflect.Value, i int) {
	if list.Type().Elem().Name() == "Wire" {
		k.dir = engine.Direction(i)
	}
	k.value(list.Index(i))
}

// structure writes the fields that mean something.
func (k *keyWriter) structure(v reflect.Value) {
	stale := staleFields(v)
	switch v.Type().Name() {
	case "Endpoint":
		k.dir = engine.Outgoing(engine.Role(v.FieldByName("role").Uint()))
	case "Record":
		k.dir = engine.Outgoing(engine.Role(v.FieldByName("From").Uint()))
	case "piece":
		k.dir = engine.Outgoing(engine.Role(v.FieldByName("record").FieldByName("From").Uint()))
	case "queue": // how it is split into front and back has no meaning
		k.queue(v)
		return
	}
	dir := k.dir
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if history[name] || stale[name] {
			continue
		}
		k.dir = dir
		k.field(v.Type().Name(), name, v.Field(i))
	}
	k.dir = dir
}

// field writes one field.
func (k *keyWriter) field(structure, name string, v reflect.Value) {
	switch {
	case name == "ID":
		if _, ok := k.ids[v.Uint()]; !ok {
			k.ids[v.Uint()] = uint64(len(k.ids))
		}
		k.number(int64(k.ids[v.Uint()]))
	case structure == "reader" && (name == "seq" || name == "epoch"): // what the others are told from
	case name == "seq" || name == "Seq":
		k.number(int64(v.Uint() - k.seq[k.dir]))
	case name == "epoch" || name == "Epoch":
		k.number(int64(v.Uint() - k.epoch[k.dir]))
	case name == "fin" && v.Int() < 0:
		k.number(-1)
	case name == "fin":
		k.number(max(v.Int()-k.start[k.dir], 0))
	case structure == "Wire" && (name == "start" || name == "ready" || name == "end"), name == "at":
		k.number(v.Int() - k.start[k.dir])
	case name == "flipped":
		for i := range v.Len() {
			k.number(v.Index(i).Int() - k.start[k.dir])
		}
		k.number(-1 << 40)
	default:
		k.value(v)
	}
}

// queue writes the pieces from the newest to the oldest.
func (k *keyWriter) queue(v reflect.Value) {
	dir := k.dir
	for link := v.FieldByName("back"); !link.IsNil(); link = link.Elem().FieldByName("older") {
		k.piece(link.Elem().FieldByName("piece"))
		k.dir = dir
	}
	front := v.FieldByName("front")
	for i := front.Len() - 1; i >= 0; i-- {
		k.piece(front.Index(i))
		k.dir = dir
	}
	k.number(-1 << 40)
}

// piece writes a piece of a wire as far as it still lies there.
func (k *keyWriter) piece(v reflect.Value) {
	k.structure(v.FieldByName("record"))
	k.dir = engine.Outgoing(engine.Role(v.FieldByName("record").FieldByName("From").Uint()))
	read := max(k.start[k.dir]-v.FieldByName("at").Int(), 0)
	k.number(v.FieldByName("from").Int() + read)
	k.number(v.FieldByName("to").Int())
	k.number(v.FieldByName("at").Int() + read - k.start[k.dir])
}

// staleFields names the fields of a structure that hold what was once and is not
// looked at again before it is set.
func staleFields(v reflect.Value) map[string]bool {
	switch v.Type().Name() {
	case "writer":
		idle := v.FieldByName("unsent").Int() == 0 && !v.FieldByName("message").Bool()
		return map[string]bool{"record": idle, "sent": idle, "kind": idle, "alert": v.FieldByName("dispatch").Uint() == 0}
	case "reader":
		has := v.FieldByName("has").Bool()
		return map[string]bool{"record": !has, "left": !has, "body": v.FieldByName("got").Int() < 5}
	}
	return nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
