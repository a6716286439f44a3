package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// treePane is the history with all its branches.
func treePane(t model.TreeScene) app.UI {
	if len(t.Branches) == 0 {
		return elem("p.quiet", "There is only one branch so far. A call that you make at an earlier step starts another, and this one is kept.")
	}
	notListed := elem("p.none")
	if t.Hidden > 0 {
		notListed = elem("p.quiet", strconv.Itoa(t.Hidden)+" more branches are not listed.")
	}
	return elem("div.tree",
		elem("p.quiet", "All branches so far. Select one to show it."),
		elem("ol.branches", each(t.Branches, branchItem)), notListed)
}

// branchItem is a stretch without a fork. A press puts it on the stage, or goes to its first
// step.
func branchItem(b model.Branch) app.UI {
	current, action := none, "choose-branch "+strconv.Itoa(int(b.Node))
	if b.OnStage {
		current, action = attr("aria-current", "true"), "seek "+strconv.Itoa(b.From)
	}
	here := elem("span.none")
	if b.HasCursor {
		here = elem("span.here", "here")
	}
	end := elem("span.branch-end.none")
	if b.End != "" {
		end = elem("span.branch-end", "ends with "+b.End)
	}
	highlight := elem("span.branch-highlight.none")
	if b.Highlight != "" {
		highlight = elem("span.branch-highlight", b.Highlight)
	}
	return elem("li.branch"+classIf(b.OnStage, "on"), attr("style", "--depth:"+strconv.Itoa(min(b.Depth, 8))),
		button(".branch-button", action, current,
			elem("span.branch-head", elem("code", b.First), here),
			elem("span.branch-range", b.Range()), stepMarks(b), highlight, end))
}

// stepMarks has a mark for each step of a branch.
func stepMarks(b model.Branch) app.UI {
	list := each(b.Marks, func(d model.StepMark) app.UI {
		return elem("span.step-mark.mark-" + string(d.Kind) + classIf(d.Done, "done") + classIf(d.Now, "now") + classIf(d.Highlighted, "highlighted"))
	})
	if b.More > 0 {
		list = append(list, elem("span.step-marks-more", "+"+strconv.Itoa(b.More)))
	}
	return elem("span.step-marks", ariaHidden, list)
}
