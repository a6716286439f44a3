package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// The branches that are not on the stage outlive a reload as text: for each moment the
// name of its parent and its step, "p3 client SSL_free". A parent is "p" and a place on
// the branch on the stage, or "b" and a place in this list. After them come the breakpoints: "break"
// and the name of a moment, "line client" and a number. Tabs that were opened with
// an older version of the page hold such texts, so the form stays; one that does not know
// breakpoints stops there.
const (
	momentSeparator = "\x1e"
	breakWord       = "break"
	lineWord        = "line"
)

// branchText is the text for all moments outside the branch on the stage.
func (d *Draft) branchText() string {
	if !d.hasBranches() && len(d.Breakpoints) == 0 {
		return d.lineBreakText()
	}
	names := make([]string, d.History.Len()) // of the moments outside the branch
	steps := make([]int, d.History.Len())    // of those on it, from 1 for the root
	for i, id := range d.Path {
		steps[id] = i + 1
	}
	var b strings.Builder
	stored := 0
	for i := 1; i < d.History.Len(); i++ {
		id := engine.NodeID(i)
		if steps[id] > 0 {
			names[id] = "p" + strconv.Itoa(steps[id]-1)
			continue
		}
		parent, _ := d.History.Parent(id)
		name := names[parent]
		if steps[parent] > 0 {
			name = "p" + strconv.Itoa(steps[parent]-1)
		}
		names[id] = "b" + strconv.Itoa(stored)
		stored++
		b.WriteString(name + " " + d.History.Op(id).String() + momentSeparator)
	}
	for _, id := range d.Breakpoints {
		if name := names[id]; name != "" {
			b.WriteString(breakWord + " " + name + momentSeparator)
		}
	}
	return b.String() + d.lineBreakText()
}

// lineBreakText is the text for the lines of programs at which playing stops.
func (d *Draft) lineBreakText() string {
	text := ""
	for _, r := range engine.Roles {
		for _, line := range d.LineBreaks[r] {
			text += lineWord + " " + r.String() + " " + strconv.Itoa(line) + momentSeparator
		}
	}
	return text
}

// restoreBreak takes in a breakpoint of such a text.
func (d *Draft) restoreBreak(word, text string, restored []engine.NodeID) {
	if word == breakWord {
		if id, ok := momentNamed(text, d.Path, restored); ok {
			d.Breakpoints = append(d.Breakpoints[:len(d.Breakpoints):len(d.Breakpoints)], id)
		}
		return
	}
	who, number, _ := strings.Cut(text, " ")
	line, err := strconv.Atoi(number)
	for _, r := range engine.Roles {
		if err == nil && who == r.String() {
			d.LineBreaks[r] = append(d.LineBreaks[r][:len(d.LineBreaks[r]):len(d.LineBreaks[r])], line)
		}
	}
}

// restoreBranches plays the branches of such a text again, up to the first moment that
// cannot be read.
func (d *Draft) restoreBranches(text string) {
	var restored []engine.NodeID
	for moment := range strings.SplitSeq(strings.TrimSuffix(text, momentSeparator), momentSeparator) {
		name, opText, _ := strings.Cut(moment, " ")
		if name == breakWord || name == lineWord {
			d.restoreBreak(name, opText, restored)
			continue
		}
		op, err := engine.ParseOp(opText)
		parent, ok := momentNamed(name, d.Path, restored)
		if err != nil || !ok {
			return
		}
		next, id, err := d.History.Act(parent, op)
		if err != nil {
			return
		}
		d.History, restored = next, append(restored, id)
	}
}

// momentNamed finds the parent that a branch text names.
func momentNamed(name string, path, restored []engine.NodeID) (engine.NodeID, bool) {
	if name == "" {
		return 0, false
	}
	list := path
	if name[0] == 'b' {
		list = restored
	}
	i, err := strconv.Atoi(name[1:])
	if err != nil || i < 0 || i >= len(list) {
		return 0, false
	}
	return list[i], true
}
