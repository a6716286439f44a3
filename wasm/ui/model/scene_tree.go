package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// TreeScene is the history with all its branches.
type TreeScene struct {
	Branches []Branch
	Hidden   int // limbs that are not listed: there are too many
	Undo     bool
	Redo     bool
}

// Branch is a stretch of the history between two forks.
type Branch struct {
	Node      engine.NodeID // its first moment
	Depth     int           // how many forks lie before it
	From      int           // number of its first step
	To        int
	First     string // what its first step does
	Marks     []StepMark
	More      int    // steps that have no dot
	End       string // what its last step came to, "" where the history forks on
	OnStage   bool   // it lies on the branch on the stage
	HasCursor bool   // the cursor is in it
	Highlight string // what set the flag that is lit, if it is in it: "client SENT was set in step 3"
}

// StepMark is a step of a limb.
type StepMark struct {
	Kind        StepKind
	Now         bool
	Done        bool // on the stage, and the cursor has been there
	Highlighted bool // it set the flag that is lit
}

// What is drawn of a tree at most.
const (
	maxBranchesListed = 60
	maxStepMarks      = 14
)

// treeScene draws the tree, depth first, older futures first.
func (m *Model) treeScene() TreeScene {
	t := TreeScene{Undo: len(m.Undoable) > 0, Redo: len(m.Redoable) > 0}
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
		if len(t.Branches) == maxBranchesListed {
			t.Hidden++
			continue
		}
		limb, last := m.branchFrom(v.node, v.depth, lit)
		t.Branches = append(t.Branches, limb)
		push(last, v.depth+1)
	}
	return t
}

// branchFrom follows the history from a moment to the next fork, or to its end. The step
// numbered lit is lit.
func (m *Model) branchFrom(node engine.NodeID, depth, lit int) (l Branch, last engine.NodeID) {
	from := m.stepNumber(node)
	l = Branch{Node: node, Depth: depth, From: from, To: from, First: m.History.Step(node).Op.String(), OnStage: m.onBranch(node, from)}
	last = node
	for {
		l.addMark(m, last, lit)
		next := m.History.Children(last)
		if len(next) != 1 {
			if len(next) == 0 {
				l.End = explain.Line(m.History.Step(last))
			}
			return l, last
		}
		last = next[0]
		l.To++
	}
}

// addMark adds a moment to a limb.
func (l *Branch) addMark(m *Model, id engine.NodeID, lit int) {
	now, shines := l.OnStage && l.To == m.At, l.OnStage && l.To == lit
	l.HasCursor = l.HasCursor || now
	if shines {
		l.Highlight = m.Highlight.flagName() + " was set in " + stepName(l.To)
	}
	if len(l.Marks) < maxStepMarks {
		l.Marks = append(l.Marks, StepMark{stepKind(m.History.Step(id)), now, l.OnStage && l.To <= m.At, shines})
		return
	}
	l.More++
}

// onBranch reports whether a moment lies on the branch on the stage.
func (m *Model) onBranch(id engine.NodeID, depth int) bool {
	return depth < len(m.Path) && m.Path[depth] == id
}

// Range gives the limb's steps in words.
func (l Branch) Range() string {
	if l.From == l.To {
		return stepName(l.From)
	}
	return "steps " + strconv.Itoa(l.From) + " to " + strconv.Itoa(l.To)
}
