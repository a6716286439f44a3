package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/image/vector"
)

// painter draws elements into an image.
type painter struct {
	on    *image.RGBA
	at    image.Point
	scale float32
	fonts *fonts
}

func newPainter(on *image.RGBA, at image.Point, scale float32) (painter, error) {
	f, err := loadFonts()
	return painter{on, at, scale, f}, err
}

// point is a place in the picture.
type point struct{ x, y float32 }

// paint draws one element.
func (p painter) paint(e element, s style) error {
	if e.name == "text" {
		return p.text(e, s)
	}
	lines, err := e.outline()
	if err != nil {
		return err
	}
	if c, ok := fillOf(e, s); ok {
		p.fill(lines, c)
	}
	if c, ok := parseColor(s["stroke"]); ok {
		width := s.number("stroke-width", 1)
		for _, l := range lines {
			p.stroke(l, width, dashes(s["stroke-dasharray"]), s["stroke-linecap"] == "round", c)
		}
	}
	return nil
}

// fillOf is the colour of an element's inside. Without a rule SVG makes it black.
func fillOf(e element, s style) (color.RGBA, bool) {
	if s["fill"] == "" {
		return color.RGBA{A: 255}, true
	}
	return parseColor(s["fill"])
}

// outline is the outline of a shape.
func (e element) outline() ([][]point, error) {
	switch e.name {
	case "rect":
		return [][]point{e.rectangle()}, nil
	case "circle":
		return [][]point{circle(point{e.number("cx"), e.number("cy")}, e.number("r"))}, nil
	case "polygon":
		return parsePath("M" + strings.ReplaceAll(e.attributes["points"], " ", "L") + "Z")
	}
	return parsePath(e.attributes["d"])
}

// parsePath reads a path of straight lines, "M8,95H712L6,7V9Z".
func parsePath(d string) ([][]point, error) {
	var lines [][]point
	var at point
	for d != "" {
		command, rest := d[0], d[1:]
		end := strings.IndexFunc(rest, unicode.IsLetter)
		if end < 0 {
			end = len(rest)
		}
		first, second, _ := strings.Cut(rest[:end], ",")
		d = rest[end:]
		x, _ := strconv.ParseFloat(first, 32)
		y, _ := strconv.ParseFloat(second, 32)
		switch command {
		case 'M':
			lines = append(lines, nil)
			at = point{float32(x), float32(y)}
		case 'L':
			at = point{float32(x), float32(y)}
		case 'H':
			at.x = float32(x)
		case 'V':
			at.y = float32(x)
		case 'Z':
			at = lines[len(lines)-1][0]
		default:
			return nil, fmt.Errorf("raster: the command %q of a path is unknown", command)
		}
		if len(lines) == 0 {
			return nil, fmt.Errorf("raster: a path begins with %q", command)
		}
		last := &lines[len(lines)-1]
		*last = append(*last, at)
	}
	return lines, nil
}

// fill fills the inside of an outline. Only the part of the image around it is worked on.
func (p painter) fill(lines [][]point, c color.Color) {
	area := p.around(lines)
	if area.Empty() {
		return
	}
	r := vector.NewRasterizer(area.Dx(), area.Dy())
	for _, l := range lines {
		for i, to := range l {
			x, y := p.place(to)
			x, y = x-float32(area.Min.X), y-float32(area.Min.Y)
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
	}
	r.Draw(p.on, area, image.NewUniform(c), image.Point{})
}

// around is the part of the image that outlines lie in.
func (p painter) around(lines [][]point) image.Rectangle {
	var area image.Rectangle
	for _, l := range lines {
		for _, at := range l {
			x, y := p.place(at)
			area = area.Union(image.Rect(int(x)-1, int(y)-1, int(x)+2, int(y)+2))
		}
	}
	return area.Intersect(p.on.Bounds())
}

// place is where a point of the picture is in the image.
func (p painter) place(at point) (x, y float32) {
	return float32(p.at.X) + at.x*p.scale, float32(p.at.Y) + at.y*p.scale
}

// blank fills a rectangle of the image.
func blank(on *image.RGBA, r image.Rectangle, c color.Color) {
	draw.Draw(on, r, image.NewUniform(c), image.Point{}, draw.Src)
}
