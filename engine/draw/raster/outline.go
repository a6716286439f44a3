package raster

import (
	"image/color"
	"math"
	"strconv"
	"strings"
)

// arcSteps is how many straight lines stand for a quarter of a circle.
const arcSteps = 6

// rectangle is the outline of a rect, whose corners may be round.
func (e element) rectangle() []point {
	x, y, w, h, r := e.number("x"), e.number("y"), e.number("width"), e.number("height"), e.number("rx")
	if r == 0 {
		return []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}
	}
	r = min(r, w/2, h/2)
	corners := []point{{x + w - r, y + h - r}, {x + r, y + h - r}, {x + r, y + r}, {x + w - r, y + r}}
	var line []point
	for i, c := range corners {
		line = append(line, arc(c, r, i)...)
	}
	return append(line, line[0])
}

// circle is the outline of a circle.
func circle(center point, r float32) []point {
	var line []point
	for quarter := range 4 {
		line = append(line, arc(center, r, quarter)...)
	}
	return append(line, line[0])
}

// arc is a quarter of a circle; quarter 0 is the one to the lower right.
func arc(center point, r float32, quarter int) []point {
	var line []point
	for i := range arcSteps + 1 {
		angle := (float64(quarter) + float64(i)/arcSteps) * math.Pi / 2
		line = append(line, point{center.x + r*float32(math.Cos(angle)), center.y + r*float32(math.Sin(angle))})
	}
	return line
}

// dashes reads stroke-dasharray: how long a dash and a gap are. nil is an unbroken line.
func dashes(text string) []float32 {
	var list []float32
	for _, field := range strings.Fields(text) {
		n, _ := strconv.ParseFloat(field, 32)
		list = append(list, float32(n))
	}
	return list
}

// stroke draws along a line.
func (p painter) stroke(line []point, width float32, dashed []float32, round bool, c color.Color) {
	var on []float32
	if len(dashed) == 2 {
		on = dashed
	}
	for i := range line[:len(line)-1] {
		from, to := line[i], line[i+1]
		length := float32(math.Hypot(float64(to.x-from.x), float64(to.y-from.y)))
		if length == 0 {
			continue
		}
		if on == nil {
			p.bar(from, to, width, width/2, c)
			continue
		}
		extra := float32(0)
		if round {
			extra = width / 2
		}
		for at := float32(0); at < length; at += on[0] + on[1] {
			p.bar(along(from, to, at/length), along(from, to, min(at+on[0], length)/length), width, extra, c)
		}
	}
}

// along is the point at a share of the way.
func along(from, to point, share float32) point {
	return point{from.x + (to.x-from.x)*share, from.y + (to.y-from.y)*share}
}

// bar draws a straight line as a rectangle that is longer at both ends by extra, so that the
// corners of a longer line are closed.
func (p painter) bar(from, to point, width, extra float32, c color.Color) {
	length := float32(math.Hypot(float64(to.x-from.x), float64(to.y-from.y)))
	if length == 0 {
		return
	}
	dx, dy := (to.x-from.x)/length, (to.y-from.y)/length
	from, to = point{from.x - dx*extra, from.y - dy*extra}, point{to.x + dx*extra, to.y + dy*extra}
	nx, ny := -dy*width/2, dx*width/2
	p.fill([][]point{{{from.x + nx, from.y + ny}, {to.x + nx, to.y + ny}, {to.x - nx, to.y - ny}, {from.x - nx, from.y - ny}}}, c)
}
