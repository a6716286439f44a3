package draw

import (
	"strconv"

	"closenotify/engine"
)

// render writes the picture, background first.
func (p *picture) render() []byte {
	m := &markup{animated: p.animated}
	end := p.schedule()
	m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "close-notify", "role", "img",
		"width", pictureWidth, "height", p.height, "viewBox", "0 0 "+strconv.Itoa(pictureWidth)+" "+strconv.Itoa(p.height))
	m.element("title", p.name)
	m.element("desc", p.description)
	if !p.unstyled {
		m.WriteString("<style>" + Styles)
		if p.animated {
			m.WriteString(animationStyles)
		}
		m.WriteString("</style>\n")
	}
	m.tag("rect", "class", "card", "width", pictureWidth, "height", p.height)
	p.renderHeader(m)
	footer := p.height - footerHeight
	p.renderLines(m, p.headerHeight(), footer)
	for i := range p.rows {
		p.rows[i].render(m)
	}
	class, style := m.animate("appear", end)
	m.open("g", "class", class, "style", style)
	p.renderFooter(m, footer)
	m.close("g")
	m.close("svg")
	return m.Bytes()
}

// renderFooter draws the flags after the last step, and says how many steps are left
// out.
func (p *picture) renderFooter(m *markup, y int) {
	if p.omitted > 0 {
		m.element("text", omittedText(p.omitted), "class", "note middle", "x", wireMiddle, "y", y-omittedHeight/2+4)
	}
	if p.blank {
		return
	}
	for _, r := range engine.Roles {
		m.drawFlags(r, allFlags(p.end[r]), y+10)
	}
	m.element("text", p.endText(), "class", "note middle", "x", wireMiddle, "y", y+23)
}

// endText says to which moment the flags in the footer belong.
func (p *picture) endText() string {
	if n := len(p.rows); n > 0 && p.rows[n-1].step.N > 0 {
		return "after step " + strconv.Itoa(p.rows[n-1].step.N)
	}
	return "no step yet"
}

// renderHeader draws the title, the connection, and the names of the lanes.
func (p *picture) renderHeader(m *markup) {
	y := margin
	for _, t := range p.title {
		m.element("text", t, "class", "title", "x", margin, "y", y+titleSize)
		y += titleHeight
	}
	m.element("text", p.subtitle, "class", "note", "x", margin, "y", y+lineHeight-4)
	y += lineHeight + 8
	for _, r := range engine.Roles {
		name := [...]string{engine.Client: "Client", engine.Server: "Server"}[r]
		m.tag("rect", "class", "head "+r.String(), "x", laneLeft[r]-8, "y", y, "width", laneTextWidth+16, "height", 30)
		m.element("text", name, "class", "lane at-"+r.String(), "x", textEdge[r], "y", y+20)
	}
	m.element("text", "c2s →", "class", "note", "x", clientLine+8, "y", y+20)
	m.element("text", "wire", "class", "note middle", "x", wireMiddle, "y", y+20)
	m.element("text", "← s2c", "class", "note at-client", "x", serverLine-8, "y", y+20)
}

// renderLines draws what runs through all rows: life lines, the rules between the
// steps, and the lines from records to the calls that read them.
func (p *picture) renderLines(m *markup, top, bottom int) {
	for i := range p.rows {
		y := p.rows[i].top
		m.tag("path", "class", "rule", "d", "M"+points(margin, y)+"H"+strconv.Itoa(pictureWidth-margin))
	}
	m.tag("path", "class", "rule", "d", "M"+points(margin, bottom)+"H"+strconv.Itoa(pictureWidth-margin))
	for _, r := range engine.Roles {
		m.tag("path", "class", "life "+r.String(), "d", "M"+points(lifeLine[r], top-lanesHeight+8)+"V"+strconv.Itoa(bottom))
	}
	for _, c := range p.connectors(bottom) {
		c.draw(m)
	}
}

// render draws a row.
func (r *row) render(m *markup) {
	class, style := m.animate("appear", r.begin)
	m.open("g", "data-step", r.step.N, "class", class, "style", style)
	y := r.top + rowPadding + lineHeight - 4
	if r.step.N > 0 {
		m.element("text", strconv.Itoa(r.step.N), "class", "number", "x", numberRight, "y", y)
	}
	if r.step.Op.IsCall() {
		m.tag("circle", "class", "call-dot "+r.caller.String(), "cx", lifeLine[r.caller], "cy", r.readingY(), "r", 4)
	}
	for _, role := range engine.Roles {
		m.drawLines(r.lanes[role], role, r.top+rowPadding)
	}
	for _, l := range r.network {
		m.element("text", l.text, "class", l.class+" middle", "x", wireMiddle, "y", y)
		y += lineHeight
	}
	m.close("g")
	for i := range r.arrows {
		r.arrows[i].render(m)
	}
}

// drawLines draws the texts and flags of a lane from a place downwards.
func (m *markup) drawLines(lines []textLine, r engine.Role, y int) {
	for _, l := range lines {
		if len(l.flags) > 0 {
			m.drawFlags(r, l.flags, y+3)
		} else {
			m.element("text", l.text, "class", l.class+" at-"+r.String(), "x", textEdge[r], "y", y+lineHeight-4)
		}
		y += l.height()
	}
}

// drawFlags draws shutdown flags in a peer's lane: a full circle for one that is set,
// an empty one for one that is not.
func (m *markup) drawFlags(r engine.Role, flags []flagState, y int) {
	const height, padding, dot, gap = 19, 7, 8, 4
	total := -gap
	for _, f := range flags {
		total += f.width() + gap
	}
	x := textEdge[r]
	if r == engine.Client {
		x -= total
	}
	for _, f := range flags {
		width := f.width()
		class := r.String() + " clear"
		if f.set {
			class = r.String() + " set"
		}
		m.tag("rect", "class", "flag "+class, "x", x, "y", y, "width", width, "height", height, "rx", height/2)
		m.tag("circle", "class", "flag-dot "+class, "cx", x+padding+dot/2, "cy", y+height/2, "r", dot/2)
		m.element("text", f.flag.String(), "class", "flag-text "+class, "x", x+padding+dot+4, "y", y+height-6)
		x += width + gap
	}
}

// width is how wide a flag is drawn.
func (f flagState) width() int { return textWidth(f.flag.String(), remarkSize, bold) + 24 }
