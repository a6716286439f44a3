package draw

import (
	"closenotify/engine"
)

// Horizontal layout, pixels: step numbers, the client's lane, the wire between the
// two life lines, the server's lane. Between the texts of a lane and its life line is
// a gutter for the lines that lead from records to the calls that read them.
const (
	pictureWidth  = 720
	margin        = 8
	numberRight   = 28 // right edge of the step numbers
	laneTextWidth = 198
	wireTextWidth = wireWidth - 16
	wireWidth     = 214
	gutter        = 30

	clientText = 34 // left edge
	clientLine = clientText + laneTextWidth + gutter
	serverLine = clientLine + wireWidth
	serverText = serverLine + gutter
	wireMiddle = (clientLine + serverLine) / 2
)

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
	footerHeight  = 40
	omittedHeight = 28
)

// The lanes by role: left edge, the edge at which texts begin or end, life line. The
// client's texts end at the gutter and the server's begin there, so that both are near
// the wire.
var (
	laneLeft = [2]int{engine.Client: clientText, engine.Server: serverText}
	textEdge = [2]int{engine.Client: clientText + laneTextWidth, engine.Server: serverText}
	lifeLine = [2]int{engine.Client: clientLine, engine.Server: serverLine}
)

// layOut decides where everything goes, from top to bottom.
func (p *picture) layOut() {
	y := p.headerHeight()
	for i := range p.rows {
		r := &p.rows[i]
		r.top = y
		r.height = r.layOut()
		y += r.height
	}
	if p.omitted > 0 {
		y += omittedHeight
	}
	p.height = y + footerHeight
}

// headerHeight is the height above the first row.
func (p *picture) headerHeight() int {
	return margin + len(p.title)*titleHeight + lineHeight + lanesHeight
}

// layOut places the arrows of a row whose top is known and gives its height.
func (r *row) layOut() int {
	y := r.top + rowPadding
	for _, l := range r.network {
		y += l.height()
	}
	if len(r.network) > 0 && len(r.arrows) > 0 {
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
	bottom := y
	for _, lane := range r.lanes {
		y := r.top + rowPadding
		for _, l := range lane {
			y += l.height()
		}
		bottom = max(bottom, y)
	}
	return max(bottom+rowPadding-r.top, minRowHeight)
}

// height is how much room a line takes.
func (l textLine) height() int {
	if len(l.flags) > 0 {
		return flagHeight
	}
	return lineHeight
}

// readingY is where a line from a record that the step reads arrives in a lane.
func (r *row) readingY() int { return r.top + rowPadding + lineHeight/2 }
