package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// treePane is the history with all its branches.
func treePane(t model.TreeScene) app.UI {
	if len(t.Branches) == 0 {
		return el("p.quiet", "Here is every way that was tried. A call made in the past begins a new branch; what came before stays.")
	}
	hidden := el("p.none")
	if t.Hidden > 0 {
		hidden = el("p.quiet", strconv.Itoa(t.Hidden)+" more branches are not listed.")
	}
	return el("div.tree",
		el("p.quiet", "Every way that was tried. Press one to put it on the stage."),
		el("ol.limbs", each(t.Branches, limb)), hidden)
}

// limb is a stretch without a fork.
func limb(l model.Branch) app.UI {
	on, do := no, "choose "+strconv.Itoa(int(l.Node))
	if l.OnStage {
		on, do = at("aria-current", "true"), "seek "+strconv.Itoa(l.From)
	}
	here := el("span.none")
	if l.HasCursor {
		here = el("span.here", "here")
	}
	end := el("span.limb-end.none")
	if l.End != "" {
		end = el("span.limb-end", "ends with "+l.End)
	}
	lit := el("span.limb-lit.none")
	if l.Highlight != "" {
		lit = el("span.limb-lit", l.Highlight)
	}
	return el("li.limb"+when(l.OnStage, "on"), at("style", "--depth:"+strconv.Itoa(min(l.Depth, 8))),
		press(".limb-press", do, on,
			el("span.limb-head", el("code", l.First), here),
			el("span.limb-range", l.Range()), dots(l), lit, end))
}

// dots are the steps of a limb, by their kinds.
func dots(l model.Branch) app.UI {
	list := each(l.Marks, func(d model.StepMark) app.UI {
		return el("span.dot.mark-" + string(d.Kind) + when(d.Done, "done") + when(d.Now, "now") + when(d.Highlighted, "lit"))
	})
	if l.More > 0 {
		list = append(list, el("span.dots-more", "+"+strconv.Itoa(l.More)))
	}
	return el("span.dots", hidden, list)
}
