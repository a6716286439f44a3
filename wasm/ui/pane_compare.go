package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// comparePane holds the stage against another release or version.
func comparePane(c model.CompareScene) app.UI {
	jump := el("span.none")
	if c.FirstDifference > 0 {
		jump = press(".tool", "seek "+strconv.Itoa(c.FirstDifference), "Go to "+"step "+strconv.Itoa(c.FirstDifference))
	}
	return el("div.compare",
		el("div.compare-with", el("span", "The same steps with"),
			menuField("", "rival-profile", "rivalp", "Release to compare with", options(c.Profiles)),
			menuField("", "rival-version", "rivalv", "TLS version to compare with", options(c.Versions))),
		el("p.verdict"+when(c.FirstDifference > 0, "parts"), el("span", c.Verdict), jump),
		el("table.versus",
			el("caption.unseen", "Step by step, here and there"),
			el("thead", el("tr", el("th", at("scope", "col"), unseen("Step")),
				el("th", at("scope", "col"), "Here: "+c.Here), el("th", at("scope", "col"), unseen("How they compare")),
				el("th", at("scope", "col"), "There: "+c.There))),
			el("tbody", outOfSight(c.RowsBefore, "earlier"), each(c.Rows, compareRow), outOfSight(c.RowsAfter, "later"))),
		el("p.quiet.key", el("span", "\u25c6 differs"), el("span", "\u25c7 only sizes differ"), el("span", "= alike"), el("span", "flags: client \u00b7 server")))
}

// outOfSight stands for the steps beyond the window.
func outOfSight(n int, which string) []app.UI {
	if n == 0 {
		return nil
	}
	return []app.UI{el("tr.beyond", el("td", at("colspan", "4"), strconv.Itoa(n)+" "+which+" steps"))}
}

// signs of the differences, and their words for who does not see them.
var differenceSigns = map[model.StepComparison][2]string{
	model.Alike: {"=", "alike"}, model.SizeDiffers: {"\u25c7", "only sizes differ"}, model.Differs: {"\u25c6", "differs"},
}

// compareRow is a step, and above it its call.
func compareRow(r model.CompareRow) app.UI {
	n, current := strconv.Itoa(r.N), no
	if r.Current {
		current = at("aria-current", "step")
	}
	sign := differenceSigns[r.Result]
	return el("tr.versus-row.how-"+string(r.Result)+when(r.Current, "current")+when(r.Ahead, "ahead")+when(r.IsFirst, "first")+when(r.Highlighted, "lit"), current,
		el("td.versus-n", press(".linklike", "seek "+n, unseen("step "), n)),
		el("td", el("span.versus-call", r.Call), outcome(r.Here, true)),
		el("td.versus-sign", el("span", hidden, sign[0]), unseen(sign[1])),
		el("td", el("span.versus-call", hidden, "\u00a0"), outcome(r.There, r.Result != model.Alike), differing(r)))
}

// differing names what differs first.
func differing(r model.CompareRow) app.UI {
	if r.Result != model.Differs {
		return el("span.none")
	}
	return el("span.differing", "differs in "+r.Difference)
}

// outcome is what a step came to.
func outcome(o model.CompareCell, whole bool) []app.UI {
	parts := []app.UI{el("span.versus-text", o.Text)}
	if o.Bytes != "" {
		parts = append(parts, el("span.versus-bytes", o.Bytes))
	}
	return append(parts, el("span.versus-flags"+when(!whole, "same"), o.Flags))
}
