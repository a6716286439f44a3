package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// Scales of a ladder: twice the pixels of the drawing, so that it stays sharp on dense screens and
// paper, and for long drawings as many as fit into the height that programs can show.
const (
	ladderScale  = 2
	ladderHeight = 16384
)

// Ladder paints a whole drawing in the colours of light pages, as a PNG.
func Ladder(svg []byte) ([]byte, error) {
	d, err := Parse(svg)
	if err != nil {
		return nil, err
	}
	scale := min(ladderScale, ladderHeight/float32(d.Height))
	on := image.NewRGBA(image.Rect(0, 0, int(float32(d.Width)*scale), int(float32(d.Height)*scale)))
	blank(on, on.Bounds(), color.White)
	if err := d.Paint(on, image.Point{}, scale, Light); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = png.Encode(&b, on)
	return b.Bytes(), err
}
