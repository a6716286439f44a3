package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// treePane is the history with all its branches.
func treePane(t model.Tree) app.UI {
	if len(t.Limbs) == 0 {
		return el("p.quiet", "Here is every way that was tried. A call made in the past begins a new branch; what came before stays.")
	}
	hidden := el("p.none")
	if t.Hidden > 0 {
		hidden = el("p.quiet", strconv.Itoa(t.Hidden)+" more branches are not listed.")
	}
	return el("div.tree",
		el("p.quiet", "Every way that was tried. Press one to put it on the stage."),
		el("ol.limbs", each(t.Limbs, limb)), hidden)
}

// limb is a stretch without a fork.
func limb(l model.Limb) app.UI {
	on, do := no, "choose "+strconv.Itoa(int(l.Node))
	if l.On {
		on, do = at("aria-current", "true"), "seek "+strconv.Itoa(l.From)
	}
	here := el("span.none")
	if l.Cursor {
		here = el("span.here", "here")
	}
	end := el("span.limb-end.none")
	if l.End != "" {
		end = el("span.limb-end", "ends with "+l.End)
	}
	lit := el("span.limb-lit.none")
	if l.Lit != "" {
		lit = el("span.limb-lit", l.Lit)
	}
	return el("li.limb"+when(l.On, "on"), at("style", "--depth:"+strconv.Itoa(min(l.Depth, 8))),
		press(".limb-press", do, on,
			el("span.limb-head", el("code", l.First), here),
			el("span.limb-range", l.Range()), dots(l), lit, end))
}

// dots are the steps of a limb, by their kinds.
func dots(l model.Limb) app.UI {
	list := each(l.Dots, func(d model.Dot) app.UI {
		return el("span.dot.mark-" + string(d.Kind) + when(d.Done, "done") + when(d.Now, "now") + when(d.Lit, "lit"))
	})
	if l.More > 0 {
		list = append(list, el("span.dots-more", "+"+strconv.Itoa(l.More)))
	}
	return el("span.dots", hidden, list)
}
