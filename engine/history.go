package engine

import (
	"errors"
	"slices"
	"strconv"
)

// NodeID names a moment in a History. 0 is the root, before the first step.
type NodeID int

// History is a tree of Worlds: every operation applied so far, with all futures
// that were tried. It is a value; Act returns a longer one and leaves its
// receiver alone.
type History struct {
	nodes []*node  // by NodeID; a node is never changed once it is in a History
	last  []NodeID // by NodeID: its newest child, 0 for none
}

type node struct {
	parent  NodeID
	sibling NodeID // the child of the same parent made before this one, 0 for none
	world   World
	step    Step
}

// NewHistory is the History that has only w in it.
func NewHistory(w World) History {
	return History{[]*node{{world: w}}, []NodeID{0}}
}

// Act applies op to the World at a moment and returns the History with the
// moment that follows. If op was applied there before, that moment is returned
// and nothing is added. The error is that of World.Apply.
func (h History) Act(at NodeID, op Op) (History, NodeID, error) {
	return h.ActAll(at, []Op{op})
}

// ActAll applies ops one after the other. An error leaves the History and the
// moment as they were.
func (h History) ActAll(at NodeID, ops []Op) (History, NodeID, error) {
	return h.ActEach(at, func(History, NodeID) (op Op, ok bool) {
		if ok = len(ops) > 0; ok {
			op, ops = ops[0], ops[1:]
		}
		return op, ok
	})
}

// ActEach applies the operations that next returns, until ok is false. next is given the History
// so far and the moment in it at which the operation will be applied. An error leaves the History
// and the moment as they were.
func (h History) ActEach(at NodeID, next func(h History, at NodeID) (op Op, ok bool)) (History, NodeID, error) {
	if !h.has(at) {
		return h, at, errors.New("engine: the history has no moment " + strconv.Itoa(int(at)))
	}
	grown := History{slices.Clone(h.nodes), slices.Clone(h.last)}
	id := at
	for op, ok := next(grown, id); ok; op, ok = next(grown, id) {
		var err error
		if id, err = grown.grow(id, op); err != nil {
			return h, at, err
		}
	}
	return grown, id, nil
}

// grow adds one moment to a History that nobody else has seen yet.
func (h *History) grow(at NodeID, op Op) (NodeID, error) {
	for c := h.last[at]; c != 0; c = h.nodes[c].sibling {
		if h.nodes[c].step.Op == op {
			return c, nil
		}
	}
	// The World is changed where it stays. Apply would copy it three times more.
	n := &node{parent: at, sibling: h.last[at], world: h.nodes[at].world}
	if err := n.world.apply(op, &n.step); err != nil {
		return at, err
	}
	id := NodeID(len(h.nodes))
	h.nodes = append(h.nodes, n)
	h.last = append(h.last, 0)
	h.last[at] = id
	return id, nil
}

// has reports whether the moment exists.
func (h History) has(id NodeID) bool { return id >= 0 && int(id) < len(h.nodes) }

// Len is how many moments there are, the root included.
func (h History) Len() int { return len(h.nodes) }

// World is the World at a moment.
func (h History) World(id NodeID) World { return h.nodes[id].world }

// Step is what led to a moment; the zero Step for the root.
func (h History) Step(id NodeID) Step { return h.nodes[id].step }

// Op is the operation that led to a moment; the zero Op for the root.
func (h History) Op(id NodeID) Op { return h.nodes[id].step.Op }

// Shares reports whether a moment is the same in both, with all that led to it. Neither needs
// to have it.
func (h History) Shares(other History, id NodeID) bool {
	return h.has(id) && other.has(id) && h.nodes[id] == other.nodes[id]
}

// First is the History as it was when it had n moments.
func (h History) First(n int) History {
	if n >= len(h.nodes) {
		return h
	}
	last := slices.Clone(h.last[:n])
	for i := len(h.nodes) - 1; i >= n; i-- { // the newest child first, so the oldest of them says what came before
		if removed := h.nodes[i]; int(removed.parent) < n {
			last[removed.parent] = removed.sibling
		}
	}
	return History{h.nodes[:n:n], last}
}

// Parent is the moment before; ok is false for the root.
func (h History) Parent(id NodeID) (parent NodeID, ok bool) { return h.nodes[id].parent, id != 0 }

// Children lists the moments that follow, in the order in which they were made.
func (h History) Children(id NodeID) []NodeID {
	var list []NodeID
	for c := h.last[id]; c != 0; c = h.nodes[c].sibling {
		list = append(list, c)
	}
	slices.Reverse(list)
	return list
}

// Path lists the moments from the root to id, both included.
func (h History) Path(id NodeID) []NodeID {
	path := make([]NodeID, h.nodes[id].world.steps-h.nodes[0].world.steps+1)
	for i := len(path) - 1; i >= 0; i-- {
		path[i] = id
		id = h.nodes[id].parent
	}
	return path
}

// Tip follows the newest future from a moment to its end.
func (h History) Tip(id NodeID) NodeID {
	for h.last[id] != 0 {
		id = h.last[id]
	}
	return id
}
