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
		elem("ol.limbs", each(t.Branches, branchItem)), hidden)
}

// branchItem is a stretch without a fork.
func branchItem(l model.Branch) app.UI {
	on, do := none, "choose "+strconv.Itoa(int(l.Node))
	if l.OnStage {
		on, do = attr("aria-current", "true"), "seek "+strconv.Itoa(l.From)
	}
	here := elem("span.none")
	if l.HasCursor {
		here = elem("span.here", "here")
	}
	end := elem("span.limb-end.none")
	if l.End != "" {
		end = elem("span.limb-end", "ends with "+l.End)
	}
	lit := elem("span.limb-lit.none")
	if l.Highlight != "" {
		lit = elem("span.limb-lit", l.Highlight)
	}
	return elem("li.limb"+classIf(l.OnStage, "on"), attr("style", "--depth:"+strconv.Itoa(min(l.Depth, 8))),
		button(".limb-press", do, on,
			elem("span.limb-head", elem("code", l.First), here),
			elem("span.limb-range", l.Range()), stepMarks(l), lit, end))
}

// stepMarks are the steps of a limb, by their kinds.
func stepMarks(l model.Branch) app.UI {
	list := each(l.Marks, func(d model.StepMark) app.UI {
		return elem("span.dot.mark-" + string(d.Kind) + classIf(d.Done, "done") + classIf(d.Now, "now") + classIf(d.Highlighted, "lit"))
	})
	if l.More > 0 {
		list = append(list, elem("span.dots-more", "+"+strconv.Itoa(l.More)))
	}
	return elem("span.dots", ariaHidden, list)
}
