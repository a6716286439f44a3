package draw

import (
	"strconv"
)

// Durations of an animated picture, milliseconds.
const (
	stepTime   = 350 // from a step to its first record
	flightTime = 400 // of a record
)

// schedule decides when each row and arrow appears: one after the other. The result
// is when the last one is complete.
func (p *picture) schedule() (end int) {
	for i := range p.rows {
		r := &p.rows[i]
		r.begin = end
		end += stepTime
		for j := range r.arrows {
			r.arrows[j].begin = end
			end += flightTime
		}
	}
	return end
}

// animate gives the attributes with which an element appears at a time, none in a
// picture that does not move.
func (m *markup) animate(class string, begin int) (animationClass, style string) {
	if !m.animated {
		return "", ""
	}
	return class, "animation-delay:" + strconv.Itoa(begin) + "ms"
}

// renderFlight draws the dot that flies along an arrow's line. It is visible only
// while it flies.
func (a *arrow) renderFlight(m *markup) {
	if !m.animated || !a.leaves && !a.arrives {
		return
	}
	from, to, direction := a.ends(m.columns)
	name := "fly-" + side(direction)
	if (to-from)*direction < m.columns.wireWidth()*3/4 {
		name = "fly-half-" + side(direction)
	}
	class, style := m.animate("flight "+shapeClasses[a.shape]+" "+name, a.begin)
	m.tag("circle", "class", class, "style", style, "cx", from, "cy", a.y, "r", 7)
}
