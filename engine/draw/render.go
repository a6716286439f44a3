package draw

import (
	"strconv"

	"closenotify/engine"
)

// render writes the picture, background first.
func (p *picture) render() []byte {
	c := p.columns
	m := &markup{animated: p.animated, columns: c}
	end := p.schedule()
	m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", p.class(), "role", "img",
		"width", c.width, "height", p.height, "viewBox", "0 0 "+strconv.Itoa(c.width)+" "+strconv.Itoa(p.height))
	m.element("title", p.name)
	m.element("desc", p.description)
	if !p.unstyled {
		m.WriteString("<style>" + Styles)
		if p.animated {
			m.WriteString(animationStyles)
		}
		m.WriteString("</style>\n")
	}
	m.tag("rect", "class", "card", "width", c.width, "height", p.height)
	p.renderHeader(m)
	footer := p.height - p.footerHeight()
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
		m.element("text", omittedText(p.omitted), "class", "note middle", "x", p.columns.middle(), "y", y-omittedHeight/2+4)
	}
	if p.blank {
		return
	}
	end := y + 23
	if p.columns.stacked { // above the flags, else between them
		end, y = y+18, y+lineHeight
	}
	m.element("text", p.endText(), "class", "note middle", "x", p.columns.middle(), "y", end)
	for _, r := range engine.Roles {
		m.drawFlags(r, p.columns.flags[r], allFlags(p.end[r]), y+10)
	}
}

// endText says to which moment the flags in the footer belong.
func (p *picture) endText() string {
	if n := len(p.rows); n > 0 && p.rows[n-1].step.N > 0 {
		return "after step " + strconv.Itoa(p.rows[n-1].step.N)
	}
	return "no step yet"
}

// class are the classes of the picture.
func (p *picture) class() string {
	if p.columns.stacked {
		return "close-notify narrow"
	}
	return "close-notify"
}

// renderHeader draws the title, the connection, and the names of the lanes.
func (p *picture) renderHeader(m *markup) {
	c, y := p.columns, margin
	for _, t := range p.title {
		m.element("text", t, "class", "title", "x", margin, "y", y+titleSize)
		y += titleHeight
	}
	m.element("text", p.subtitle, "class", "note", "x", margin, "y", y+lineHeight-4)
	y += lineHeight + 8
	for _, r := range engine.Roles {
		name := [...]string{engine.Client: "Client", engine.Server: "Server"}[r]
		m.tag("rect", "class", "head "+r.String(), "x", c.head[r], "y", y, "width", c.headSize, "height", headHeight)
		m.element("text", name, "class", "lane "+c.anchor(r), "x", c.name[r], "y", y+20)
	}
	m.element("text", "wire", "class", "note middle", "x", c.middle(), "y", y+20)
	if !c.stacked { // else there is no room
		m.element("text", "c2s →", "class", "note", "x", c.lifeLine[engine.Client]+wireMargin, "y", y+20)
		m.element("text", "← s2c", "class", "note end", "x", c.lifeLine[engine.Server]-wireMargin, "y", y+20)
	}
}

// renderLines draws what runs through all rows: life lines, the rules between the
// steps, and the lines from records to the calls that read them.
func (p *picture) renderLines(m *markup, top, bottom int) {
	for i := range p.rows {
		y := p.rows[i].top
		m.tag("path", "class", "rule", "d", "M"+points(margin, y)+"H"+strconv.Itoa(p.columns.width-margin))
	}
	m.tag("path", "class", "rule", "d", "M"+points(margin, bottom)+"H"+strconv.Itoa(p.columns.width-margin))
	life := top - lanesHeight + 8
	if p.columns.stacked {
		life += headHeight
	}
	for _, r := range engine.Roles {
		m.tag("path", "class", "life "+r.String(), "d", "M"+points(p.columns.lifeLine[r], life)+"V"+strconv.Itoa(bottom))
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
		m.element("text", strconv.Itoa(r.step.N), "class", "number", "x", m.columns.number, "y", y)
	}
	if r.step.Op.IsCall() {
		m.tag("circle", "class", "call-dot "+r.caller.String(), "cx", m.columns.lifeLine[r.caller], "cy", r.readingY(r.caller), "r", 4)
	}
	for _, role := range engine.Roles {
		m.drawLines(r.lanes[role], role, r.laneTop[role])
	}
	y = r.networkTop + lineHeight - 4
	for _, l := range r.network {
		m.element("text", l.text, "class", l.class+" middle", "x", m.columns.middle(), "y", y)
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
			m.drawFlags(r, m.columns.text[r], l.flags, y+3)
		} else {
			m.element("text", l.text, "class", l.class+" "+m.columns.anchor(r), "x", m.columns.text[r], "y", y+lineHeight-4)
		}
		y += l.height()
	}
}

// drawFlags draws a peer's shutdown flags, which begin or end at an edge: a full circle for one that is set,
// an empty one for one that is not.
func (m *markup) drawFlags(r engine.Role, x int, flags []flagState, y int) {
	const height, padding, dot, gap = 19, 7, 8, 4
	total := -gap
	for _, f := range flags {
		total += f.width() + gap
	}
	if m.columns.endsAtEdge(r) {
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
