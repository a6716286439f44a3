// Package raster turns the drawings of package draw into pixels.
//
// It reads the few elements that draw writes: rect, circle, polygon, path with straight lines, and
// text; and the style rules of draw.Styles, those for light pages or for dark ones. Texts are set
// in the Go fonts.
package raster

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"strconv"
	"strings"

	"closenotify/engine/draw"
)

// Drawing is a picture of package draw, parsed.
type Drawing struct {
	Width, Height int // pixels at scale 1
	elements      []element
}

// element is one of the elements that are drawn.
type element struct {
	name       string
	attributes map[string]string
	text       string
}

// number is an attribute that is a number; 0 if it is absent.
func (e element) number(name string) float32 {
	n, _ := strconv.ParseFloat(e.attributes[name], 32) // draw writes whole numbers
	return float32(n)
}

// drawn are the elements that leave a mark.
var drawn = map[string]bool{"rect": true, "circle": true, "polygon": true, "path": true, "text": true}

// Parse reads what draw.SVG wrote. It is an error if the picture has an element that this package
// does not know.
func Parse(svg []byte) (Drawing, error) {
	var d Drawing
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return d, nil
		}
		if err != nil {
			return d, fmt.Errorf("raster: %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		e := element{name: start.Name.Local, attributes: map[string]string{}}
		for _, a := range start.Attr {
			e.attributes[a.Name.Local] = a.Value
		}
		switch {
		case e.name == "svg":
			d.Width, d.Height = int(e.number("width")), int(e.number("height"))
		case e.name == "g":
		case e.name == "title" || e.name == "desc" || e.name == "style":
			err = decoder.Skip()
		case e.name == "text":
			err = decoder.DecodeElement(&e.text, &start)
			d.elements = append(d.elements, e)
		case drawn[e.name]:
			d.elements = append(d.elements, e)
		default:
			err = errors.New("the element " + e.name + " is unknown")
		}
		if err != nil {
			return d, fmt.Errorf("raster: %w", err)
		}
	}
}

// Theme is which colours a picture has.
type Theme bool

// The themes of draw.Styles.
const (
	Light Theme = false
	Dark  Theme = true
)

// Paint draws the picture into an image, scaled, with its upper left corner at a point. What lies
// outside of the image is left out.
func (d Drawing) Paint(on *image.RGBA, at image.Point, scale float32, theme Theme) error {
	p, err := newPainter(on, at, scale)
	if err != nil {
		return err
	}
	sheet := newSheet(draw.Styles, theme)
	for _, e := range d.elements {
		if err := p.paint(e, sheet.of(strings.Fields(e.attributes["class"]), e.name)); err != nil {
			return err
		}
	}
	return nil
}

// parseColor reads #rgb or #rrggbb.
func parseColor(s string) (color.RGBA, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if !ok || err != nil || len(hex) != 6 {
		return color.RGBA{}, false
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, true
}
