package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// TreeScene is the Tree panel: the history with all its branches.
type TreeScene struct {
	Branches []Branch
	Hidden   int // how many branches are not listed, since there are too many
}

// Branch is a stretch of the history without a fork.
type Branch struct {
	Node      engine.NodeID // its first moment
	Depth     int           // how many forks there are before it
	From, To  int           // its steps
	First     string        // its first step, "client SSL_shutdown"
	Marks     []StepMark
	More      int    // how many steps have no mark
	End       string // the outcome of its last step, "" if the history forks there
	OnStage   bool   // it is a part of the branch on the stage
	HasCursor bool
	Highlight string // "client SENT was set in step 3", if that step is in it and highlighted
}

// StepMark is a step of a branch.
type StepMark struct {
	Kind        StepKind
	Now         bool // the cursor is at it
	Done        bool // the cursor has passed it
	Highlighted bool // it set the flag that is highlighted
}

// What is drawn of a tree at most.
const (
	maxBranchesListed = 60
	maxStepMarks      = 14
)

// treeScene lists the branches, depth first, older ones first.
func (m *Model) treeScene() TreeScene {
	var t TreeScene
	highlighted := m.highlightedCause().Step
	type start struct {
		node  engine.NodeID
		depth int
	}
	var todo []start // the next one last
	push := func(parent engine.NodeID, depth int) {
		children := m.History.Children(parent)
		for i := len(children) - 1; i >= 0; i-- {
			todo = append(todo, start{children[i], depth})
		}
	}
	push(0, 0)
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if len(t.Branches) == maxBranchesListed {
			t.Hidden++
			continue
		}
		b, last := m.branchFrom(next.node, next.depth, highlighted)
		t.Branches = append(t.Branches, b)
		push(last, next.depth+1)
	}
	return t
}

// branchFrom follows the history from a moment to the next fork or to its end, which is
// last. highlighted is the number of the step that is highlighted, 0 for none.
func (m *Model) branchFrom(node engine.NodeID, depth, highlighted int) (b Branch, last engine.NodeID) {
	from := m.stepNumber(node)
	b = Branch{Node: node, Depth: depth, From: from, To: from, First: m.History.Step(node).Op.String(), OnStage: m.isOnPath(node, from)}
	last = node
	for {
		b.addMark(m, last, highlighted)
		next := m.History.Children(last)
		if len(next) != 1 {
			if len(next) == 0 {
				b.End = explain.Line(m.History.Step(last))
			}
			return b, last
		}
		last = next[0]
		b.To++
	}
}

// addMark adds the step to a moment, which has the number b.To.
func (b *Branch) addMark(m *Model, id engine.NodeID, highlighted int) {
	mark := StepMark{
		Kind: stepKind(m.History.Step(id)), Now: b.OnStage && b.To == m.At,
		Done: b.OnStage && b.To <= m.At, Highlighted: b.OnStage && b.To == highlighted,
	}
	b.HasCursor = b.HasCursor || mark.Now
	if mark.Highlighted {
		b.Highlight = m.Highlight.flagName() + " was set in " + stepName(b.To)
	}
	if len(b.Marks) == maxStepMarks {
		b.More++
		return
	}
	b.Marks = append(b.Marks, mark)
}

// Range names the steps of the branch: "step 3", "steps 3 to 5".
func (b Branch) Range() string {
	if b.From == b.To {
		return stepName(b.From)
	}
	return "steps " + strconv.Itoa(b.From) + " to " + strconv.Itoa(b.To)
}
