package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// treePane is the history with all its branches.
func treePane(t model.TreeScene) app.UI {
	if len(t.Branches) == 0 {
		return elem("p.quiet", "Here is every way that was tried. A call made in the past begins a new branch; what came before stays.")
	}
	hidden := elem("p.none")
	if t.Hidden > 0 {
		hidden = elem("p.quiet", strconv.Itoa(t.Hidden)+" more branches are not listed.")
	}
	return elem("div.tree",
		elem("p.quiet", "Every way that was tried. Press one to put it on the stage."),
		elem("ol.branches", each(t.Branches, branchItem)), hidden)
}

// branchItem is a stretch without a fork.
func branchItem(l model.Branch) app.UI {
	on, do := none, "choose-branch "+strconv.Itoa(int(l.Node))
	if l.OnStage {
		on, do = attr("aria-current", "true"), "seek "+strconv.Itoa(l.From)
	}
	here := elem("span.none")
	if l.HasCursor {
		here = elem("span.here", "here")
	}
	end := elem("span.branch-end.none")
	if l.End != "" {
		end = elem("span.branch-end", "ends with "+l.End)
	}
	lit := elem("span.branch-highlight.none")
	if l.Highlight != "" {
		lit = elem("span.branch-highlight", l.Highlight)
	}
	return elem("li.branch"+classIf(l.OnStage, "on"), attr("style", "--depth:"+strconv.Itoa(min(l.Depth, 8))),
		button(".branch-button", do, on,
			elem("span.branch-head", elem("code", l.First), here),
			elem("span.branch-range", l.Range()), stepMarks(l), lit, end))
}

// stepMarks are the steps of a limb, by their kinds.
func stepMarks(l model.Branch) app.UI {
	list := each(l.Marks, func(d model.StepMark) app.UI {
		return elem("span.step-mark.mark-" + string(d.Kind) + classIf(d.Done, "done") + classIf(d.Now, "now") + classIf(d.Highlighted, "highlighted"))
	})
	if l.More > 0 {
		list = append(list, elem("span.step-marks-more", "+"+strconv.Itoa(l.More)))
	}
	return elem("span.step-marks", ariaHidden, list)
}
