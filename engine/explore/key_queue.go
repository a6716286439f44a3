package explore

import (
	"reflect"

	"closenotify/engine"
)

// noMore ends a list whose length is not told first; no length is negative.
const noMore = -1

// queue writes the pieces from the newest to the oldest: how they are split into
// front and back has no meaning.
func (k *keyWriter) queue(v reflect.Value) {
	for link := v.FieldByName("back"); !link.IsNil(); link = link.Elem().FieldByName("older") {
		k.piece(link.Elem().FieldByName("piece"))
	}
	front := v.FieldByName("front")
	for i := front.Len() - 1; i >= 0; i-- {
		k.piece(front.Index(i))
	}
	k.number(noMore)
}

// piece writes a piece of a wire as far as it still lies there.
func (k *keyWriter) piece(v reflect.Value) {
	outer := k.dir
	k.dir = sender(v)
	read := max(k.start[k.dir]-v.FieldByName("at").Int(), 0)
	k.number(v.FieldByName("from").Int() + read)
	k.number(v.FieldByName("to").Int())
	k.number(v.FieldByName("at").Int() + read - k.start[k.dir])
	k.structure(v.FieldByName("record"))
	k.dir = outer
}

// sender is the direction in which a piece lies.
func sender(piece reflect.Value) engine.Direction {
	return engine.Outgoing(engine.Role(piece.FieldByName("record").FieldByName("From").Uint()))
}
