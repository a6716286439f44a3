package draw

import (
	"closenotify/engine"
)

// margin is the room around the picture, and wireMargin that between a life line and the texts on
// the wire, pixels.
const (
	margin     = 8
	wireMargin = 8
)

// columns are a horizontal layout, pixels. Arrays are by role.
type columns struct {
	width    int
	number   int    // right edge of the step numbers
	lane     int    // how wide a peer's texts are at most
	text     [2]int // the edge at which a peer's texts stand
	head     [2]int // left edge of the box with a peer's name
	headSize int    // width of the box
	name     [2]int // the edge at which the name stands
	flags    [2]int // the edge at which a peer's flags stand in the footer
	lifeLine [2]int
	slot     int  // from a life line to the first line that leads from a record to its reader
	slotStep int  // from there to the next
	stacked  bool // what the peers say stands on the wire, above its records and below them
}

// wide has a lane for each peer outside its life line. The client's texts end and the server's
// begin there, so that both are near the wire.
var wide = columns{
	width: 720, number: 28, lane: 198,
	text:     [2]int{engine.Client: 232, engine.Server: 506},
	head:     [2]int{engine.Client: 26, engine.Server: 498},
	headSize: 214,
	name:     [2]int{engine.Client: 232, engine.Server: 506},
	flags:    [2]int{engine.Client: 232, engine.Server: 506},
	lifeLine: [2]int{engine.Client: 262, engine.Server: 476},
	slot:     5, slotStep: 5,
}

// narrow is for a phone, or a column of a page: the life lines are at the edges, and all texts
// between them. The client's begin at the left, the server's end at the right.
var narrow = columns{
	width: 360, number: 58, lane: 254,
	text:     [2]int{engine.Client: 64, engine.Server: 318},
	head:     [2]int{engine.Client: margin, engine.Server: 222},
	headSize: 130,
	name:     [2]int{engine.Client: 42, engine.Server: 318},
	flags:    [2]int{engine.Client: margin, engine.Server: 352},
	lifeLine: [2]int{engine.Client: 34, engine.Server: 326},
	slot:     11, slotStep: 4,
	stacked: true,
}

// wireWidth is the distance of the life lines.
func (c *columns) wireWidth() int { return c.lifeLine[engine.Server] - c.lifeLine[engine.Client] }

// wireText is how wide a text between the life lines is at most.
func (c *columns) wireText() int { return c.wireWidth() - 2*wireMargin }

// middle is in the middle of the wire.
func (c *columns) middle() int { return (c.lifeLine[engine.Client] + c.lifeLine[engine.Server]) / 2 }

// endsAtEdge reports whether a peer's texts end at their edge, else they begin there.
func (c *columns) endsAtEdge(r engine.Role) bool { return (r == engine.Client) != c.stacked }

// anchor is the class of a peer's texts, which says at which side their edge is.
func (c *columns) anchor(r engine.Role) string {
	if c.endsAtEdge(r) {
		return "end"
	}
	return "start"
}

// Vertical layout, pixels.
const (
	lineHeight    = 16
	flagHeight    = 25
	arrowHeight   = boxHeight + 6
	remarkHeight  = 13
	rowPadding    = 7
	minRowHeight  = 34
	titleHeight   = 23
	lanesHeight   = 48 // of the names of the lanes
	headHeight    = 30 // of the boxes around them
	footerHeight  = 40
	omittedHeight = 28
)

// layOut decides where everything goes, from top to bottom.
func (p *picture) layOut() {
	y := p.headerHeight()
	for i := range p.rows {
		r := &p.rows[i]
		r.top = y
		r.height = r.layOut(p.columns.stacked)
		y += r.height
	}
	if p.omitted > 0 {
		y += omittedHeight
	}
	p.height = y + p.footerHeight()
}

// headerHeight is the height above the first row.
func (p *picture) headerHeight() int {
	return margin + len(p.title)*titleHeight + lineHeight + lanesHeight
}

// footerHeight is the height below the last row.
func (p *picture) footerHeight() int {
	switch {
	case p.blank: // there are no flags
		return 2 * margin
	case p.columns.stacked:
		return footerHeight + lineHeight
	}
	return footerHeight
}

// layOut places the texts and arrows of a row whose top is known and gives its height. If they are
// stacked, the call comes first, then what it puts on the wire, and then what others have of it.
func (r *row) layOut(stacked bool) int {
	y := r.top + rowPadding
	isFirst := func(role engine.Role) bool { return r.step.Op.IsCall() && role == r.caller }
	bottom := y
	for _, role := range engine.Roles {
		r.laneTop[role] = y
		if !stacked {
			bottom = max(bottom, y+heightOf(r.lanes[role]))
		} else if isFirst(role) {
			y += heightOf(r.lanes[role])
		}
	}
	y = r.layOutWire(y)
	for _, role := range engine.Roles {
		if stacked && !isFirst(role) {
			r.laneTop[role] = y
			y += heightOf(r.lanes[role])
		}
	}
	return max(max(bottom, y)+rowPadding-r.top, minRowHeight)
}

// layOutWire places what stands on the wire, from y down, and gives the end of it.
func (r *row) layOutWire(y int) int {
	r.networkTop = y
	y += heightOf(r.network)
	if y > r.top+rowPadding && len(r.arrows) > 0 {
		y += (boxHeight-lineHeight)/2 + 2 // the boxes are higher than the text
	}
	for i := range r.arrows {
		a := &r.arrows[i]
		a.y = y + lineHeight/2 // as high as the text of the call
		y += arrowHeight
		if a.remark != "" {
			y += remarkHeight
		}
	}
	return y
}

// heightOf is how much room lines take.
func heightOf(lines []textLine) (height int) {
	for _, l := range lines {
		height += l.height()
	}
	return height
}

// height is how much room a line takes.
func (l textLine) height() int {
	if len(l.flags) > 0 {
		return flagHeight
	}
	return lineHeight
}

// readingY is where a line from a record that the step reads arrives at a peer's texts.
func (r *row) readingY(reader engine.Role) int { return r.laneTop[reader] + lineHeight/2 }
