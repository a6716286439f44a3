package draw

import (
	"closenotify/engine"
)

// shape is the outline of a record, which says what it is without its colour.
type shape uint8

const (
	shapeData      shape = iota // rectangle
	shapeNotify                 // octagon
	shapeFatal                  // black rectangle with hatched ends
	shapeWarning                // hexagon: other alerts that are not fatal
	shapeHandshake              // rounded rectangle
	shapeForged                 // octagon with a double outline
	shapeFIN                    // bar
	shapeRST                    // two bars
)

// shapeClasses are the CSS classes of the shapes.
var shapeClasses = [...]string{
	shapeData: "data", shapeNotify: "notify", shapeFatal: "fatal", shapeWarning: "warning",
	shapeHandshake: "handshake", shapeForged: "forged", shapeFIN: "bar", shapeRST: "bar",
}

// shapeOf gives the shape of a record.
func shapeOf(r engine.Record) shape {
	switch {
	case r.Injected:
		return shapeForged
	case r.IsCloseNotify():
		return shapeNotify
	case r.Type == engine.TypeAlert && r.Alert.Level == engine.Fatal:
		return shapeFatal
	case r.Type == engine.TypeAlert:
		return shapeWarning
	case r.Type == engine.TypeApplicationData:
		return shapeData
	}
	return shapeHandshake
}

const (
	boxHeight = 22 // of a record, pixels
	corner    = 7  // cut off an octagon
	hatching  = 11 // width of a hatched end
	barWidth  = 5  // of a FIN
)

// boxWidth is how wide a shape with a label is.
func (s shape) boxWidth(label string) int {
	w := textWidth(label, textSize, sans)
	switch s {
	case shapeFIN:
		return w + 2*barWidth + 8
	case shapeRST:
		return w + 4*barWidth + 8
	case shapeFatal:
		return w + 2*hatching + 4
	}
	return w + 2*corner + 6
}

// drawShape draws a shape with its label, centred on x, y.
func (m *markup) drawShape(s shape, label string, x, y int) {
	w := s.boxWidth(label)
	left, right, top, bottom := x-w/2, x+w/2, y-boxHeight/2, y+boxHeight/2
	class := "box " + shapeClasses[s]
	switch s {
	case shapeNotify, shapeForged:
		m.tag("polygon", "class", class, "points", octagon(left, top, right, bottom, corner))
		if s == shapeForged {
			m.tag("polygon", "class", class, "points", octagon(left+3, top+3, right-3, bottom-3, corner-2))
		}
	case shapeWarning:
		m.tag("polygon", "class", class, "points", points(left, y, left+corner, top, right-corner, top, right, y, right-corner, bottom, left+corner, bottom))
	case shapeHandshake:
		m.tag("rect", "class", class, "x", left, "y", top, "width", w, "height", boxHeight, "rx", boxHeight/2)
	case shapeFIN, shapeRST:
		m.tag("rect", "class", "behind", "x", left, "y", top, "width", w, "height", boxHeight)
		m.tag("rect", "class", class, "x", left, "y", top, "width", barWidth, "height", boxHeight)
		if s == shapeRST {
			m.tag("rect", "class", class, "x", left+2*barWidth, "y", top, "width", barWidth, "height", boxHeight)
		}
		m.element("text", label, "class", "label on-bar", "x", right-textWidth(label, textSize, sans), "y", y+4)
		return
	default:
		m.tag("rect", "class", class, "x", left, "y", top, "width", w, "height", boxHeight)
		if s == shapeFatal {
			m.hatch(left, top)
			m.hatch(right-hatching, top)
		}
	}
	m.element("text", label, "class", "label middle on-"+shapeClasses[s], "x", x, "y", y+4)
}

// hatch draws the diagonal lines at an end of a fatal alert.
func (m *markup) hatch(left, top int) {
	d := ""
	for i := range 3 {
		y := top + 4 + i*6
		d += "M" + points(left+2, y+6) + "L" + points(left+hatching-2, y)
	}
	m.tag("path", "class", "hatch", "d", d)
}

// octagon gives the corners of a rectangle with its own corners cut off.
func octagon(left, top, right, bottom, cut int) string {
	return points(left+cut, top, right-cut, top, right, top+cut, right, bottom-cut,
		right-cut, bottom, left+cut, bottom, left, bottom-cut, left, top+cut)
}
