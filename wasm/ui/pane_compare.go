package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// comparePane compares the stage with all releases and versions, and with one of them step by
// step.
func comparePane(c model.CompareScene) app.UI {
	truncated := elem("span.none")
	if c.Compared > 0 {
		truncated = elem("p.quiet", "Only the first "+strconv.Itoa(c.Compared)+" steps are compared with all releases.")
	}
	lacking := each(c.Lacking, func(why string) app.UI { return elem("p.quiet", why) })
	return elem("div.compare",
		elem("table.groups",
			elem("caption", "All releases and versions"),
			elem("thead", elem("tr", elem("th", attr("scope", "col"), "Release"), elem("th", attr("scope", "col"), "Compared with the stage"))),
			elem("tbody", each(c.Groups, compareGroup))),
		truncated, lacking,
		elem("h2", "Another scenario"),
		compareOther(c),
		elem("h2", "Step by step"),
		versus(c))
}

// compareOther is where another scenario is chosen: by its link, or in the list of the saved ones.
func compareOther(c model.CompareScene) app.UI {
	invalid := none
	if c.Problem != "" {
		invalid = attr("aria-invalid", "true")
	}
	return elem("div.compare-other",
		elem("label", attr("for", "compare-link"), "Link to another scenario"),
		elem("div.share-row",
			input("compare-link", attr("id", "compare-link"), attr("type", "text"), attr("autocomplete", "off"), attr("spellcheck", "false"), attr("data-change", "compare-link"), attr("aria-describedby", "compare-problem"), invalid),
			button(".tool", "compare-link", "Compare"),
			button(".tool", "show-dialog saved", "Saved\u2026")),
		elem("p.problem"+classIf(c.Problem != "", "on"), attr("id", "compare-problem"), attr("role", "status"), c.Problem))
}

// compareGroup is a row of the table of all releases: those that do the same, and where they
// first differ from the stage. A press shows them step by step.
func compareGroup(g model.CompareGroup) app.UI {
	members := each(g.Members, func(m model.CompareMembers) app.UI {
		return elem("span.group-members", elem("span.group-version", m.Version), " "+m.Releases)
	})
	step := elem("span.none")
	if g.Step > 0 {
		step = button(".linklike", "seek "+strconv.Itoa(g.Step), "Go to step "+strconv.Itoa(g.Step))
	}
	choose := button(".tool", g.Action, attr("aria-pressed", ariaBool(g.Chosen)), "Step by step")
	if g.OnStage {
		choose = elem("span.none")
	}
	return elem("tr.how-"+string(g.Result)+classIf(g.Chosen, "chosen"),
		elem("th", attr("scope", "row"), members),
		elem("td", elem("span.group-result", groupResult(g)), groupOutcome(g), each(g.Differences, releaseDifference), elem("span.group-tools", step, choose)))
}

// groupResult says how a group compares with the stage.
func groupResult(g model.CompareGroup) string {
	at := "step " + strconv.Itoa(g.Step)
	switch {
	case g.OnStage:
		return "On the stage."
	case g.Result == model.Differs:
		return "The first difference is at " + at + ", in " + g.Difference + "."
	case g.Result == model.SizeDiffers:
		return "All calls return the same. The number of bytes on the wire differs from " + at + " on."
	}
	return "No difference."
}

// groupOutcome is what the first step that differs does on the stage and in the group.
func groupOutcome(g model.CompareGroup) app.UI {
	if g.Result != model.Differs {
		return elem("span.none")
	}
	body := []app.UI{elem("span.versus-call", g.Call)}
	if g.Here.Text != g.There.Text {
		body = append(body, elem("span", "Here: ", elem("code", g.Here.Text)), elem("span", "There: ", elem("code", g.There.Text)))
	}
	return elem("span.group-outcome", body)
}

// versus compares the stage with another release or version step by step.
func versus(c model.CompareScene) app.UI {
	jump := elem("span.none")
	if n := strconv.Itoa(c.FirstDifference); c.FirstDifference > 0 {
		disabled := none
		if c.AtDifference {
			disabled = attr("aria-disabled", "true")
		}
		jump = button(".tool", "seek "+n, disabled, "Go to step "+n)
	}
	return elem("div.versus-part",
		elem("p.verdict"+classIf(c.FirstDifference > 0, "parts"), elem("span", c.Verdict), jump),
		elem("table.versus",
			elem("caption.unseen", "Step by step"),
			elem("thead", elem("tr", elem("th", attr("scope", "col"), screenReaderText("Step")),
				elem("th", attr("scope", "col"), "Here: "+c.Here), elem("th", attr("scope", "col"), screenReaderText("How they compare")),
				elem("th", attr("scope", "col"), "There: "+c.There))),
			elem("tbody", hiddenCompareRows(c.RowsBefore, "earlier"), compareRows(c.Rows), hiddenCompareRows(c.RowsAfter, "later"))),
		elem("p.quiet.key", elem("span", "\u25c6 differs"), elem("span", "\u25c7 only sizes differ"), elem("span", "= alike"), elem("span", "flags: client \u00b7 server")))
}

// hiddenCompareRows stands for the n steps before or after the window.
func hiddenCompareRows(n int, which string) []app.UI {
	if n == 0 {
		return nil
	}
	return []app.UI{elem("tr.beyond", elem("td", attr("colspan", "4"), strconv.Itoa(n)+" "+which+" steps"))}
}

// comparisonSigns are the signs of the results, and their words for screen readers.
var comparisonSigns = map[model.StepComparison][2]string{
	model.Alike: {"=", "alike"}, model.SizeDiffers: {"\u25c7", "only sizes differ"}, model.Differs: {"\u25c6", "differs"},
	model.OnlyHere: {"\u25c6", "differs"}, model.OnlyThere: {"\u25c6", "differs"},
}

// compareRows are the rows of the steps. Below a step that the releases do differently is a
// row that says how.
func compareRows(list []model.CompareRow) []app.UI {
	var rows []app.UI
	for _, r := range list {
		rows = append(rows, compareRow(r))
		if len(r.Releases) > 0 {
			rows = append(rows, elem("tr.versus-why", elem("td", attr("colspan", "4"), each(r.Releases, releaseDifference))))
		}
	}
	return rows
}

// compareRow is a step: its call, and below it both outcomes.
func compareRow(r model.CompareRow) app.UI {
	n, current := elem("span.none"), none
	if r.N > 0 {
		n = button(".linklike", "seek "+strconv.Itoa(r.N), screenReaderText("step "), strconv.Itoa(r.N))
	}
	if r.Current {
		current = attr("aria-current", "step")
	}
	sign := comparisonSigns[r.Result]
	return elem("tr.versus-row.how-"+string(r.Result)+classIf(r.Current, "current")+classIf(r.Ahead, "ahead")+classIf(r.IsFirst, "first")+classIf(r.Highlighted, "highlighted"), current,
		elem("td.versus-n", n),
		elem("td", compareHere(r)),
		elem("td.versus-sign", elem("span", ariaHidden, sign[0]), screenReaderText(sign[1])),
		elem("td", compareThere(r), differenceText(r)))
}

// compareHere is what a step does on the stage.
func compareHere(r model.CompareRow) []app.UI {
	if r.Result == model.OnlyThere {
		return nil
	}
	return append([]app.UI{elem("span.versus-call", r.Call)}, compareCell(r.HereCell, true)...)
}

// compareThere is what it does in the other run. The call stands on the other side already, if
// both have it.
func compareThere(r model.CompareRow) []app.UI {
	switch {
	case r.Result == model.OnlyHere:
		return nil
	case r.There > 0:
		return append([]app.UI{elem("span.versus-call", "Step "+strconv.Itoa(r.There)+": "+r.Call)}, compareCell(r.ThereCell, r.Result != model.Alike)...)
	}
	return append([]app.UI{elem("span.versus-call", ariaHidden, "\u00a0")}, compareCell(r.ThereCell, r.Result != model.Alike)...)
}

// differenceText names the first thing that differs.
func differenceText(r model.CompareRow) app.UI {
	switch r.Result {
	case model.Alike, model.SizeDiffers:
		return elem("span.none")
	case model.Differs:
		return elem("span.differing", "differs in "+r.Difference)
	}
	return elem("span.differing", r.Difference)
}

// compareCell is the outcome of a step. The flags are faint unless emphasized.
func compareCell(c model.CompareCell, emphasized bool) []app.UI {
	parts := []app.UI{elem("span.versus-text", c.Text)}
	if c.Bytes != "" {
		parts = append(parts, elem("span.versus-bytes", c.Bytes))
	}
	return append(parts, elem("span.versus-flags"+classIf(!emphasized, "same"), c.Flags))
}
