package draw

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// render draws an arrow: the line, the label on it, and the remark below.
func (a *arrow) render(m *markup) {
	var records []string
	for _, id := range a.records {
		records = append(records, strconv.Itoa(int(id)))
	}
	class, style := m.animate("appear", a.begin)
	m.open("g", "data-record", strings.Join(records, " "), "class", class, "style", style)
	a.renderLine(m)
	a.renderFlight(m) // behind the label, which must stay readable
	m.drawShape(a.shape, a.label, m.columns.middle(), a.y)
	if a.damaged {
		m.tag("path", "class", "damage", "d", lightning(m.columns.middle()+a.shape.boxWidth(a.label)/2+8, a.y))
	}
	if a.remark != "" {
		m.element("text", clip(a.remark, remarkSize, sans, m.columns.wireText()), "class", "remark middle", "x", m.columns.middle(), "y", a.y+boxHeight/2+remarkHeight-2)
	}
	m.close("g")
}

// ends gives where the arrow's line begins and stops, and its direction: 1 to the
// right and -1 to the left.
func (a *arrow) ends(c *columns) (from, to, direction int) {
	from, to, direction = c.lifeLine[engine.Client], c.lifeLine[engine.Server], 1
	if a.dir == engine.ServerToClient {
		from, to, direction = to, from, -1
	}
	half := a.shape.boxWidth(a.label) / 2
	if !a.leaves {
		from = c.middle()
	}
	switch {
	case a.lost:
		to = c.middle() + direction*(half+16)
	case !a.arrives:
		to = c.middle() + direction*(half+8)
	}
	return from, to, direction
}

// renderLine draws the line, dashed while the record is in flight, with an arrow head
// where it arrives and a cross where it is lost.
func (a *arrow) renderLine(m *markup) {
	if !a.leaves && !a.arrives && !a.lost {
		return
	}
	from, to, direction := a.ends(m.columns)
	class := "line"
	if !a.arrives {
		class = "line dashed"
	}
	grow, style := m.animate("grow-"+side(direction), a.begin)
	m.open("g", "class", grow, "style", style)
	m.tag("path", "class", class, "d", "M"+points(from, a.y)+"H"+strconv.Itoa(to))
	if a.arrives && !a.lost {
		m.tag("path", "class", "head-tip", "d", arrowHead(to-direction, a.y, direction, 5))
	}
	m.close("g")
	if a.lost {
		m.tag("path", "class", "cross", "d", "M"+points(to-5, a.y-5)+"L"+points(to+5, a.y+5)+"M"+points(to-5, a.y+5)+"L"+points(to+5, a.y-5))
	}
}

// side names a direction.
func side(direction int) string {
	if direction < 0 {
		return "left"
	}
	return "right"
}

// lightning draws a bolt that strikes the right end of a record.
func lightning(x, y int) string {
	return "M" + points(x-4, y-15) + "L" + points(x-11, y+1, x-5, y+1, x-9, y+14, x+3, y-3, x-3, y-3, x+3, y-15) + "Z"
}
