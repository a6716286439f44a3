package model

import (
	"strconv"

	"closenotify/engine"
)

// Tree is the history with all its branches.
type Tree struct {
	Limbs  []Limb
	Hidden int // limbs that are not listed: there are too many
	Undo   bool
	Redo   bool
}

// Limb is a stretch of the history between two forks.
type Limb struct {
	Node   engine.NodeID // its first moment
	Depth  int           // how many forks lie before it
	From   int           // number of its first step
	To     int
	First  string // what its first step does
	Dots   []Dot
	More   int    // steps that have no dot
	End    string // what its last step came to, "" where the history forks on
	On     bool   // it lies on the branch on the stage
	Cursor bool   // the cursor is in it
	Lit    string // what set the flag that is lit, if it is in it: "client SENT was set in step 3"
}

// Dot is a step of a limb.
type Dot struct {
	Kind Kind
	Now  bool
	Done bool // on the stage, and the cursor has been there
	Lit  bool // it set the flag that is lit
}

// What is drawn of a tree at most.
const (
	maxLimbs = 60
	maxDots  = 14
)

// treeScene draws the tree, depth first, older futures first.
func (m *Model) treeScene() Tree {
	t := Tree{Undo: len(m.Undoable) > 0, Redo: len(m.Redoable) > 0}
	if m.Len() == 0 && m.History.Len() == 1 {
		return t
	}
	lit := m.highlightedCause().Step
	type visit struct {
		node  engine.NodeID
		depth int
	}
	todo := []visit{}
	push := func(parent engine.NodeID, depth int) {
		children := m.History.Children(parent)
		for i := len(children) - 1; i >= 0; i-- {
			todo = append(todo, visit{children[i], depth})
		}
	}
	push(0, 0)
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if len(t.Limbs) == maxLimbs {
			t.Hidden++
			continue
		}
		limb, last := m.limb(v.node, v.depth, lit)
		t.Limbs = append(t.Limbs, limb)
		push(last, v.depth+1)
	}
	return t
}

// limb follows the history from a moment to the next fork, or to its end. The step
// numbered lit is lit.
func (m *Model) limb(node engine.NodeID, depth, lit int) (l Limb, last engine.NodeID) {
	from := m.stepNumber(node)
	l = Limb{Node: node, Depth: depth, From: from, To: from, First: m.History.Step(node).Op.String(), On: m.onBranch(node, from)}
	last = node
	for {
		l.step(m, last, lit)
		next := m.History.Children(last)
		if len(next) != 1 {
			if len(next) == 0 {
				l.End = short(m.History.Step(last))
			}
			return l, last
		}
		last = next[0]
		l.To++
	}
}

// step adds a moment to a limb.
func (l *Limb) step(m *Model, id engine.NodeID, lit int) {
	now, shines := l.On && l.To == m.At, l.On && l.To == lit
	l.Cursor = l.Cursor || now
	if shines {
		l.Lit = m.Highlight.flagName() + " was set in " + stepName(l.To)
	}
	if len(l.Dots) < maxDots {
		l.Dots = append(l.Dots, Dot{kindOf(m.History.Step(id)), now, l.On && l.To <= m.At, shines})
		return
	}
	l.More++
}

// onBranch reports whether a moment lies on the branch on the stage.
func (m *Model) onBranch(id engine.NodeID, depth int) bool {
	return depth < len(m.Path) && m.Path[depth] == id
}

// Range gives the limb's steps in words.
func (l Limb) Range() string {
	if l.From == l.To {
		return stepName(l.From)
	}
	return "steps " + strconv.Itoa(l.From) + " to " + strconv.Itoa(l.To)
}
