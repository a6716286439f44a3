package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"golang.org/x/image/font"
)

// Size of a preview picture, pixels: what programs that show links ask for.
const (
	CardWidth  = 1200
	CardHeight = 630

	cardMargin = 60
	cardScale  = 1.5
	titleSize  = 54
	textSize   = 29
)

// Card draws a preview picture of a page as a PNG: its title, a text of one or two lines below it,
// and as much of the drawing as has room.
func Card(title, text string, svg []byte) ([]byte, error) {
	d, err := Parse(svg)
	if err != nil {
		return nil, err
	}
	f, err := loadFonts()
	if err != nil {
		return nil, err
	}
	on := image.NewRGBA(image.Rect(0, 0, CardWidth, CardHeight))
	blank(on, on.Bounds(), color.White)
	y := float32(cardMargin / 2)
	for _, part := range []struct {
		text  string
		size  float32
		style style
		ink   color.RGBA
		lines int
	}{
		{title, titleSize, style{"font-weight": "600"}, color.RGBA{0x1b, 0x1d, 0x20, 255}, 1},
		{text, textSize, style{}, color.RGBA{0x56, 0x5b, 0x61, 255}, 2},
	} {
		face, err := f.face(part.style, part.size)
		if err != nil {
			return nil, fmt.Errorf("raster: %w", err)
		}
		for _, line := range wrap(face, part.text, CardWidth-2*cardMargin, part.lines) {
			y += part.size * 1.3
			write(on, face, part.ink, cardMargin, y, line)
		}
	}
	top := int(y) + 16
	if err := d.Paint(on, image.Pt((CardWidth-int(float32(d.Width)*cardScale))/2, top), cardScale, Light); err != nil {
		return nil, err
	}
	fade(on, CardHeight-40)
	var b bytes.Buffer
	err = png.Encode(&b, on)
	return b.Bytes(), err
}

// wrap breaks a text into lines of a width. What has no room ends with an ellipsis.
func wrap(face font.Face, text string, width, most int) []string {
	var lines []string
	line := ""
	fits := func(s string) bool { return font.MeasureString(face, s).Ceil() <= width }
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		switch {
		case fits(longer):
			line = longer
		case len(lines) == most-1:
			for !fits(line + "…") {
				line = line[:strings.LastIndex(line, " ")]
			}
			return append(lines, line+"…")
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

// fade lets the rows from top on fade into white, because the drawing goes on.
func fade(on *image.RGBA, top int) {
	rows := on.Bounds().Max.Y - top
	for y := top; y < on.Bounds().Max.Y; y++ {
		share := 255 * (y - top + 1) / rows
		for i := on.PixOffset(0, y); i < on.PixOffset(0, y+1) && i < len(on.Pix); i++ {
			on.Pix[i] += uint8((255 - int(on.Pix[i])) * share / 255)
		}
	}
}
