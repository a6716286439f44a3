package engine_test

import (
	"reflect"
	"testing"

	"closenotify/engine"
)

func TestHistoryKeepsBothFutures(t *testing.T) {
	w, _ := play(t, engine.Config{})
	h, first, err := engine.NewHistory(w).ActAll(0, []engine.Op{op(t, "client SSL_shutdown"), op(t, "client SSL_shutdown")})
	if err != nil {
		t.Fatal(err)
	}
	at := h.Path(first)[1]
	grown, second, err := h.Act(at, op(t, "client SSL_read 100"))
	if err != nil {
		t.Fatal(err)
	}
	if h.Len() != 3 || len(h.Children(at)) != 1 {
		t.Errorf("Act changed its receiver: %d moments", h.Len())
	}
	if got := grown.Children(at); !reflect.DeepEqual(got, []engine.NodeID{first, second}) {
		t.Errorf("children %v", got)
	}
	if got := grown.Path(second); !reflect.DeepEqual(got, []engine.NodeID{0, at, second}) {
		t.Errorf("path %v", got)
	}
	if grown.Tip(0) != second || grown.Tip(first) != first {
		t.Errorf("tips %d, %d", grown.Tip(0), grown.Tip(first))
	}
	again, same, err := grown.Act(at, op(t, "client SSL_shutdown"))
	if err != nil || same != first || again.Len() != grown.Len() {
		t.Errorf("the same op again: moment %d, %d moments, %v", same, again.Len(), err)
	}
	if _, ok := grown.Parent(0); ok {
		t.Error("the root has a parent")
	}
	if p, ok := grown.Parent(second); !ok || p != at || grown.Step(second).N != 2 || grown.World(second).Steps() != 2 {
		t.Errorf("parent %d, step %+v", p, grown.Step(second))
	}
}

// TestFirstIsTheHistoryOfBefore: a History that has grown, without what has grown.
func TestFirstIsTheHistoryOfBefore(t *testing.T) {
	w, _ := play(t, engine.Config{})
	ops := []engine.Op{op(t, "client SSL_shutdown"), op(t, "server SSL_read 5"), op(t, "client SSL_free")}
	histories := []engine.History{engine.NewHistory(w)}
	for i := range 40 {
		h := histories[i]
		grown, _, err := h.Act(engine.NodeID(i*7%h.Len()), ops[i%len(ops)])
		if err != nil {
			t.Fatal(err)
		}
		histories = append(histories, grown)
	}
	newest := histories[len(histories)-1]
	for _, want := range histories {
		got := newest.First(want.Len())
		for id := range engine.NodeID(want.Len()) {
			if !reflect.DeepEqual(got.Children(id), want.Children(id)) || got.Op(id) != want.Step(id).Op || !got.Shares(want, id) {
				t.Fatalf("of %d moments, %d has the children %v, want %v", want.Len(), id, got.Children(id), want.Children(id))
			}
		}
		grown, id, err := got.Act(0, op(t, "server SSL_free"))
		if grown.Shares(newest, id) || got.Shares(grown, id) {
			t.Fatalf("moment %d is new, but is shared", id)
		}
		if err != nil || int(id) != want.Len() || grown.Len() != want.Len()+1 || newest.First(newest.Len()).Len() != newest.Len() {
			t.Fatalf("%d moments grow to %d: %v", want.Len(), grown.Len(), err)
		}
	}
}

func TestHistoryRefuses(t *testing.T) {
	w, _ := play(t, engine.Config{})
	h := engine.NewHistory(w)
	for _, at := range []engine.NodeID{-1, 1} {
		if _, got, err := h.Act(at, op(t, "client SSL_shutdown")); err == nil || got != at {
			t.Errorf("moment %d: %v", at, err)
		}
	}
	after, at, err := h.ActAll(0, []engine.Op{op(t, "client SSL_shutdown"), {}})
	if err == nil || at != 0 || after.Len() != 1 {
		t.Errorf("a bad op left %d moments at %d: %v", after.Len(), at, err)
	}
}
