package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// The branches that are not on the stage stand behind each other as text, so that
// they outlive a reload: for each moment its parent and its step. A parent is "p"
// and a place on the branch on the stage, or "b" and a place in this list.
const (
	betweenMoments = "\x1e"
	maxBranches    = 500 // moments that are kept
)

// branchText writes the moments off the stage down.
func (w *Draft) branchText() string {
	if !w.hasBranches() {
		return ""
	}
	names := map[engine.NodeID]string{}
	for i, id := range w.Path {
		names[id] = "p" + strconv.Itoa(i)
	}
	var b strings.Builder
	kept := 0
	for i := 1; i < w.History.Len() && kept < maxBranches; i++ {
		id := engine.NodeID(i)
		if _, on := names[id]; on {
			continue
		}
		parent, _ := w.History.Parent(id)
		name, known := names[parent]
		if !known {
			continue
		}
		names[id] = "b" + strconv.Itoa(kept)
		kept++
		b.WriteString(name + " " + w.History.Step(id).Op.String() + betweenMoments)
	}
	return b.String()
}

// restoreBranches puts the branches of such a text back. What cannot be read is left out.
func (w *Draft) restoreBranches(text string) {
	var grown []engine.NodeID
	h := w.History
	for _, moment := range strings.Split(strings.TrimSuffix(text, betweenMoments), betweenMoments) {
		parent, opText, _ := strings.Cut(moment, " ")
		op, err := engine.ParseOp(opText)
		at, ok := momentNamed(parent, w.Path, grown)
		if err != nil || !ok {
			return
		}
		next, id, err := h.Act(at, op)
		if err != nil {
			return
		}
		h, grown = next, append(grown, id)
		w.History = h
	}
}

// momentNamed finds a parent by its name in a branch text.
func momentNamed(name string, path, grown []engine.NodeID) (engine.NodeID, bool) {
	if name == "" {
		return 0, false
	}
	list := path
	if name[0] == 'b' {
		list = grown
	}
	i, err := strconv.Atoi(name[1:])
	if err != nil || i < 0 || i >= len(list) {
		return 0, false
	}
	return list[i], true
}
