package draw

import (
	"closenotify/engine"
)

// connector leads from where a record arrives to the call that reads it, or to the
// end of the picture if nobody does.
type connector struct {
	reader   engine.Role
	from, to int // y
	slot     int // place beside the life line, outwards
	read     bool
	begin    int // when an animated connector appears, milliseconds
}

// maxSlots is how many connectors fit side by side beside a life line. Any more of them
// share the last slot.
const maxSlots = 4

// connectors makes the connectors of all rows. end is where unread ones stop.
func (p *picture) connectors(end int) []connector {
	rows := map[int]*row{} // by step
	for i := range p.rows {
		rows[p.rows[i].step.N] = &p.rows[i]
	}
	var list []connector
	var busy [2][maxSlots]int // y up to which a slot is in use
	for i := range p.rows {
		r := &p.rows[i]
		for _, a := range r.arrows {
			c := connector{reader: a.dir.Receiver(), from: a.y, to: end, read: a.readIn > 0, begin: a.begin + flightTime}
			if c.read {
				c.to, c.begin = rows[a.readIn].readingY(c.reader), rows[a.readIn].begin
			}
			if !c.read && !a.unread || a.readIn == r.step.N {
				continue
			}
			slots := &busy[c.reader]
			for c.slot < maxSlots-1 && slots[c.slot] >= c.from {
				c.slot++
			}
			slots[c.slot] = max(slots[c.slot], c.to)
			list = append(list, c)
		}
	}
	return list
}

// draw draws a connector: away from the life line, down, and to the call.
func (c connector) draw(m *markup) {
	outward := 1
	if c.reader == engine.Client {
		outward = -1
	}
	line := m.columns.lifeLine[c.reader]
	slot := line + outward*(m.columns.slot+m.columns.slotStep*c.slot)
	d := "M" + points(line, c.from) + "H" + points(slot) + "V" + points(c.to)
	class, style := m.animate("appear", c.begin)
	m.open("g", "class", class, "style", style)
	if c.read {
		edge, to := line+outward*23, outward // to the text beside the life line
		if m.columns.stacked {
			edge, to = line+outward*8, -outward // to the dot on it
		}
		m.tag("path", "class", "connector", "d", d+"H"+points(edge))
		m.tag("path", "class", "tip", "d", arrowHead(edge+to*3, c.to, to, 4))
	} else {
		m.tag("path", "class", "connector unread", "d", d)
	}
	m.close("g")
}

// arrowHead is a filled triangle that points to x, y; direction is 1 to the right
// and -1 to the left.
func arrowHead(x, y, direction, size int) string {
	back := x - direction*size*3/2
	return "M" + points(x, y) + "L" + points(back, y-size) + "V" + points(y+size) + "Z"
}
