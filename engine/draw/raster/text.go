package raster

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// fonts are the typefaces of the texts.
type fonts struct{ sans, bold, mono *opentype.Font }

// loadFonts parses the Go fonts once.
var loadFonts = sync.OnceValues(func() (*fonts, error) {
	var f fonts
	for data, font := range map[*[]byte]**opentype.Font{&goregular.TTF: &f.sans, &gobold.TTF: &f.bold, &gomono.TTF: &f.mono} {
		parsed, err := opentype.Parse(*data)
		if err != nil {
			return nil, fmt.Errorf("raster: %w", err)
		}
		*font = parsed
	}
	return &f, nil
})

// face is the typeface of a style at a size in pixels.
func (f *fonts) face(s style, size float32) (font.Face, error) {
	typeface := f.sans
	switch {
	case strings.Contains(s["font-family"], "mono"):
		typeface = f.mono
	case s["font-weight"] == "600":
		typeface = f.bold
	}
	return opentype.NewFace(typeface, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
}

// text draws a text element.
func (p painter) text(e element, s style) error {
	face, err := p.fonts.face(s, s.number("font-size", 12)*p.scale)
	if err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	defer face.Close()
	c, ok := fillOf(e, s)
	if !ok {
		return nil
	}
	x, y := p.place(point{e.number("x"), e.number("y")})
	width := float32(font.MeasureString(face, e.text)) / 64
	switch s["text-anchor"] {
	case "middle":
		x -= width / 2
	case "end":
		x -= width
	}
	write(p.on, face, c, x, y, e.text)
	return nil
}

// write draws a text whose base line begins at x, y.
func write(on *image.RGBA, face font.Face, c color.Color, x, y float32, text string) {
	d := font.Drawer{Dst: on, Src: image.NewUniform(c), Face: face, Dot: fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}}
	d.DrawString(text)
}
