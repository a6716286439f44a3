package explore

import (
	"reflect"

	"closenotify/engine"
)

// noMore ends a list that does not begin with its length. No length is negative.
const noMore = -1

// queue writes the segments from the newest to the oldest: how they are split into
// front and back has no meaning.
func (k *keyWriter) queue(v reflect.Value) {
	for node := v.FieldByName("back"); !node.IsNil(); node = node.Elem().FieldByName("older") {
		k.segment(node.Elem().FieldByName("segment"))
	}
	front := v.FieldByName("front")
	for i := front.Len() - 1; i >= 0; i-- {
		k.segment(front.Index(i))
	}
	k.number(noMore)
}

// segment writes a segment of a wire as far as it still lies there.
func (k *keyWriter) segment(v reflect.Value) {
	outer := k.dir
	k.dir = sender(v)
	read := max(k.start[k.dir]-v.FieldByName("at").Int(), 0)
	k.number(v.FieldByName("from").Int() + read)
	k.number(v.FieldByName("to").Int())
	k.number(v.FieldByName("at").Int() + read - k.start[k.dir])
	k.structure(v.FieldByName("record"))
	k.dir = outer
}

// sender is the direction in which a segment lies.
func sender(segment reflect.Value) engine.Direction {
	return engine.Outgoing(engine.Role(segment.FieldByName("record").FieldByName("Sender").Uint()))
}
