package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// flagNames are the four values of SSL_get_shutdown, by their number.
var flagNames = [4]string{"none", "SENT", "RECEIVED", "both"}

// flagMap is a table of all combinations of both peers' flags, with the path of the branch.
func flagMap(f model.FlagMap) app.UI {
	head := []app.UI{elem("td")}
	for _, name := range flagNames {
		head = append(head, elem("th.server", attr("scope", "col"), name))
	}
	var rows []app.UI
	for c, name := range flagNames {
		row := []app.UI{elem("th.client", attr("scope", "row"), name)}
		for s := range flagNames {
			row = append(row, mapCell(f.Cells[c][s], c, s))
		}
		rows = append(rows, elem("tr", row))
	}
	return elem("div.map",
		elem("table.flag-map",
			elem("caption", "Flags of ", elem("span.client", "client"), " (down) and ", elem("span.server", "server"), " (across)"),
			elem("thead", elem("tr", head)), elem("tbody", rows)),
		elem("div.map-way", ariaHidden, flagPath(f)))
}

// mapCell is a combination. It is a button if the branch comes there.
func mapCell(c model.MapCell, client, server int) app.UI {
	name := "client " + flagNames[client] + ", server " + flagNames[server]
	if c.First < 0 {
		return elem("td", elem("span.map-cell", screenReaderText(name+": not on this branch")))
	}
	now, about := none, ": from step "+strconv.Itoa(c.First)
	if c.Now {
		now, about = attr("aria-current", "step"), ": now"
	}
	text := strconv.Itoa(c.First)
	if c.Times > 1 {
		text += "\u2026"
	}
	return elem("td", button(".map-cell.been"+classIf(c.Now, "now"), "seek "+strconv.Itoa(c.Next), now, screenReaderText(name+about+". "), elem("span", ariaHidden, text)))
}

// flagPath is the line through the combinations: solid up to the cursor, dotted after it. A
// cell is ten units wide.
func flagPath(f model.FlagMap) app.UI {
	var lines []app.UI
	if len(f.Ahead) > 0 {
		lines = append(lines, polyline("ahead", append([]model.MapPoint{f.Passed[len(f.Passed)-1]}, f.Ahead...)))
	}
	return svg("svg", attr("viewBox", "0 0 40 40"), attr("preserveAspectRatio", "none"), append(lines, polyline("been", f.Passed)))
}

// polyline goes through the centres of cells.
func polyline(which string, points []model.MapPoint) app.UI {
	var b strings.Builder
	for _, p := range points {
		b.WriteString(strconv.Itoa(10*p.Server+5) + "," + strconv.Itoa(10*p.Client+5) + " ")
	}
	return svg("polyline", attr("data-way", which), attr("points", b.String()))
}

// svg makes an element of an SVG drawing.
func svg(tag string, parts ...any) app.UI {
	return elem(tag, parts...).XMLNS("http://www.w3.org/2000/svg")
}
